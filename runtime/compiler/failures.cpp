#include "runtime/compiler/function_compiler.h"

#include "model/types/projections.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

void FunctionCompiler::withOnFail(const Node* owner, const OnFailClause* clause, const std::function<void()>& body) {
    if (!clause)
        return body();
    Label failed = m_asm.label(), end = m_asm.label();
    Reg error = temp();
    m_firstTemp = m_next;
    m_failTargets.push_back({owner, failed, error, m_locks.size()});
    body();
    m_failTargets.pop_back();
    m_asm.jump(end);
    m_asm.bind(failed);
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

// Locks are released from the inside out; the handler of the lock statement does the same for panics.
void FunctionCompiler::cleanUp(size_t depth) {
    for (size_t i = m_locks.size(); i-- > depth;)
        emit(Opcode::UNLOCK, m_locks[i]);
}

void FunctionCompiler::failTo(const Node* target, Reg error) {
    for (size_t i = m_failTargets.size(); target && i-- > 0;) {
        const FailTarget& fail = m_failTargets[i];
        if (fail.owner != target)
            continue;
        cleanUp(fail.cleanups);
        move(fail.error, error);
        m_asm.jump(fail.label);
        return;
    }
    leaveWith(error);
}

void FunctionCompiler::check(const Node* node, Reg value) {
    const CheckFacts* facts = m_model.checkOf(node);
    const Node* target = facts ? facts->target : nullptr;
    place(node);
    if (!target && m_locks.empty())
        return emit(Opcode::RETURN_IF_ERROR, value);
    Label fine = m_asm.label();
    m_asm.jumpIf(Opcode::JUMP_NOT_ERROR, value, fine);
    failTo(target, value);
    m_asm.bind(fine);
}

void FunctionCompiler::checkingTo(const CheckingExpr* node, Reg dst) {
    exprTo(node->expression(), dst);
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
    Reg lock = temps(2);
    Reg error = Reg(lock + 1);
    m_firstTemp = m_next;
    emit(Opcode::LOCK, lock);
    m_locks.push_back(lock);
    Label begin = m_asm.here();
    block(node->block());
    Label end = m_asm.here();
    m_locks.pop_back();
    emit(Opcode::UNLOCK, lock);
    Label over = m_asm.label();
    m_asm.jump(over);
    Label panicked = m_asm.here();
    emit(Opcode::UNLOCK, lock);
    emit(Opcode::PANIC, error);
    m_asm.handler(begin, end, panicked, error);
    m_asm.bind(over);
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

// Up to three further attempts, or as many as the argument says, as the default retry manager does.
void FunctionCompiler::retryStmt(const Node* node) {
    auto* plain = cast<RetryStmt>(node);
    auto* withTransaction = cast<RetryTransactionStmt>(node);
    const ArgList* argList = plain ? plain->argList() : withTransaction->argList();
    if (plain ? plain->typeParameter() != nullptr : withTransaction->typeParameter() != nullptr)
        return unsupported(node, "a retry statement with a retry manager of its own");
    const OnFailClause* clause = plain ? plain->onFailClause() : withTransaction->transactionStmt()->onFailClause();
    withOnFail(node, clause, [&] {
        Reg left = temps(2);
        Reg error = Reg(left + 1);
        m_firstTemp = m_next;
        auto* count = argList && !argList->args().empty() ? cast<PositionalArg>(argList->args().front()) : nullptr;
        if (count)
            exprTo(count->expression(), left);
        else
            loadInt(left, 3);
        Label again = m_asm.here();
        Label failed = m_asm.label(), giveUp = m_asm.label(), end = m_asm.label();
        m_failTargets.push_back({plain ? node : withTransaction->transactionStmt(), failed, error, m_locks.size()});
        m_failTargets.push_back({plain ? static_cast<const Node*>(plain->block()) : node, failed, error,
                                 m_locks.size()});
        if (plain)
            block(plain->block());
        else
            transactionStmt(withTransaction->transactionStmt());
        m_failTargets.pop_back();
        m_failTargets.pop_back();
        m_asm.jump(end);
        m_asm.bind(failed);
        m_asm.compareJump(Opcode::JUMP_LE_INT_K, left, 0, giveUp);
        m_asm.abi(Opcode::ADD_INT_K, left, left, -1);
        m_asm.jump(again, Opcode::LOOP);
        m_asm.bind(giveUp);
        const CheckFacts* facts = m_model.checkOf(node);
        failTo(clause ? node : (facts ? facts->target : nullptr), error);
        m_asm.bind(end);
    });
}

void FunctionCompiler::transactionStmt(const TransactionStmt* node) {
    unsupported(node, "a transaction statement");
}

void FunctionCompiler::rollbackStmt(const RollbackStmt* node) {
    unsupported(node, "a rollback statement");
}

} // namespace barre::runtime
