#include "runtime/compiler/function_compiler.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

// The natives of transactions call handlers, so they need registers of their own behind their arguments.
void FunctionCompiler::transactionCall(std::string_view name, const std::vector<Reg>& args, Reg dst) {
    Scope scope(*this);
    Reg base = temps(6);
    for (size_t i = 0; i < args.size(); ++i)
        move(Reg(base + i), args[i]);
    intrinsic(name, base, Reg(args.size()));
    move(dst, base);
}

// Only if the transaction still runs: after a commit there is nothing to roll back.
void FunctionCompiler::rollBack(std::optional<Reg> error) {
    Scope scope(*this);
    Reg running = temps(3);
    Reg cause = Reg(running + 1), retries = Reg(running + 2);
    Label over = m_asm.label();
    transactionCall("barre:inTransaction", {}, running);
    m_asm.jumpIf(Opcode::JUMP_FALSE, running, over);
    if (error)
        move(cause, *error);
    else
        loadNil(cause);
    m_asm.ai(Opcode::LOAD_BOOLEAN, retries, 0);
    transactionCall("barre:transactionRollback", {cause, retries}, running);
    m_asm.bind(over);
}

void FunctionCompiler::transactionStmt(const TransactionStmt* node, std::optional<Reg> retryNumber) {
    Scope scope(*this);
    Reg error = temps(2);
    Reg attempt = Reg(error + 1);
    m_firstTemp = m_next;
    if (retryNumber)
        move(attempt, *retryNumber);
    else
        loadInt(attempt, 0);
    place(node);
    transactionCall("barre:transactionBegin", {attempt}, error);
    m_cleanups.push_back({Cleanup::Kind::Transaction, 0});
    Label begin = m_asm.here();
    block(node->block());
    Label end = m_asm.here();
    m_cleanups.pop_back();
    Label over = m_asm.label();
    m_asm.jump(over);
    Label panicked = m_asm.here();
    rollBack(error);
    emit(Opcode::PANIC, error);
    m_asm.handler(begin, end, panicked, error);
    m_asm.bind(over);
}

void FunctionCompiler::rollbackStmt(const RollbackStmt* node) {
    if (node->expression())
        rollBack(expr(node->expression()));
    else
        rollBack({});
}

// Up to three further attempts, or as many as the argument says, as the default retry manager does.
void FunctionCompiler::retryStmt(const Node* node) {
    auto* plain = cast<RetryStmt>(node);
    auto* withTransaction = cast<RetryTransactionStmt>(node);
    const ArgList* argList = plain ? plain->argList() : withTransaction->argList();
    if (plain ? plain->typeParameter() != nullptr : withTransaction->typeParameter() != nullptr)
        return unsupported(node, "a retry statement with a retry manager of its own");
    const TransactionStmt* transaction = plain ? nullptr : withTransaction->transactionStmt();
    const Node* owner = plain ? node : transaction;
    const OnFailClause* clause = plain ? plain->onFailClause() : transaction->onFailClause();
    withOnFail(owner, clause, [&] {
        Reg left = temps(3);
        Reg error = Reg(left + 1), attempt = Reg(left + 2);
        m_firstTemp = m_next;
        auto* count =
            argList && !argList->args().empty() ? cast<PositionalArg>(argList->args().front()) : nullptr;
        if (count)
            exprTo(count->expression(), left);
        else
            loadInt(left, 3);
        loadInt(attempt, 0);
        Label again = m_asm.here();
        Label failed = m_asm.label(), giveUp = m_asm.label(), end = m_asm.label();
        m_retries.push_back({owner, failed, error, m_cleanups.size()});
        if (plain)
            block(plain->block());
        else
            transactionStmt(transaction, attempt);
        m_retries.pop_back();
        m_asm.jump(end);
        m_asm.bind(failed);
        m_asm.compareJump(Opcode::JUMP_LE_INT_K, left, 0, giveUp);
        m_asm.abi(Opcode::ADD_INT_K, left, left, -1);
        m_asm.abi(Opcode::ADD_INT_K, attempt, attempt, 1);
        m_asm.jump(again, Opcode::LOOP);
        m_asm.bind(giveUp);
        const CheckFacts* facts = m_model.checkOf(owner);
        failTo(clause ? owner : (facts ? facts->target : failSite(node)), error);
        m_asm.bind(end);
    });
}

} // namespace barre::runtime
