#include "runtime/compiler/function_compiler.h"

#include "model/syntax/pattern_parts.h"
#include "model/types/operations.h"
#include "model/types/projections.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

void FunctionCompiler::matchStmt(const MatchStmt* node) {
    Label end = m_asm.label();
    Reg value = temp();
    exprTo(node->matchTarget(), value);
    m_firstTemp = m_next;
    SemType type = typeOf(node->matchTarget());
    const SlotCounts sent = m_messages.sent;
    for (const MatchClause* clause : node->clauses()) {
        Scope scope(*this);
        Label next = m_asm.label(), matched = m_asm.label();
        place(clause);
        size_t count = clause->matchPatterns().size();
        for (size_t i = 0; i < count; ++i) {
            bool last = i + 1 == count;
            Label other = last ? next : m_asm.label();
            matchPattern(clause->matchPatterns()[i], value, type, other);
            if (last)
                break;
            m_asm.jump(matched);
            m_asm.bind(other);
        }
        m_asm.bind(matched);
        if (clause->matchGuard())
            branch(clause->matchGuard()->expression(), false, next);
        passSends(sent);
        block(clause->block());
        m_asm.jump(end);
        m_asm.bind(next);
    }
    m_asm.bind(end);
}

void FunctionCompiler::requireBasic(uint32_t bits, Reg value, Label no) {
    Scope scope(*this);
    Reg test = temp();
    isTypeTo(test, value, types::wholeType(bits));
    m_asm.jumpIf(Opcode::JUMP_FALSE, test, no);
}

void FunctionCompiler::requireType(const SemType& type, Reg value, Label no) {
    Scope scope(*this);
    Reg test = temp();
    isTypeTo(test, value, type);
    m_asm.jumpIf(Opcode::JUMP_FALSE, test, no);
}

void FunctionCompiler::requireLength(Reg list, int64_t length, bool orMore, Label no) {
    Scope scope(*this);
    Reg actual = temp();
    emit(Opcode::LIST_LENGTH, actual, list);
    m_asm.compareJump(orMore ? Opcode::JUMP_LT_INT_K : Opcode::JUMP_NE_INT_K, actual, uint16_t(length), no);
}

// What a pattern binds must be bound in every alternative; the registers of the last one are used, so all
// alternatives of a clause share the variables' registers.
void FunctionCompiler::matchVariable(const Node* pattern, Reg value) {
    auto* variable = as<VariableSymbol>(m_model.symbolOf(pattern));
    if (!variable)
        return;
    if (const Variable* known = findLocal(*variable)) {
        if (known->isCell)
            emit(Opcode::CELL_SET, known->reg, value);
        else
            move(known->reg, value);
        return;
    }
    Reg copy = temp();
    move(copy, value);
    bindVariable(*variable, copy);
}

void FunctionCompiler::matchPattern(const Node* pattern, Reg value, const SemType& type, Label no) {
    switch (pattern->kind()) {
    case NodeKind::WildcardMatchPattern:
        if (type.has(BasicType::Error))
            requireBasic(types::anyType.all, value, no);
        return;
    case NodeKind::WildcardBindingPattern: return;
    case NodeKind::VarMatchPattern:
        return matchPattern(cast<VarMatchPattern>(pattern)->bindingPattern(), value, type, no);
    case NodeKind::CaptureBindingPattern:
    case NodeKind::FieldBindingPattern:
    case NodeKind::RestBindingPattern:
    case NodeKind::RestMatchPattern: return matchVariable(pattern, value);
    case NodeKind::ConstPattern: {
        Scope scope(*this);
        const Node* expression = cast<ConstPattern>(pattern)->expression();
        Reg constant = expr(expression);
        Reg equal = temp();
        SemType constantType = typeOf(expression);
        bool strings = !constantType.isNever() && constantType.within(BasicType::String) && !type.isNever() &&
                       type.within(BasicType::String);
        bool ints = !constantType.isNever() && constantType.within(BasicType::Int) && !type.isNever() &&
                    type.within(BasicType::Int);
        if (strings || ints)
            return m_asm.compareJump(strings ? Opcode::JUMP_NE_STRING : Opcode::JUMP_NE_INT, value, constant,
                                     no);
        emit(Opcode::EQ, equal, value, constant);
        return m_asm.jumpIf(Opcode::JUMP_FALSE, equal, no);
    }
    case NodeKind::ListMatchPattern:
    case NodeKind::ListBindingPattern: return matchList(pattern, value, no);
    case NodeKind::MappingMatchPattern:
    case NodeKind::MappingBindingPattern: return matchMapping(pattern, value, no);
    case NodeKind::ErrorMatchPattern:
    case NodeKind::ErrorBindingPattern: return matchError(pattern, value, no);
    default: return unsupported(pattern, "this match pattern");
    }
}

