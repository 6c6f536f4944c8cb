#include "runtime/compiler/function_compiler.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

// A captured variable that is assigned to once it is bound cannot be copied into its closures.
void FunctionCompiler::bindVariable(const VariableSymbol& variable, Reg reg) {
    bool isCell = variable.isCaptured && variable.isReassigned;
    if (isCell)
        emit(Opcode::CELL_NEW, reg, reg);
    m_variables[&variable] = {reg, isCell};
    m_firstTemp = std::max<Reg>(m_firstTemp, Reg(reg + 1));
    if (m_program.options().debug)
        m_code.locals.push_back({variable.name, m_asm.offset(), 0, reg, isCell});
}

void FunctionCompiler::declareVariable(const VariableSymbol& variable) {
    Reg reg = temp();
    if (variable.isCaptured) {
        loadNil(reg);
        emit(Opcode::CELL_NEW, reg, reg);
    }
    m_variables[&variable] = {reg, variable.isCaptured};
    m_firstTemp = m_next;
    if (m_program.options().debug)
        m_code.locals.push_back({variable.name, m_asm.offset(), 0, reg, variable.isCaptured});
}

const FunctionCompiler::Variable* FunctionCompiler::findLocal(const VariableSymbol& variable) const {
    auto at = m_variables.find(&variable);
    return at == m_variables.end() ? nullptr : &at->second;
}

std::optional<Reg> FunctionCompiler::registerOf(const Node* node) const {
    while (auto* parenthesized = cast<ParenthesizedExpr>(node))
        node = parenthesized->expression();
    if (!is<VariableReferenceExpr>(node))
        return {};
    auto* symbol = as<VariableSymbol>(m_model.symbolOf(node));
    const Variable* local = symbol ? findLocal(*symbol) : nullptr;
    if (!local || local->isCell)
        return {};
    return local->reg;
}

void FunctionCompiler::variableTo(const VariableSymbol& variable, Reg dst) {
    if (const Variable* local = findLocal(variable)) {
        if (local->isCell)
            emit(Opcode::CELL_GET, dst, local->reg);
        else
            move(dst, local->reg);
        return;
    }
    if (variable.role == VariableRole::Module || variable.role == VariableRole::Listener) {
        m_asm.ak(Opcode::GLOBAL_GET, dst, m_program.globalId(variable));
        return;
    }
    loadCapture(variable, dst);
    if (isCellVariable(variable))
        emit(Opcode::CELL_GET, dst, dst);
}

void FunctionCompiler::storeVariable(const VariableSymbol& variable, Reg value) {
    if (const Variable* local = findLocal(variable)) {
        if (local->isCell)
            emit(Opcode::CELL_SET, local->reg, value);
        else
            move(local->reg, value);
        return;
    }
    if (variable.role == VariableRole::Module || variable.role == VariableRole::Listener) {
        m_asm.ak(Opcode::GLOBAL_SET, value, m_program.globalId(variable));
        return;
    }
    Scope scope(*this);
    Reg cell = temp();
    loadCapture(variable, cell);
    emit(Opcode::CELL_SET, cell, value);
}

bool FunctionCompiler::isCellVariable(const VariableSymbol& variable) const {
    if (const Variable* local = findLocal(variable))
        return local->isCell;
    return m_outer && m_outer->isCellVariable(variable);
}

size_t FunctionCompiler::captureIndex(const VariableSymbol& variable) {
    auto& list = m_object ? m_object->variables : m_captures;
    for (size_t i = 0; i < list.size(); ++i)
        if (list[i] == &variable)
            return i;
    list.push_back(&variable);
    return list.size() - 1;
}

// A method of an object constructor has what it captures in hidden fields of its object.
void FunctionCompiler::loadCapture(const VariableSymbol& variable, Reg dst) {
    size_t index = captureIndex(variable);
    if (m_object) {
        int slot = m_program.hiddenSlotOf(*m_object->object, index);
        m_asm.abi(Opcode::SLOT_GET, dst, 0, int16_t(slot));
    } else {
        m_asm.ai(Opcode::CAPTURE_GET, dst, int32_t(index));
    }
}

void FunctionCompiler::captureTo(const VariableSymbol& variable, Reg dst) {
    if (const Variable* local = findLocal(variable))
        move(dst, local->reg);
    else
        loadCapture(variable, dst);
}

} // namespace barre::runtime
