#pragma once

#include "runtime/bytecode/program.h"

namespace barre::runtime {

/// Fills a Program: gives ids, joins equal constants, names, types and shapes.
class ProgramBuilder {
public:
    explicit ProgramBuilder(std::shared_ptr<types::TypeEnv> typeEnv);

    TypeId type(const types::SemType& type);
    NameId name(std::string_view name);
    uint32_t intConstant(int64_t value);
    uint32_t floatConstant(double value);
    uint32_t decimalConstant(std::string_view spelling);
    uint32_t stringConstant(std::string_view value);
    uint32_t byteListConstant(std::string_view bytes);
    uint16_t recordShape(TypeId type, const std::vector<NameId>& keys);
    uint16_t intrinsic(std::string_view nativeName);
    GlobalId global(GlobalCode global);
    /// Reserves the id of a function whose code comes later (recursion, forward references).
    FunctionId declareFunction();
    void defineFunction(FunctionId id, FunctionCode code);
    ClassId declareClass();
    void defineClass(ClassId id, ClassCode code);

    /// Direct access for what has no duplicates: modules, services, recordFields, mainFunction, keepAlive.
    Program& program() { return *m_program; }
    std::shared_ptr<Program> finish() { return std::move(m_program); }

    /// More than 65,535 types, names or shapes: the program cannot be represented.
    bool overflowed() const { return m_overflowed; }

private:
    uint32_t constant(Constant value);
    uint16_t narrow(size_t index);

    std::shared_ptr<Program> m_program = std::make_shared<Program>();
    std::unordered_map<std::string, uint32_t> m_constants;
    std::unordered_map<std::string, NameId> m_names;
    std::unordered_map<std::string, uint16_t> m_intrinsics;
    std::unordered_map<std::string, uint16_t> m_shapes;
    std::unordered_map<types::SemType, TypeId, types::SemTypeHash> m_types;
    bool m_overflowed = false;
};

} // namespace barre::runtime
