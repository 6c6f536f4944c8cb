#include "runtime/compiler/function_compiler.h"

#include "model/types/projections.h"
#include "runtime/compiler/lock_sets.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

void FunctionCompiler::withOnFail(const Node* owner, const OnFailClause* clause,
                                  const std::function<void()>& body) {
    if (!clause)
        return body();
    Label failed = m_asm.label(), end = m_asm.label();
    Reg error = temp();
    m_firstTemp = m_next;
    m_failTargets.push_back({owner, failed, error, m_cleanups.size()});
    const SlotCounts sent = m_messages.sent;
    body();
    m_failTargets.pop_back();
    m_asm.jump(end);
    m_asm.bind(failed);
    passSends(sent);
    {
        Scope scope(*this);
        if (clause->typedBindingPattern()) {
            Reg copy = temp();
            move(copy, error);
            bindPattern(clause->typedBindingPattern()->bindingPattern(), copy);
        }
        block(clause->block());
    }
    m_asm.bind(end);
}

// From the inside out; the handlers of lock and transaction statements do the same for panics.
void FunctionCompiler::cleanUp(size_t depth, std::optional<Reg> error) {
    for (size_t i = m_cleanups.size(); i-- > depth;) {
        if (m_cleanups[i].kind == Cleanup::Kind::Lock)
            emit(Opcode::UNLOCK, m_cleanups[i].reg);
        else
            rollBack(m_cleanups[i], error);
    }
}

void FunctionCompiler::failTo(const Node* target, Reg error) {
    // A retry statement between here and the target takes the failure first.
    if (!m_retries.empty()) {
        const FailTarget& retry = m_retries.back();
        bool isOutside = !target || target == retry.owner || target->contains(retry.owner);
        if (isOutside) {
            cleanUp(retry.cleanups, error);
            move(retry.error, error);
            return m_asm.jump(retry.label);
        }
    }
    for (size_t i = m_failTargets.size(); target && i-- > 0;) {
        const FailTarget& fail = m_failTargets[i];
        if (fail.owner != target)
            continue;
        cleanUp(fail.cleanups, error);
        move(fail.error, error);
        m_asm.jump(fail.label);
        return;
    }
    leaveWith(error, true);
}

void FunctionCompiler::check(const Node* node, Reg value) {
    const CheckFacts* facts = m_model.checkOf(node);
    const Node* target = facts ? facts->target : nullptr;
    place(node);
    if (!target && m_cleanups.empty() && m_retries.empty())
        return emit(Opcode::RETURN_IF_ERROR, value);
    Label fine = m_asm.label();
    m_asm.jumpIf(Opcode::JUMP_NOT_ERROR, value, fine);
    failTo(target, value);
    m_asm.bind(fine);
}

/// A value of json that has to be of a narrower type; an error stays as it is.
void FunctionCompiler::ensureTo(const Node* node, SemType type, Reg dst) {
    Scope scope(*this);
    Reg base = temps(2);
    move(base, dst);
    m_asm.ak(Opcode::LOAD_TYPEDESC, Reg(base + 1), typeId(type));
    place(node);
    intrinsic("ballerina/lang.value:ensureType", base, 2);
    move(dst, base);
}

void FunctionCompiler::checkingTo(const CheckingExpr* node, Reg dst) {
    exprTo(node->expression(), dst);
    const CheckFacts* facts = m_model.checkOf(node);
    if (facts && !facts->ensured.isNever()) {
        ensureTo(node, facts->ensured, dst);
        return check(node, dst);
    }
    if (m_model.hasType(node->expression()) && !typeOf(node->expression()).has(BasicType::Error))
        return;
    if (node->checkingKeyword()->kind() == TokenKind::CheckKeyword)
        return check(node, dst);
    Label fine = m_asm.label();
    m_asm.jumpIf(Opcode::JUMP_NOT_ERROR, dst, fine);
    place(node);
    emit(Opcode::PANIC, dst);
    m_asm.bind(fine);
}

void FunctionCompiler::failStmt(const FailStmt* node) {
    Reg error = expr(node->expression());
    const CheckFacts* facts = m_model.checkOf(node);
    place(node);
    failTo(facts ? facts->target : nullptr, error);
}

void FunctionCompiler::lockStmt(const LockStmt* node) {
    const LockSet set = findLocks(m_program.package(), m_model, node, m_self);
    size_t keyCount = std::max<size_t>(set.size(), 1);
    Reg lock = temps(2);
    Reg error = Reg(lock + 1);
    m_firstTemp = m_next;
    {
        Scope scope(*this);
        Reg keys = temps(keyCount);
        lockKeysTo(set, keys);
        emit(Opcode::LOCK, lock, keys, Reg(keyCount));
    }
    m_cleanups.push_back({Cleanup::Kind::Lock, lock});
    Label begin = m_asm.here();
    block(node->block());
    Label end = m_asm.here();
    m_cleanups.pop_back();
    emit(Opcode::UNLOCK, lock);
    Label over = m_asm.label();
    m_asm.jump(over);
    Label panicked = m_asm.here();
    emit(Opcode::UNLOCK, lock);
    emit(Opcode::PANIC, error);
    m_asm.handler(begin, end, panicked, error);
    m_asm.bind(over);
}

void FunctionCompiler::lockKeysTo(const LockSet& set, Reg keys) {
    if (set.everything || set.size() == 0)
        return loadNil(keys);
    for (const VariableSymbol* variable : set.variables)
        loadInt(keys++, m_program.globalId(*variable));
    if (set.self)
        variableTo(*set.self, keys);
}

void FunctionCompiler::trapTo(const TrapExpr* node, Reg dst) {
    Label over = m_asm.label();
    Label begin = m_asm.here();
    exprTo(node->expression(), dst);
    Label end = m_asm.here();
    m_asm.jump(over);
    Label panicked = m_asm.here();
    m_asm.handler(begin, end, panicked, dst);
    m_asm.bind(over);
}

} // namespace barre::runtime
