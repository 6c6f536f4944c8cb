#include "runtime/compiler/function_compiler.h"

#include "model/types/projections.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

void FunctionCompiler::statements(const NodeList<Statement>& list) {
    for (const Statement* node : list)
        statement(node);
}

void FunctionCompiler::block(const StatementBlock* node) {
    Scope scope(*this);
    const Messages around = m_messages;
    declareWorkers(node->statements());
    statements(node->statements());
    if (m_messages.peers != around.peers)
        m_messages = around;
}

void FunctionCompiler::statement(const Node* node) {
    if (is<StatementBlock>(node))
        return block(cast<StatementBlock>(node));
    place(node);
    if (m_program.options().debug)
        emit(Opcode::STATEMENT);
    const SlotCounts sent = m_messages.sent;
    plainStatement(node);
    if (m_messages.sent != sent && !is<ActionStmt>(node))
        passSends(sent);
}

// Temporaries end with their statement; what it declares stays until the end of the block.
void FunctionCompiler::plainStatement(const Node* node) {
    switch (node->kind()) {
    case NodeKind::LocalVarDeclStmt: return localVarDecl(cast<LocalVarDeclStmt>(node));
    case NodeKind::NamedWorkerDecl: return workerDecl(cast<NamedWorkerDecl>(node));
    case NodeKind::ForkStmt: return forkStmt(cast<ForkStmt>(node));
    default: break;
    }
    Scope scope(*this);
    switch (node->kind()) {
    case NodeKind::XmlnsDeclStmt: return;
    case NodeKind::AssignmentStmt: return assignment(cast<AssignmentStmt>(node));
    case NodeKind::CompoundAssignmentStmt: return compoundAssignment(cast<CompoundAssignmentStmt>(node));
    case NodeKind::DestructuringAssignmentStmt: {
        auto* assignment = cast<DestructuringAssignmentStmt>(node);
        Reg value = expr(assignment->expression());
        Reg copy = temp();
        move(copy, value);
        return destructure(assignment->bindingPattern(), copy, false);
    }
    case NodeKind::ActionStmt: return expressionStatement(cast<ActionStmt>(node)->expression());
    case NodeKind::CallStmt: return expressionStatement(cast<CallStmt>(node)->expression());
    case NodeKind::CheckingStmt: return expressionStatement(cast<CheckingStmt>(node)->expression());
    case NodeKind::IfElseStmt: return ifElse(cast<IfElseStmt>(node));
    case NodeKind::DoStmt: {
        auto* stmt = cast<DoStmt>(node);
        return withOnFail(node, stmt->onFailClause(), [&] { block(stmt->block()); });
    }
    case NodeKind::MatchStmt: {
        auto* stmt = cast<MatchStmt>(node);
        return withOnFail(node, stmt->onFailClause(), [&] { matchStmt(stmt); });
    }
    case NodeKind::ForeachStmt: {
        auto* stmt = cast<ForeachStmt>(node);
        return withOnFail(node, stmt->onFailClause(), [&] { foreachStmt(stmt); });
    }
    case NodeKind::WhileStmt: {
        auto* stmt = cast<WhileStmt>(node);
        return withOnFail(node, stmt->onFailClause(), [&] { whileStmt(stmt); });
    }
    case NodeKind::LockStmt: {
        auto* stmt = cast<LockStmt>(node);
        return withOnFail(node, stmt->onFailClause(), [&] { lockStmt(stmt); });
    }
    case NodeKind::ContinueStmt: return jumpOut(true);
    case NodeKind::BreakStmt: return jumpOut(false);
    case NodeKind::FailStmt: return failStmt(cast<FailStmt>(node));
    case NodeKind::PanicStmt: {
        Reg error = expr(cast<PanicStmt>(node)->expression());
        place(node);
        return emit(Opcode::PANIC, error);
    }
    case NodeKind::ReturnStmt: return returnStmt(cast<ReturnStmt>(node));
    case NodeKind::RetryStmt:
    case NodeKind::RetryTransactionStmt: return retryStmt(node);
    case NodeKind::TransactionStmt: {
        auto* stmt = cast<TransactionStmt>(node);
        return withOnFail(node, stmt->onFailClause(), [&] { transactionStmt(stmt); });
    }
    case NodeKind::RollbackStmt: return rollbackStmt(cast<RollbackStmt>(node));
    default: return unsupported(node, "this statement");
    }
}

void FunctionCompiler::expressionStatement(const Node* expression) {
    expr(expression);
}

void FunctionCompiler::localVarDecl(const LocalVarDeclStmt* node) {
    const BindingPattern* pattern = node->typedBindingPattern()->bindingPattern();
    if (!node->initializer())
        return declarePattern(pattern);
    Reg value = temp();
    exprTo(node->initializer(), value);
    m_next = Reg(value + 1);
    bindPattern(pattern, value);
}

void FunctionCompiler::ifElse(const IfElseStmt* node) {
    Label otherwise = m_asm.label();
    {
        Scope scope(*this);
        branch(node->condition(), false, otherwise);
    }
    const SlotCounts sent = m_messages.sent;
    block(node->ifBlock());
    if (!node->elseBlock()) {
        m_asm.bind(otherwise);
        return;
    }
    Label end = m_asm.label();
    m_asm.jump(end);
    m_asm.bind(otherwise);
    passSends(sent);
    statement(node->elseBlock()->elseBody());
    m_asm.bind(end);
}

void FunctionCompiler::returnStmt(const ReturnStmt* node) {
    if (!node->expression()) {
        cleanUp(0);
        return emit(Opcode::RETURN_NIL);
    }
    Reg value = expr(node->expression());
    leaveWith(value);
}

void FunctionCompiler::leaveWith(Reg value, bool isFailure) {
    cleanUp(0, isFailure ? std::optional(value) : std::nullopt);
    emit(Opcode::RETURN, value);
}

} // namespace barre::runtime
