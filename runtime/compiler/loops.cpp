#include "runtime/compiler/function_compiler.h"

#include "model/types/projections.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

// The condition stands behind the body: one fused compare-and-jump per round.
void FunctionCompiler::whileStmt(const WhileStmt* node) {
    Label end = m_asm.label(), test = m_asm.label();
    const ConstantValue* constant = constantOf(node->condition());
    const bool* known = constant ? constant->get<bool>() : nullptr;
    bool forever = known && *known;
    if (!forever)
        m_asm.jump(test);
    else
        m_asm.bind(test);
    Label loop = m_asm.here();
    m_loops.push_back({end, test, m_cleanups.size()});
    block(node->block());
    m_loops.pop_back();
    if (forever) {
        m_asm.jump(loop, Opcode::LOOP);
    } else {
        Scope scope(*this);
        m_asm.bind(test);
        place(node->condition());
        loopBack(node->condition(), loop, end);
    }
    m_asm.bind(end);
}

void FunctionCompiler::foreachStmt(const ForeachStmt* node) {
    Label end = m_asm.label(), next = m_asm.label();
    const BindingPattern* pattern = node->typedBindingPattern()->bindingPattern();
    iterate(node, node->expression(), m_model.iterationOf(node), end, next, [&](Reg value) {
        Scope scope(*this);
        m_loops.push_back({end, next, m_cleanups.size()});
        bindPattern(pattern, value);
        block(node->block());
        m_loops.pop_back();
        place(node->expression());
    });
}

void FunctionCompiler::jumpOut(bool toContinue) {
    if (m_loops.empty())
        return;
    const Loop& loop = m_loops.back();
    cleanUp(loop.cleanups);
    m_asm.jump(toContinue ? loop.continueLabel : loop.breakLabel);
}

void FunctionCompiler::iterate(const Node* site, const Node* iterable, const IterationFacts* facts,
                               Label breakLabel, Label continueLabel, const std::function<void(Reg)>& body) {
    Scope scope(*this);
    const Node* inner = iterable;
    while (auto* parenthesized = cast<ParenthesizedExpr>(inner))
        inner = parenthesized->expression();
    if (auto* range = cast<RangeExpr>(inner))
        return iterateRange(range, breakLabel, continueLabel, body);
    Reg sequence = temp();
    exprTo(iterable, sequence);
    m_firstTemp = m_next;
    place(iterable);
    switch (facts ? facts->kind : IterationKind::Mapping) {
    case IterationKind::List: return iterateList(sequence, breakLabel, continueLabel, body);
    case IterationKind::Stream: return iterateNext(site, sequence, true, breakLabel, continueLabel, body);
    case IterationKind::MixedWithStream:
        emit(Opcode::NEW_STREAM, sequence, sequence);
        m_asm.extra(typeId(types::streamOf(types(), types::valueType)));
        return iterateNext(site, sequence, true, breakLabel, continueLabel, body);
    case IterationKind::Iterable:
        emit(Opcode::CALL_METHOD, sequence, 1, builder().name("iterator"));
        m_asm.extra(0);
        return iterateNext(site, sequence, false, breakLabel, continueLabel, body);
    default: return iterateSequence(sequence, breakLabel, continueLabel, body);
    }
}

// An inclusive range steps at its head, so that a range up to the greatest int ends.
void FunctionCompiler::iterateRange(const RangeExpr* range, Label breakLabel, Label continueLabel,
                                    const std::function<void(Reg)>& body) {
    bool inclusive = range->rangeOperator()->kind() == TokenKind::Ellipsis;
    Reg counter = temps(2);
    Reg limit = Reg(counter + 1);
    exprTo(range->left(), counter);
    exprTo(range->right(), limit);
    m_firstTemp = m_next;
    if (inclusive) {
        Label first = m_asm.label();
        m_asm.compareJump(Opcode::JUMP_LT_INT, limit, counter, breakLabel);
        m_asm.jump(first);
        Label step = m_asm.here();
        m_asm.abi(Opcode::ADD_INT_K, counter, counter, 1);
        m_asm.bind(first);
        body(counter);
        m_asm.bind(continueLabel);
        m_asm.compareJump(Opcode::LOOP_LT_INT, counter, limit, step);
    } else {
        m_asm.compareJump(Opcode::JUMP_LE_INT, limit, counter, breakLabel);
        Label loop = m_asm.here();
        body(counter);
        m_asm.bind(continueLabel);
        m_asm.compareJump(Opcode::FOR_RANGE, counter, limit, loop);
    }
    m_asm.bind(breakLabel);
}

// As many members as the list has at the beginning: a body that appends to it ends.
void FunctionCompiler::iterateList(Reg list, Label breakLabel, Label continueLabel,
                                   const std::function<void(Reg)>& body) {
    Reg index = temps(3);
    Reg limit = Reg(index + 1);
    Reg item = Reg(index + 2);
    m_firstTemp = m_next;
    m_asm.ai(Opcode::LOAD_INT, index, -1);
    emit(Opcode::LIST_LENGTH, limit, list);
    m_asm.jump(continueLabel);
    Label loop = m_asm.here();
    body(item);
    m_asm.bind(continueLabel);
    m_asm.forList(item, index, list, loop);
    m_asm.bind(breakLabel);
}

void FunctionCompiler::iterateSequence(Reg sequence, Label breakLabel, Label continueLabel,
                                       const std::function<void(Reg)>& body) {
    Reg item = temp();
    m_firstTemp = m_next;
    emit(Opcode::ITERATE, sequence, sequence);
    m_asm.jump(continueLabel);
    Label loop = m_asm.here();
    body(item);
    m_asm.bind(continueLabel);
    m_asm.compareJump(Opcode::ITERATE_NEXT, sequence, item, breakLabel);
    m_asm.jump(loop, Opcode::LOOP);
    m_asm.bind(breakLabel);
}

// A clause of a query gives its errors to the query.
const Node* FunctionCompiler::failSite(const Node* site) const {
    for (size_t i = m_failTargets.size(); i-- > 0;)
        if (m_failTargets[i].owner->contains(site))
            return m_failTargets[i].owner;
    return nullptr;
}

// next() gives a record with the value, nil at the end, or the error that ends the iteration.
void FunctionCompiler::iterateNext(const Node* site, Reg iterator, bool isStream, Label breakLabel,
                                   Label continueLabel, const std::function<void(Reg)>& body) {
    Reg item = temp();
    m_firstTemp = m_next;
    m_asm.jump(continueLabel);
    Label loop = m_asm.here();
    body(item);
    m_asm.bind(continueLabel);
    {
        Scope scope(*this);
        Reg result = temp();
        move(result, iterator);
        if (isStream) {
            intrinsic("ballerina/lang.stream:next", result, 1);
        } else {
            emit(Opcode::CALL_METHOD, result, 1, builder().name("next"));
            m_asm.extra(0);
        }
        Label value = m_asm.label();
        m_asm.jumpIf(Opcode::JUMP_NIL, result, breakLabel);
        m_asm.jumpIf(Opcode::JUMP_NOT_ERROR, result, value);
        const CheckFacts* check = m_model.checkOf(site);
        failTo(check ? check->target : failSite(site), result);
        m_asm.bind(value);
        emit(Opcode::FIELD_GET, item, result, builder().name("value"));
    }
    m_asm.jump(loop, Opcode::LOOP);
    m_asm.bind(breakLabel);
}

} // namespace barre::runtime
