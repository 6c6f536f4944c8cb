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

const FunctionCompiler::Cleanup* FunctionCompiler::innermostTransaction() const {
    for (size_t i = m_cleanups.size(); i-- > 0;)
        if (m_cleanups[i].kind == Cleanup::Kind::Transaction)
            return &m_cleanups[i];
    return nullptr;
}

// Only if the transaction still runs: after a commit there is nothing to roll back. The manager of a retry
// decides first, so that the handlers know whether there will be another attempt.
void FunctionCompiler::rollBack(const Cleanup& transaction, std::optional<Reg> error, bool isPanic) {
    Scope scope(*this);
    Reg running = temps(3);
    Reg cause = Reg(running + 1), willRetry = Reg(running + 2);
    Label over = m_asm.label();
    transactionCall("barre:inTransaction", {transaction.reg}, running);
    m_asm.jumpIf(Opcode::JUMP_FALSE, running, over);
    if (error)
        move(cause, *error);
    else
        loadNil(cause);
    m_asm.ai(Opcode::LOAD_BOOLEAN, willRetry, 0);
    if (transaction.retry && error && !isPanic) {
        shouldRetry(*transaction.retry, *error);
        move(willRetry, transaction.retry->decision);
    }
    transactionCall("barre:transactionRollback", {cause, willRetry}, running);
    m_asm.bind(over);
}

void FunctionCompiler::transactionStmt(const TransactionStmt* node, const Retry* retry) {
    Scope scope(*this);
    Reg error = temps(2);
    Reg info = Reg(error + 1);
    m_firstTemp = m_next;
    if (retry)
        move(info, retry->previous);
    else
        loadNil(info);
    place(node);
    m_asm.ak(Opcode::CALL, info,
             m_program.functionId(m_program.libraryFunction("ballerina/lang.transaction", "begin")));
    transactionCall("ballerina/lang.transaction:info", {}, info);
    if (retry)
        move(retry->previous, info);
    m_cleanups.push_back({Cleanup::Kind::Transaction, info, retry});
    const Cleanup cleanup = m_cleanups.back();
    Label begun = m_asm.here();
    block(node->block());
    Label end = m_asm.here();
    m_cleanups.pop_back();
    Label over = m_asm.label();
    m_asm.jump(over);
    Label panicked = m_asm.here();
    rollBack(cleanup, error, true);
    emit(Opcode::PANIC, error);
    m_asm.handler(begun, end, panicked, error);
    m_asm.bind(over);
}

void FunctionCompiler::rollbackStmt(const RollbackStmt* node) {
    const Cleanup* transaction = innermostTransaction();
    if (!transaction)
        return unsupported(node, "a rollback statement outside of a transaction");
    std::optional<Reg> error;
    if (node->expression())
        error = expr(node->expression());
    rollBack(*transaction, error);
}

// A transaction that may only be rolled back is, and the commit gives the reason.
void FunctionCompiler::commitTo(const CommitAction* node, Reg dst) {
    const Cleanup* transaction = innermostTransaction();
    if (!transaction)
        return unsupported(node, "a commit action outside of a transaction");
    Scope scope(*this);
    Reg failure = temps(2);
    Reg ignored = Reg(failure + 1);
    Label fine = m_asm.label(), end = m_asm.label();
    place(node);
    transactionCall("barre:commitFailure", {}, failure);
    m_asm.jumpIf(Opcode::JUMP_NIL, failure, fine);
    rollBack(*transaction, failure);
    m_asm.jump(end);
    m_asm.bind(fine);
    transactionCall("barre:transactionCommit", {}, ignored);
    if (transaction->retry)
        m_asm.ai(Opcode::LOAD_BOOLEAN, transaction->retry->decision, 0);
    m_asm.bind(end);
    move(dst, failure);
}

// The manager is made once; it is asked after every failure, at most once for each.
void FunctionCompiler::retryStmt(const Node* node) {
    auto* plain = cast<RetryStmt>(node);
    auto* withTransaction = cast<RetryTransactionStmt>(node);
    const CallFacts* manager = m_model.callOf(node);
    if (!manager)
        return unsupported(node, "this retry statement");
    const TransactionStmt* transaction = plain ? nullptr : withTransaction->transactionStmt();
    const Node* owner = plain ? node : transaction;
    const OnFailClause* clause = plain ? plain->onFailClause() : transaction->onFailClause();
    withOnFail(owner, clause, [&] {
        Reg first = temps(4);
        const Retry retry{node, first, Reg(first + 1), Reg(first + 2)};
        Reg error = Reg(first + 3);
        m_firstTemp = m_next;
        newObject(node, *manager, retry.manager);
        loadNil(retry.previous);
        Label again = m_asm.here();
        Label failed = m_asm.label(), giveUp = m_asm.label(), end = m_asm.label();
        loadNil(retry.decision);
        m_retries.push_back({owner, failed, error, m_cleanups.size()});
        if (plain)
            block(plain->block());
        else
            transactionStmt(transaction, &retry);
        m_retries.pop_back();
        m_asm.jump(end);
        m_asm.bind(failed);
        shouldRetry(retry, error);
        m_asm.jumpIf(Opcode::JUMP_FALSE, retry.decision, giveUp);
        m_asm.jump(again, Opcode::LOOP);
        m_asm.bind(giveUp);
        const CheckFacts* facts = m_model.checkOf(owner);
        failTo(clause ? owner : (facts ? facts->target : failSite(node)), error);
        m_asm.bind(end);
    });
}

void FunctionCompiler::shouldRetry(const Retry& retry, Reg error) {
    Scope scope(*this);
    Label decided = m_asm.label();
    m_asm.jumpIf(Opcode::JUMP_NOT_NIL, retry.decision, decided);
    Reg base = temps(2);
    move(base, retry.manager);
    move(Reg(base + 1), error);
    place(retry.node);
    emit(Opcode::CALL_METHOD, base, 2, builder().name("shouldRetry"));
    m_asm.extra(0);
    move(retry.decision, base);
    m_asm.bind(decided);
}

} // namespace barre::runtime
