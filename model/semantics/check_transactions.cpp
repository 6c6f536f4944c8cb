// retry and transaction: what begins has to end, and only what is in a transactional scope may be
// transactional.
#include "model/semantics/checker.h"
#include "model/semantics/type_resolver.h"

namespace barre::model {

/// The object that decides about further tries: of the class that is named, or of the default one.
void Checker::checkRetryManager(const syntax::Node* statement, const syntax::TypeParameter* parameter,
                                const syntax::ArgList* args) {
    const ModuleSymbol* errors = m_analysis.libraryModule("lang.error");
    const SemType type = parameter ? resolveType(parameter->typeDescriptor()) : poisonType;
    const auto* manager = parameter ? (isPoison(type) ? nullptr : m_analysis.classOfType(type))
                          : errors  ? as<ClassSymbol>(errors->find("DefaultRetryManager"))
                                    : nullptr;
    if (manager) {
        m_analysis.resolve(manager);
        construct(statement, *manager, manager->type, args);
        const bool decides =
            std::any_of(manager->methods.begin(), manager->methods.end(),
                        [](const FunctionSymbol* method) { return method->name == "shouldRetry"; });
        if (!decides)
            report(DiagnosticCode::IncompatibleTypes, parameter, {"error:RetryManager", text(type)});
        return;
    }
    checkArgsAnyway(args);
    if (parameter && !isPoison(type))
        report(DiagnosticCode::NotAClass, parameter, {text(type)});
}

void Checker::checkRetry(const syntax::RetryStmt* statement) {
    checkRetryManager(statement, statement->typeParameter(), statement->argList());
    withOnFail(statement, statement->onFailClause(), [&] { checkBlock(statement->block()); });
    if (!m_flow.isReachable && !m_function->failTargets.empty())
        m_flow.isDoubtful = true; // to the reference, a failure that is handled further out goes on
}

void Checker::checkRetryTransaction(const syntax::RetryTransactionStmt* statement) {
    checkRetryManager(statement, statement->typeParameter(), statement->argList());
    checkTransaction(statement->transactionStmt());
}

/// Whether the strand is surely in transaction mode here: the block of a transaction statement up to its
/// commit or rollback, the body of a transactional function, or what a test of `transactional` lets in.
bool Checker::isTransactionalScope() const {
    return m_flow.transaction == TransactionState::Open || m_flow.isTestedTransactional;
}

Branches Checker::testedTransactional() const {
    Branches branches{m_flow, m_flow};
    branches.yes.isTestedTransactional = true;
    if (has(m_flow.transaction, TransactionState::Open))
        branches.no.transaction = TransactionState::Ended;
    return branches;
}

/// A call of something transactional; a function with inferred types becomes transactional by it.
void Checker::requireTransactionalScope(const syntax::Node* place, const std::string& name) {
    if (isTransactionalScope() || !m_function)
        return;
    if (m_function->infersReturn)
        m_function->callsTransactional = true;
    else
        report(DiagnosticCode::NotInTransaction, place, {name});
}

void Checker::requireEndedTransaction(const syntax::Node* place) {
    if (m_flow.isReachable && has(m_flow.transaction, TransactionState::Open))
        report(DiagnosticCode::TransactionOpen, place);
}

void Checker::checkTransaction(const syntax::TransactionStmt* statement) {
    m_analysis.libraryModule("lang.transaction");
    const TransactionState outside = m_flow.transaction;
    const auto body = [&] {
        ++m_function->transactionDepth;
        m_flow.transaction = TransactionState::Open;
        const size_t reports = m_analysis.reportCount();
        checkBlock(statement->block());
        bool commits = false;
        syntax::forEachNode(statement->block(), [&](const syntax::Node* node) {
            commits = commits || syntax::is<syntax::CommitAction>(node);
        });
        if (!commits)
            report(DiagnosticCode::NoCommit, statement->transactionKeyword());
        else if (m_analysis.reportCount() == reports && m_flow.isReachable &&
                 has(m_flow.transaction, TransactionState::Open))
            report(DiagnosticCode::TransactionOpen, statement->block()->closeBrace());
        m_flow.transaction = outside;
        --m_function->transactionDepth;
    };
    withOnFail(statement, statement->onFailClause(), body);
}

SemType Checker::checkCommit(const syntax::CommitAction* expr) {
    if (!m_function || m_function->transactionDepth == 0)
        return wrong(DiagnosticCode::NotInTransaction, expr, {"commit"});
    m_flow.transaction = TransactionState::Ended;
    m_flow.isTestedTransactional = false;
    const ModuleSymbol* transactions = m_analysis.libraryModule("lang.transaction");
    const auto* error = transactions ? as<TypeSymbol>(transactions->find("Error")) : nullptr;
    return unite(error ? error->type : types::errorType, types::nilType);
}

void Checker::checkRollback(const syntax::RollbackStmt* statement) {
    if (m_function->transactionDepth == 0)
        report(DiagnosticCode::NotInTransaction, statement, {"rollback"});
    if (statement->expression())
        checkAs(statement->expression(), unite(types::errorType, types::nilType));
    m_flow.transaction = TransactionState::Ended;
    m_flow.isTestedTransactional = false;
}

/// A transactional worker takes part in the transaction of its function.
void Checker::checkWorkerScope(const syntax::NamedWorkerDecl* worker) {
    const FunctionSymbol* function = m_function ? m_function->function : nullptr;
    if (worker->transactionalKeyword() && !(function && function->signature.isTransactional))
        report(DiagnosticCode::WorkerNotTransactional, worker->transactionalKeyword());
}

} // namespace barre::model