void FunctionCompiler::matchList(const Node* pattern, Reg value, Label no) {
    const std::vector<PatternPart> parts = partsOf(pattern);
    bool rest = !parts.empty() && parts.back().isRest;
    requireBasic(types::bitOf(BasicType::List), value, no);
    requireLength(value, int64_t(parts.size() - rest), rest, no);
    for (size_t i = 0; i < parts.size(); ++i) {
        Reg item = temp();
        m_firstTemp = m_next;
        if (parts[i].isRest)
            listRest(item, value, int16_t(i), parts[i].node);
        else
            m_asm.abi(Opcode::LIST_GET_K, item, value, int16_t(i));
        matchPattern(parts[i].pattern, item, types::valueType, no);
    }
}

/// The field of a mapping, where it has it.
void FunctionCompiler::matchField(const PatternPart& part, Reg mapping, Reg item, Label no) {
    NameId name = builder().name(part.name);
    emit(Opcode::MAPPING_HAS, item, mapping, name);
    m_asm.jumpIf(Opcode::JUMP_FALSE, item, no);
    emit(Opcode::FIELD_GET, item, mapping, name);
    matchPattern(part.pattern, item, types::valueType, no);
}

void FunctionCompiler::matchRest(const PatternPart& part, Reg mapping, Reg item,
                                 const std::vector<std::string>& names) {
    mappingRest(item, mapping, names, restType(part.node));
    matchVariable(part.pattern, item);
}

void FunctionCompiler::matchMapping(const Node* pattern, Reg value, Label no) {
    requireBasic(types::bitOf(BasicType::Mapping), value, no);
    std::vector<std::string> names;
    for (const PatternPart& part : partsOf(pattern)) {
        Reg item = temp();
        m_firstTemp = m_next;
        if (part.isRest) {
            matchRest(part, value, item, names);
            continue;
        }
        names.push_back(part.name);
        matchField(part, value, item, no);
    }
}

void FunctionCompiler::requireErrorType(const TypeReference* reference, Reg value, Label no) {
    SemType type = m_model.descriptorType(reference);
    if (auto* symbol = as<TypeSymbol>(m_model.symbolOf(reference)); symbol && type.isNever())
        type = symbol->type;
    requireType(type, value, no);
}

void FunctionCompiler::matchError(const Node* pattern, Reg value, Label no) {
    requireBasic(types::bitOf(BasicType::Error), value, no);
    if (const TypeReference* reference = errorTypeReferenceOf(pattern))
        requireErrorType(reference, value, no);
    Reg detail = temp();
    move(detail, value);
    intrinsic("ballerina/lang.error:detail", detail, 1);
    std::vector<std::string> names;
    int positional = 0;
    for (const PatternPart& part : partsOf(pattern)) {
        Reg item = temp();
        m_firstTemp = m_next;
        if (part.isRest) {
            matchRest(part, detail, item, names);
        } else if (!part.name.empty()) {
            names.push_back(part.name);
            matchField(part, detail, item, no);
        } else {
            move(item, value);
            intrinsic(positional++ == 0 ? "ballerina/lang.error:message" : "ballerina/lang.error:cause", item,
                      1);
            matchPattern(part.pattern, item, types::valueType, no);
        }
    }
}

} // namespace barre::runtime
