// Statements, except loops and match.
#include "model/semantics/checker.h"
#include "model/semantics/type_resolver.h"

namespace barre::model {

using syntax::NodeKind;
using types::BasicType;

namespace {

/// What the reference asks for behind a match that takes every value.
bool leaves(const syntax::Statement* statement) {
    return syntax::is<syntax::ReturnStmt>(statement) || syntax::is<syntax::FailStmt>(statement);
}

} // namespace

void Checker::checkStatements(syntax::NodeList<syntax::Statement> statements) {
    for (const syntax::Statement* statement : statements)
        if (const auto* worker = syntax::NamedWorkerDecl::cast(statement))
            declareWorker(worker);
    bool reported = false;
    for (const syntax::Statement* statement : statements) {
        const bool isWorker = syntax::is<syntax::NamedWorkerDecl>(statement);
        if (!m_flow.isReachable && !isWorker) {
            const bool isExpected = m_flow.isDoubtful || syntax::is<syntax::PanicStmt>(statement) ||
                                    (m_flow.isSeenByTypes && leaves(statement));
            if (!reported && !isExpected && !syntax::is<syntax::InvalidStmt>(statement))
                report(DiagnosticCode::UnreachableCode, statement);
            reported = true;
            checkUnreached(statement);
            continue;
        }
        checkStatement(statement);
    }
}

/// What is never reached is checked all the same.
void Checker::checkUnreached(const syntax::Statement* statement) {
    const bool wasSeenByTypes = std::exchange(m_flow.isSeenByTypes, false);
    m_flow.isReachable = true;
    checkStatement(statement);
    if (m_flow.isReachable)
        m_flow.isSeenByTypes = wasSeenByTypes;
    m_flow.isReachable = false;
}

void Checker::checkBlock(const syntax::StatementBlock* block) {
    const ScopeGuard scope(*this, block);
    checkStatements(block->statements());
}

void Checker::checkStatement(const syntax::Statement* statement) {
    checkKind(statement);
    if (!syntax::is<syntax::InvalidStmt>(statement))
        checkMetadata(statement);
}

void Checker::checkKind(const syntax::Statement* statement) {
    switch (statement->kind()) {
    case NodeKind::StatementBlock: return checkBlock(syntax::StatementBlock::cast(statement));
    case NodeKind::LocalVarDeclStmt: return checkLocalVar(syntax::LocalVarDeclStmt::cast(statement));
    case NodeKind::XmlnsDeclStmt: return checkXmlns(syntax::XmlnsDeclStmt::cast(statement));
    case NodeKind::AssignmentStmt: return checkAssignment(syntax::AssignmentStmt::cast(statement));
    case NodeKind::CompoundAssignmentStmt:
        return checkCompoundAssignment(syntax::CompoundAssignmentStmt::cast(statement));
    case NodeKind::DestructuringAssignmentStmt:
        return checkDestructuring(syntax::DestructuringAssignmentStmt::cast(statement));
    case NodeKind::ActionStmt: return checkCallStatement(syntax::ActionStmt::cast(statement)->expression());
    case NodeKind::CallStmt: return checkCallStatement(syntax::CallStmt::cast(statement)->expression());
    case NodeKind::CheckingStmt:
        return checkCallStatement(syntax::CheckingStmt::cast(statement)->expression());
    case NodeKind::IfElseStmt: return checkIf(syntax::IfElseStmt::cast(statement));
    case NodeKind::DoStmt: return checkDo(syntax::DoStmt::cast(statement));
    case NodeKind::MatchStmt: return checkMatch(syntax::MatchStmt::cast(statement));
    case NodeKind::ForeachStmt: return checkForeach(syntax::ForeachStmt::cast(statement));
    case NodeKind::WhileStmt: return checkWhile(syntax::WhileStmt::cast(statement));
    case NodeKind::ContinueStmt: return checkJump(statement, false);
    case NodeKind::BreakStmt: return checkJump(statement, true);
    case NodeKind::LockStmt: return checkLock(syntax::LockStmt::cast(statement));
    case NodeKind::FailStmt: return checkFail(syntax::FailStmt::cast(statement));
    case NodeKind::PanicStmt: return checkPanic(syntax::PanicStmt::cast(statement));
    case NodeKind::ReturnStmt: return checkReturn(syntax::ReturnStmt::cast(statement));
    case NodeKind::RetryStmt: return checkRetry(syntax::RetryStmt::cast(statement));
    case NodeKind::RetryTransactionStmt:
        return checkRetryTransaction(syntax::RetryTransactionStmt::cast(statement));
    case NodeKind::TransactionStmt: return checkTransaction(syntax::TransactionStmt::cast(statement));
    case NodeKind::RollbackStmt: return checkRollback(syntax::RollbackStmt::cast(statement));
    case NodeKind::ForkStmt: return checkFork(syntax::ForkStmt::cast(statement));
    case NodeKind::NamedWorkerDecl: return checkWorker(syntax::NamedWorkerDecl::cast(statement));
    default: return; // text that is no statement: the parser has said so
    }
}

// Variables
// ----------------------------------------------------------------------------------------------------

void Checker::checkLocalVar(const syntax::LocalVarDeclStmt* statement) {
    const auto* typed = statement->typedBindingPattern();
    const bool isFinal = statement->finalKeyword() != nullptr;
    if (statement->initializer())
        return checkTypedPattern(typed, statement->initializer(), isFinal);
    const auto* capture = syntax::CaptureBindingPattern::cast(typed->bindingPattern());
    if (!capture || syntax::is<syntax::VarTypeDesc>(typed->typeDescriptor())) {
        report(DiagnosticCode::InitializerNeeded, typed);
        return declarePattern(typed->bindingPattern(), poisonType, isFinal);
    }
    const SemType type = resolveType(typed->typeDescriptor());
    forbidNever(typed->typeDescriptor(), type);
    VariableSymbol& variable = declareLocal(capture->name(), capture, type, isFinal);
    m_flow.declareUnassigned(variable);
}

SemType Checker::assignable(const Symbol* symbol, const syntax::Node* place) {
    const auto* variable = as<VariableSymbol>(symbol);
    if (!variable)
        return wrong(DiagnosticCode::NotAssignable, place, {symbol->name});
    const bool isFirst = m_flow.isUnassigned(*variable) && !m_flow.mayBeAssigned(*variable);
    if (variable->isFinal && !isFirst)
        return wrong(DiagnosticCode::AssignToFinal, place, {variable->name});
    if (variable->role == VariableRole::Worker || variable->isConfigurable)
        return wrong(DiagnosticCode::NotAssignable, place, {variable->name});
    if (variable->owner)
        capture(*variable);
    if (variable->owner || m_flow.isUnassigned(*variable))
        m_flow.assign(*variable, place);
    const_cast<VariableSymbol*>(variable)->isReassigned = true; // of this module: still being made
    return variable->type;
}

void Checker::checkAssignment(const syntax::AssignmentStmt* statement) {
    const auto* reference = syntax::VariableReferenceExpr::cast(statement->lvexpr());
    if (reference && !reference->prefix() && reference->name()->text() == "_") {
        const SemType found = check(statement->expression());
        if (!isPoison(found) && !isSubtype(found, types::anyType))
            report(DiagnosticCode::ErrorIgnored, statement->expression(), {text(found)});
        return;
    }
    if (!reference) {
        checkAs(statement->expression(), checkPlace(statement->lvexpr(), false));
        return noteFieldAssigned(statement->lvexpr());
    }
    const Symbol* symbol = lookUp(reference->prefix(), reference->name());
    const auto* variable = as<VariableSymbol>(symbol);
    if (symbol) {
        m_analysis.noteReference(reference, symbol);
        m_analysis.resolve(symbol);
    }
    const SemType place = variable ? variable->type : poisonType;
    checkAs(statement->expression(), place);
    if (!isPoison(place))
        tables().types[reference] = place;
    if (symbol)
        assignable(symbol, reference);
}

void Checker::checkCompoundAssignment(const syntax::CompoundAssignmentStmt* statement) {
    const SemType place = checkPlace(statement->lvexpr(), true);
    const SemType left = isPoison(place) ? poisonType : tables().types[statement->lvexpr()];
    SemType context = isPoison(left) ? types::valueType : types::widenToBasicTypes(left);
    const SemType right = check(statement->expression(), isPoison(left) ? nullptr : &context);
    if (isPoison(left) || isPoison(right))
        return;
    if (types::containsNil(left)) {
        report(DiagnosticCode::CompoundOfNil, statement->lvexpr(), {text(left)});
        return;
    }
    std::string_view op = statement->compoundAssignmentOperator()->text();
    op.remove_suffix(1);
    const bool isBitwise = op == "&" || op == "|" || op == "^" || op == "<<" || op == ">>" || op == ">>>";
    const SemType result = isBitwise ? bitwise(statement, op, left, right, statement)
                                     : arithmetic(statement, op, left, right, statement);
    require(statement, result, place);
    if (const auto* reference = syntax::VariableReferenceExpr::cast(statement->lvexpr()))
        if (const auto* variable = as<VariableSymbol>(tables().symbolOf[reference]))
            assignable(variable, reference);
}

void Checker::checkDestructuring(const syntax::DestructuringAssignmentStmt* statement) {
    assignPattern(statement->bindingPattern(), check(statement->expression()));
}

void Checker::checkXmlns(const syntax::XmlnsDeclStmt* statement) {
    XmlNamespaceSymbol& xmlns = tables().make<XmlNamespaceSymbol>();
    xmlns.uri = namespaceUriOf(statement->uri(), check(statement->uri(), &types::stringType));
    tables().symbolOf[statement] = &xmlns;
    if (!statement->prefix())
        return;
    if (xmlns.uri.empty() && syntax::is<syntax::BasicLiteral>(statement->uri()))
        report(DiagnosticCode::PrefixOfNoNamespace, statement,
               {syntax::identifierValue(statement->prefix())});
    xmlns.name = syntax::identifierValue(statement->prefix());
    xmlns.nameRange = statement->prefix()->range();
    if (!m_scope->declare(&xmlns))
        report(DiagnosticCode::Redeclared, statement->prefix(), {xmlns.name});
}

// Calls and jumps
// ----------------------------------------------------------------------------------------------

void Checker::checkCallStatement(const syntax::Expression* expr) {
    const SemType type = check(expr);
    if (isPoison(type))
        return;
    if (type.isNever())
        return leaveUnreachable();
    if (type.has(BasicType::Error))
        report(DiagnosticCode::ErrorIgnored, expr, {text(type)});
    else if (!isSubtype(type, types::nilType))
        report(DiagnosticCode::ValueIgnored, expr, {text(type)});
}

/// A function without `returns` gives a value.
void Checker::hintAtReturns(SemType found) {
    const FunctionSymbol* function = m_function->function;
    if (!function->signature.returnDescriptor && syntax::FunctionLike::cast(function->decl))
        m_analysis.hint("give the function 'returns " + text(types::widenToBasicTypes(found)) + "'");
}

void Checker::checkReturn(const syntax::ReturnStmt* statement) {
    FunctionContext* context = m_function;
    if (!context || !context->function)
        return;
    SemType found = types::nilType;
    if (statement->expression())
        found = context->infersReturn ? check(statement->expression())
                                      : check(statement->expression(), &context->returnType);
    const size_t reports = m_analysis.reportCount();
    const syntax::Node* place = statement;
    if (statement->expression())
        place = statement->expression();
    if (context->infersReturn)
        context->returnType = unite(context->returnType, found);
    else if (!require(place, found, context->returnType) && m_analysis.reportCount() > reports)
        hintAtReturns(found);
    if (isPoison(found) || types::containsNil(found))
        endInitialization();
    if (context->transactionDepth > 0)
        requireEndedTransaction(statement);
    leaveUnreachable();
}

void Checker::checkFail(const syntax::FailStmt* statement) {
    const SemType type = checkAs(statement->expression(), types::errorType);
    if (!isPoison(type))
        leaveByError(statement, type);
    leaveUnreachable();
}

void Checker::checkPanic(const syntax::PanicStmt* statement) {
    checkAs(statement->expression(), types::errorType);
    leaveUnreachable();
}

// Blocks
// -------------------------------------------------------------------------------------------------------

void Checker::checkIf(const syntax::IfElseStmt* statement) {
    const bool reachable = m_flow.isReachable;
    const Branches branches = condition(statement->condition());
    m_flow = branches.yes;
    checkBranch(statement->ifBlock());
    const FlowState afterIf = m_flow;
    m_flow = branches.no;
    if (statement->elseBlock()) {
        const syntax::Statement* body = statement->elseBlock()->elseBody();
        if (const auto* block = syntax::StatementBlock::cast(body)) {
            checkBranch(block);
        } else if (const auto* next = syntax::IfElseStmt::cast(body)) {
            checkIf(next);
        }
    }
    m_flow = joined(afterIf, m_flow);
    m_flow.isReachable = m_flow.isReachable && reachable;
}

/// A block that a condition may never let in: its first statement is unreachable then.
void Checker::checkBranch(const syntax::StatementBlock* block) {
    checkBlock(block);
}

void Checker::withOnFail(const syntax::Node* node, const syntax::OnFailClause* clause,
                         const std::function<void()>& body) {
    if (!clause)
        return body();
    FailTarget target{node, types::neverType, {}, m_function->transactionDepth, m_flow.transaction};
    m_function->failTargets.push_back(&target);
    body();
    m_function->failTargets.pop_back();
    const FlowState normal = m_flow;
    FlowState failed = FlowState::unreachable(m_flow);
    for (const FlowState& state : target.states)
        failed = joined(failed, state);
    m_flow = failed;
    if (target.states.empty())
        m_flow.isReachable = true;
    {
        const ScopeGuard scope(*this, clause);
        const SemType errors = target.states.empty() ? types::errorType : target.errors;
        if (const auto* typed = clause->typedBindingPattern()) {
            SemType type = errors;
            if (!syntax::is<syntax::VarTypeDesc>(typed->typeDescriptor())) {
                const SemType declared = resolveType(typed->typeDescriptor());
                const bool fits = target.states.empty() || require(typed->typeDescriptor(), errors, declared);
                // The parts of an error have the types that the failures say; the error itself that which is
                // written.
                const bool isWhole = syntax::is<syntax::CaptureBindingPattern>(typed->bindingPattern());
                if (isWhole || !fits || isPoison(declared) || !isSubtype(errors, declared))
                    type = declared;
            }
            declarePattern(typed->bindingPattern(), type, true);
        }
        checkStatements(clause->block()->statements());
    }
    if (target.states.empty()) {
        m_flow = normal;
        return;
    }
    m_flow = joined(normal, m_flow);
    m_flow.isDoubtful = !m_flow.isReachable; // to the reference, a failure that is handled goes on
}

void Checker::checkDo(const syntax::DoStmt* statement) {
    withOnFail(statement, statement->onFailClause(), [&] { checkBlock(statement->block()); });
}

void Checker::checkLock(const syntax::LockStmt* statement) {
    ++m_function->lockDepth;
    withOnFail(statement, statement->onFailClause(), [&] { checkBlock(statement->block()); });
    --m_function->lockDepth;
}

// Workers
// ------------------------------------------------------------------------------------------------------

void Checker::declareWorker(const syntax::NamedWorkerDecl* statement) {
    FunctionSymbol& worker = tables().make<FunctionSymbol>();
    worker.decl = statement;
    worker.file = m_file;
    worker.name = syntax::identifierValue(statement->name());
    worker.nameRange = statement->name()->range();
    worker.role = FunctionRole::Worker;
    worker.outer = m_function ? m_function->function : nullptr;
    worker.body = statement->block();
    worker.signature.returnType = types::nilType;
    if (const auto* returns = statement->returnTypeDescriptor())
        worker.signature.returnType = resolveType(returns->typeDescriptor());
    tables().functions[statement] = &worker;
    if (m_function && m_function->function)
        m_function->function->workers.push_back(&worker);
    VariableSymbol& variable = declareLocal(statement->name(), statement, poisonType, true);
    variable.role = VariableRole::Worker;
    if (!isPoison(worker.signature.returnType))
        variable.type = types::futureOf(m_types, worker.signature.returnType);
    m_used.insert(&variable);
}

void Checker::checkWorker(const syntax::NamedWorkerDecl* statement) {
    FunctionSymbol* worker = const_cast<FunctionSymbol*>(tables().functions[statement]);
    if (!worker)
        return;
    forbidInLock(statement, "worker");
    const FlowState outside = m_flow;
    FunctionContext context;
    context.function = worker;
    context.outer = m_function;
    context.returnType = worker->signature.returnType;
    context.isWorker = true;
    checkWorkerScope(statement);
    FunctionContext* outer = std::exchange(m_function, &context);
    m_flow.isReachable = true;
    m_flow.transaction = statement->transactionalKeyword() ? TransactionState::Open : TransactionState::None;
    withOnFail(statement, statement->onFailClause(), [&] { checkBlock(statement->block()); });
    requireReturn(context, statement->block()->closeBrace());
    m_function = outer;
    m_flow = outside;
}

void Checker::checkFork(const syntax::ForkStmt* statement) {
    for (const syntax::NamedWorkerDecl* worker : statement->workers())
        declareWorker(worker);
    for (const syntax::NamedWorkerDecl* worker : statement->workers())
        checkWorker(worker);
}

} // namespace barre::model
