#include "runtime/compiler/function_compiler.h"

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

// An earlier pattern of the clause has bound the variables already.
bool FunctionCompiler::isBound(const Node* pattern) const {
    bool found = false;
    syntax::forEachNode(pattern, [&](const Node* node) {
        auto* variable = is<BindingPattern>(node) ? as<VariableSymbol>(m_model.symbolOf(node)) : nullptr;
        found = found || (variable && findLocal(*variable));
    });
    return found;
}

// What a pattern binds must be bound in every alternative; the registers of the last one are used, so all
// alternatives of a clause share the variables' registers.
void FunctionCompiler::matchBinding(const Node* binding, Reg value, Label no) {
    auto* variable = as<VariableSymbol>(m_model.symbolOf(binding));
    if (is<ListBindingPattern>(binding)) {
        auto* list = cast<ListBindingPattern>(binding);
        size_t count = list->members().size();
        bool rest = count > 0 && is<RestBindingPattern>(list->members().back());
        requireBasic(types::bitOf(BasicType::List), value, no);
        requireLength(value, int64_t(count - rest), rest, no);
        for (size_t i = 0; i < count; ++i) {
            Reg item = temp();
            if (rest && i + 1 == count) {
                m_asm.abi(Opcode::LIST_SLICE_FROM, item, value, int16_t(i));
                matchBinding(list->members()[i], item, no);
                continue;
            }
            m_asm.abi(Opcode::LIST_GET_K, item, value, int16_t(i));
            matchBinding(list->members()[i], item, no);
        }
        return;
    }
    if (auto* mapping = cast<MappingBindingPattern>(binding)) {
        requireBasic(types::bitOf(BasicType::Mapping), value, no);
        for (const BindingPattern* field : mapping->fields()) {
            auto* named = cast<FieldBindingPattern>(field);
            if (!named)
                continue;
            Scope scope(*this);
            Reg has = temp();
            emit(Opcode::MAPPING_HAS, has, value, builder().name(identifierValue(named->name())));
            m_asm.jumpIf(Opcode::JUMP_FALSE, has, no);
        }
        return destructure(mapping, value, !isBound(mapping));
    }
    if (auto* error = cast<ErrorBindingPattern>(binding)) {
        requireBasic(types::bitOf(BasicType::Error), value, no);
        if (error->errorTypeReference())
            requireType(m_model.descriptorType(error->errorTypeReference()), value, no);
        return destructure(error, value, !isBound(error));
    }
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
    case NodeKind::VarMatchPattern:
        if (is<WildcardBindingPattern>(cast<VarMatchPattern>(pattern)->bindingPattern()))
            return;
        return matchBinding(cast<VarMatchPattern>(pattern)->bindingPattern(), value, no);
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
    case NodeKind::ListMatchPattern: return matchList(cast<ListMatchPattern>(pattern), value, no);
    case NodeKind::MappingMatchPattern: return matchMapping(cast<MappingMatchPattern>(pattern), value, no);
    case NodeKind::ErrorMatchPattern: return matchError(cast<ErrorMatchPattern>(pattern), value, no);
    default: return unsupported(pattern, "this match pattern");
    }
}

void FunctionCompiler::matchList(const ListMatchPattern* pattern, Reg value, Label no) {
    size_t count = pattern->members().size();
    bool rest = count > 0 && is<RestMatchPattern>(pattern->members().back());
    requireBasic(types::bitOf(BasicType::List), value, no);
    requireLength(value, int64_t(count - rest), rest, no);
    for (size_t i = 0; i < count; ++i) {
        Reg item = temp();
        m_firstTemp = m_next;
        if (auto* tail = cast<RestMatchPattern>(pattern->members()[i])) {
            m_asm.abi(Opcode::LIST_SLICE_FROM, item, value, int16_t(i));
            matchBinding(tail, item, no);
            continue;
        }
        m_asm.abi(Opcode::LIST_GET_K, item, value, int16_t(i));
        matchPattern(pattern->members()[i], item, types::anyType, no);
    }
}

void FunctionCompiler::matchMapping(const MappingMatchPattern* pattern, Reg value, Label no) {
    requireBasic(types::bitOf(BasicType::Mapping), value, no);
    std::vector<std::string> names;
    for (const MatchPattern* field : pattern->fields()) {
        Reg item = temp();
        m_firstTemp = m_next;
        if (auto* rest = cast<RestMatchPattern>(field)) {
            auto* variable = as<VariableSymbol>(m_model.symbolOf(rest));
            SemType type =
                variable ? types::partOf(types(), variable->type, BasicType::Mapping) : types::neverType;
            mappingRest(item, value, names, type.isNever() ? types::mapOf(types(), types::valueType) : type);
            matchBinding(rest, item, no);
            continue;
        }
        auto* named = cast<FieldMatchPattern>(field);
        if (!named)
            continue;
        names.push_back(identifierValue(named->name()));
        NameId name = builder().name(names.back());
        emit(Opcode::MAPPING_HAS, item, value, name);
        m_asm.jumpIf(Opcode::JUMP_FALSE, item, no);
        emit(Opcode::FIELD_GET, item, value, name);
        matchPattern(named->matchPattern(), item, types::anyType, no);
    }
}

void FunctionCompiler::matchError(const ErrorMatchPattern* pattern, Reg value, Label no) {
    requireBasic(types::bitOf(BasicType::Error), value, no);
    if (pattern->errorTypeReference()) {
        SemType type = m_model.descriptorType(pattern->errorTypeReference());
        if (auto* symbol = as<TypeSymbol>(m_model.symbolOf(pattern->errorTypeReference()));
            symbol && type.isNever())
            type = symbol->type;
        requireType(type, value, no);
    }
    Reg detail = temp();
    move(detail, value);
    intrinsic("ballerina/lang.error:detail", detail, 1);
    std::vector<std::string> names;
    int positional = 0;
    for (const MatchPattern* arg : pattern->args()) {
        Reg item = temp();
        m_firstTemp = m_next;
        if (auto* named = cast<NamedArgMatchPattern>(arg)) {
            names.push_back(identifierValue(named->name()));
            NameId name = builder().name(names.back());
            emit(Opcode::MAPPING_HAS, item, detail, name);
            m_asm.jumpIf(Opcode::JUMP_FALSE, item, no);
            emit(Opcode::FIELD_GET, item, detail, name);
            matchPattern(named->matchPattern(), item, types::valueType, no);
        } else if (auto* rest = cast<RestMatchPattern>(arg)) {
            mappingRest(item, detail, names, types::mapOf(types(), types::valueType));
            matchBinding(rest, item, no);
        } else {
            move(item, value);
            intrinsic(positional++ == 0 ? "ballerina/lang.error:message" : "ballerina/lang.error:cause", item,
                      1);
            matchPattern(arg, item, types::valueType, no);
        }
    }
}

} // namespace barre::runtime
