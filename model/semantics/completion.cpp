#include "model/semantics/completion.h"

#include "model/semantics/langlib_modules.h"
#include "model/semantics/library.h"
#include "model/semantics/scope.h"
#include "model/syntax/tree.h"
#include "model/types/operations.h"
#include "model/types/projections.h"

#include <algorithm>
#include <unordered_set>

namespace barre::model {

namespace {

using types::BasicType;
using types::MemberKind;
using types::TypeContext;

/// Collects symbols; a name that is there already hides what comes later.
class Visible {
public:
    void add(const Symbol* symbol) {
        if (!symbol->name.empty() && m_names.insert(symbol->name).second)
            m_symbols.push_back(symbol);
    }
    std::vector<const Symbol*> take() { return std::move(m_symbols); }

private:
    std::unordered_set<std::string_view> m_names;
    std::vector<const Symbol*> m_symbols;
};

/// A local variable can be named behind its declaration, a parameter everywhere in the body.
bool isDeclaredBefore(const Symbol& symbol, uint32_t position) {
    const auto* variable = as<VariableSymbol>(&symbol);
    return !variable || variable->role != VariableRole::Local || symbol.nameRange.end < position;
}

class Members {
public:
    Members(const PackageModel& package, SemType type)
        : m_package(package), m_types(package.library->typeEnv()), m_type(type) {}

    std::vector<Member> collect() {
        if (m_type.isNever())
            return {};
        if (m_type.within(BasicType::Mapping))
            addFields();
        if (m_type.within(BasicType::Object))
            addObjectMembers();
        for (const LanglibModule& row : langlibModules)
            if (m_type.within(row.type))
                addFunctions(row.module);
        addFunctions("lang.value");
        return std::move(m_members);
    }

private:
    void add(Member::Kind kind, std::string name, SemType type, const Symbol* symbol) {
        const bool isKnown = std::any_of(m_members.begin(), m_members.end(), [&](const Member& member) {
            return member.name == name && (member.kind == kind || kind == Member::Kind::Langlib);
        });
        if (!isKnown)
            m_members.push_back({kind, std::move(name), type, symbol});
    }

    template<class T>
    const T* ofType(const T* (SemanticModel::*question)(SemType) const) const {
        for (const auto* models : {&m_package.modules, &m_package.libraries})
            for (const auto& model : *models)
                if (const T* found = (model.get()->*question)(m_type))
                    return found;
        return nullptr;
    }

    /// The names that every mapping of the type may have.
    void addFields() {
        const RecordSymbol* record = ofType(&SemanticModel::recordOfType);
        if (record)
            for (const FieldSymbol* field : record->fields)
                add(Member::Kind::Field, field->name, fieldType(field->name), field);
        for (const SemType& alternative : types::mappingAlternatives(m_types, m_type))
            if (const auto mapping = types::mappingAtomicType(m_types, alternative))
                for (const std::string& name : mapping->names)
                    add(Member::Kind::Field, name, fieldType(name), nullptr);
    }

    SemType fieldType(const std::string& name) {
        return types::undefToNil(types::mappingMemberTypeAt(m_types, m_type, name));
    }

    void addObjectMembers() {
        if (const ClassSymbol* object = ofType(&SemanticModel::classOfType)) {
            for (const FieldSymbol* field : object->fields)
                add(Member::Kind::Field, field->name, field->type, field);
            for (const FunctionSymbol* method : object->methods)
                if (!method->isInit())
                    add(kindOf(method->role), nameOf(*method), method->type, method);
        }
        for (const SemType& alternative : types::objectAlternatives(m_types, m_type))
            if (const auto object = types::objectAtomicType(m_types, alternative))
                for (const types::ObjectMember& member : object->members)
                    add(kindOf(member.kind), member.name, member.type, nullptr);
    }

    static Member::Kind kindOf(FunctionRole role) {
        switch (role) {
        case FunctionRole::Remote: return Member::Kind::Remote;
        case FunctionRole::Resource: return Member::Kind::Resource;
        default: return Member::Kind::Method;
        }
    }

    static Member::Kind kindOf(MemberKind kind) {
        switch (kind) {
        case MemberKind::Field: return Member::Kind::Field;
        case MemberKind::Method: return Member::Kind::Method;
        case MemberKind::RemoteMethod: return Member::Kind::Remote;
        case MemberKind::ResourceMethod: break;
        }
        return Member::Kind::Resource;
    }

    static std::string nameOf(const FunctionSymbol& method) {
        return method.role == FunctionRole::Resource ? method.accessor : method.name;
    }

    /// The public functions whose first parameter takes the value.
    void addFunctions(std::string_view name) {
        const auto library = m_package.library->module(name);
        if (!library)
            return;
        for (const Symbol* symbol : library->module().members) {
            const auto* function = as<FunctionSymbol>(symbol);
            if (!function || !function->isPublic() || function->signature.params.empty())
                continue;
            const SemType first = function->signature.params.front().type;
            if (types::overlaps(m_types, m_type, first))
                add(Member::Kind::Langlib, function->name, function->type, function);
        }
    }

    const PackageModel& m_package;
    TypeContext m_types;
    SemType m_type;
    std::vector<Member> m_members;
};

} // namespace

std::vector<const Symbol*> visibleSymbols(const SemanticModel& model, uint32_t file, uint32_t position) {
    Visible visible;
    for (const LocalScope* scope : model.scopesAt(file, position))
        for (const Symbol* symbol : scope->symbols())
            if (isDeclaredBefore(*symbol, position))
                visible.add(symbol);
    for (const Symbol* symbol : model.module().members)
        if (symbol->kind != SymbolKind::Service)
            visible.add(symbol);
    if (file < model.module().imports.size())
        for (const auto& [prefix, facts] : model.module().imports[file])
            if (facts.module)
                visible.add(facts.module);
    return visible.take();
}

std::vector<Member> membersOf(const PackageModel& package, SemType type) {
    return package.library ? Members(package, types::withoutNil(type)).collect() : std::vector<Member>();
}

bool expectedTypeAt(const SemanticModel& model, const syntax::Node* expr, SemType& type) {
    for (const syntax::Node* node = expr; node && node->range() == expr->range(); node = node->parent())
        if (model.expectedTypeOf(node, type))
            return true;
    return false;
}

} // namespace barre::model
