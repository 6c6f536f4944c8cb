#pragma once

#include "model/semantics/analysis.h"

#include <functional>
#include <optional>

namespace barre::model {

/// Turns type descriptors into types, as seen from one file of one module. With bindings it resolves the
/// generic signature of a library function for one call, and records nothing.
class TypeResolver {
public:
    TypeResolver(ModuleAnalysis& analysis, const ModuleSymbol& module, uint32_t file,
                 const TypeBindings* bindings = nullptr, const Signature* dependent = nullptr)
        : m_analysis(analysis), m_module(module), m_file(file), m_bindings(bindings), m_dependent(dependent) {
    }

    SemType resolve(const syntax::TypeDesc* desc);
    /// Asked for the length that `[*]` stands for in the outermost array.
    void inferLength(std::function<std::optional<uint64_t>()> length) {
        m_inferredLength = std::move(length);
    }

private:
    SemType build(const syntax::TypeDesc* desc);
    SemType builtin(const syntax::BuiltinTypeDesc* desc);
    SemType reference(const syntax::TypeReference* desc);
    SemType describedBy(const Parameter& param);
    SemType typeOfSymbol(const Symbol* symbol, const syntax::TypeReference* desc);
    SemType array(const syntax::ArrayTypeDesc* desc, size_t dimension);
    bool arrayLength(const syntax::Expression* length, uint64_t& result);
    SemType tuple(const syntax::TupleTypeDesc* desc);
    SemType mapping(const syntax::MapTypeDesc* desc);
    SemType record(const syntax::RecordTypeDesc* desc);
    SemType table(const syntax::TableTypeDesc* desc);
    SemType xml(const syntax::XmlTypeDesc* desc);
    SemType error(const syntax::ErrorTypeDesc* desc);
    SemType stream(const syntax::StreamTypeDesc* desc);
    SemType future(const syntax::FutureTypeDesc* desc);
    SemType typedescOf(const syntax::TypedescTypeDesc* desc);
    SemType function(const syntax::FunctionTypeDesc* desc);
    SemType object(const syntax::ObjectTypeDesc* desc);
    SemType boundObject(const syntax::ObjectTypeDesc* desc);
    SemType singleton(const syntax::SingletonTypeDesc* desc);
    SemType distinct(const syntax::DistinctTypeDesc* desc);
    SemType unionOf(const syntax::UnionTypeDesc* desc);
    SemType intersection(const syntax::IntersectionTypeDesc* desc);

    /// `build` at once, or at the end of the definitions that are being resolved.
    template<class Build>
    SemType structural(types::BasicType kind, Build build);
    bool records() const { return !m_bindings && &m_module == &m_analysis.module(); }
    types::TypeContext& types() { return m_analysis.types(); }

    ModuleAnalysis& m_analysis;
    const ModuleSymbol& m_module;
    uint32_t m_file;
    const TypeBindings* m_bindings;
    const Signature* m_dependent;
    std::function<std::optional<uint64_t>()> m_inferredLength;
};

/// The type descriptor of any kind of parameter.
const syntax::TypeDesc* paramDescriptor(const syntax::Param* param);

/// A type that may stand inside another: what is wrong becomes any|error.
inline SemType sane(const SemType& type) {
    return isPoison(type) ? types::valueType : type;
}

} // namespace barre::model
