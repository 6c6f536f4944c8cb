#include "runtime/bytecode/program_builder.h"

#include <cstring>

namespace barre::runtime {

ProgramBuilder::ProgramBuilder(std::shared_ptr<types::TypeEnv> typeEnv) {
    m_program->typeEnv = std::move(typeEnv);
}

uint16_t ProgramBuilder::narrow(size_t index) {
    if (index > 0xFFFF)
        m_overflowed = true;
    return uint16_t(index);
}

TypeId ProgramBuilder::type(const types::SemType& type) {
    const auto [at, added] = m_types.try_emplace(type, narrow(m_program->types.size()));
    if (added)
        m_program->types.push_back(type);
    return at->second;
}

NameId ProgramBuilder::name(std::string_view name) {
    const auto [at, added] = m_names.try_emplace(std::string(name), narrow(m_program->names.size()));
    if (added)
        m_program->names.emplace_back(name);
    return at->second;
}

uint16_t ProgramBuilder::intrinsic(std::string_view nativeName) {
    const auto [at, added] =
        m_intrinsics.try_emplace(std::string(nativeName), narrow(m_program->intrinsics.size()));
    if (added)
        m_program->intrinsics.emplace_back(nativeName);
    return at->second;
}

uint32_t ProgramBuilder::constant(Constant value) {
    std::string key(1, char('0' + int(value.kind)));
    key.append(reinterpret_cast<const char*>(&value.integer), sizeof value.integer);
    key.append(reinterpret_cast<const char*>(&value.floating), sizeof value.floating);
    key += value.text;
    const auto [at, added] = m_constants.try_emplace(std::move(key), uint32_t(m_program->constants.size()));
    if (added)
        m_program->constants.push_back(std::move(value));
    return at->second;
}

uint32_t ProgramBuilder::intConstant(int64_t value) {
    return constant({ConstantKind::Int, value, 0, {}});
}
uint32_t ProgramBuilder::floatConstant(double value) {
    return constant({ConstantKind::Float, 0, value, {}});
}
uint32_t ProgramBuilder::decimalConstant(std::string_view spelling) {
    return constant({ConstantKind::Decimal, 0, 0, std::string(spelling)});
}
uint32_t ProgramBuilder::stringConstant(std::string_view value) {
    return constant({ConstantKind::String, 0, 0, std::string(value)});
}
uint32_t ProgramBuilder::byteListConstant(std::string_view bytes) {
    return constant({ConstantKind::ByteList, 0, 0, std::string(bytes)});
}

uint16_t ProgramBuilder::recordShape(TypeId type, const std::vector<NameId>& keys) {
    std::string key(reinterpret_cast<const char*>(&type), sizeof type);
    key.append(reinterpret_cast<const char*>(keys.data()), keys.size() * sizeof(NameId));
    const auto [at, added] = m_shapes.try_emplace(std::move(key), narrow(m_program->recordShapes.size()));
    if (added)
        m_program->recordShapes.push_back({type, keys});
    return at->second;
}

GlobalId ProgramBuilder::global(GlobalCode global) {
    m_program->globals.push_back(std::move(global));
    return GlobalId(m_program->globals.size() - 1);
}

FunctionId ProgramBuilder::declareFunction() {
    m_program->functions.push_back(std::make_unique<FunctionCode>());
    return FunctionId(m_program->functions.size() - 1);
}

void ProgramBuilder::defineFunction(FunctionId id, FunctionCode code) {
    *m_program->functions[id] = std::move(code);
}

ClassId ProgramBuilder::declareClass() {
    m_program->classes.emplace_back();
    return ClassId(m_program->classes.size() - 1);
}

void ProgramBuilder::defineClass(ClassId id, ClassCode code) {
    m_program->classes[id] = std::move(code);
}

} // namespace barre::runtime
