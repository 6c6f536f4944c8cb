// Anonymous functions and object constructors.
#include "model/semantics/checker.h"
#include "model/semantics/type_resolver.h"

namespace barre::model {

using syntax::TokenKind;
using types::BasicType;

void collectAssigned(const syntax::Node* body, std::unordered_set<std::string>& names) {
    if (!body)
        return;
    const auto note = [&](const syntax::Expression* place) {
        if (const auto* variable = syntax::VariableReferenceExpr::cast(place))
            names.insert(syntax::identifierValue(variable->name()));
    };
    syntax::forEachNode(body, [&](const syntax::Node* node) {
        if (const auto* assignment = syntax::AssignmentStmt::cast(node))
            note(assignment->lvexpr());
        if (const auto* compound = syntax::CompoundAssignmentStmt::cast(node))
            note(compound->lvexpr());
        if (const auto* destructuring = syntax::DestructuringAssignmentStmt::cast(node))
            syntax::forEachNode(destructuring->bindingPattern(), [&](const syntax::Node* pattern) {
                if (const syntax::Token* name = syntax::nameOf(pattern))
                    names.insert(syntax::identifierValue(name));
            });
    });
}

bool Checker::hasSyntaxError(const syntax::Node* node) {
    const auto& found = node->tree().diagnostics();
    return std::any_of(found.begin(), found.end(), [&](const Diagnostic& diagnostic) {
        return node->range().begin <= diagnostic.range.begin && diagnostic.range.end <= node->range().end;
    });
}

/// Enters a function: variables of outer functions that are ever assigned lose what is known of them.
void Checker::enterFunction(FunctionContext& context, const syntax::Node* body) {
    context.outer = m_function;
    collectAssigned(body, context.assigned);
    m_function = &context;
    std::unordered_set<std::string> assigned = context.assigned;
    for (FunctionContext* outer = context.outer; outer; outer = outer->outer)
        assigned.insert(outer->assigned.begin(), outer->assigned.end());
    m_flow.forgetNarrowing([&](const VariableSymbol& variable) { return assigned.contains(variable.name); });
    m_flow.isReachable = true;
    const bool isTransactional = context.function && context.function->signature.isTransactional;
    m_flow.transaction = isTransactional ? TransactionState::Open : TransactionState::None;
    m_flow.isTestedTransactional = false;
}

void Checker::declareParams(const FunctionSymbol& function) {
    const auto declare = [&](const VariableSymbol* symbol) {
        if (!symbol || symbol->name.empty())
            return;
        if (findLocal(symbol->name))
            m_analysis.reportAt(DiagnosticCode::Redeclared, m_file, symbol->nameRange, {symbol->name});
        m_scope->declare(symbol);
    };
    for (const PathSegment& segment : function.path)
        declare(segment.symbol);
    for (const Parameter& param : function.signature.params) {
        if (param.defaultValue && !param.isInferredTypedesc && !isPoison(param.type))
            checkAs(static_cast<const syntax::Expression*>(param.defaultValue), param.type);
        else if (param.defaultValue && !param.isInferredTypedesc)
            check(static_cast<const syntax::Expression*>(param.defaultValue));
        declare(param.symbol);
    }
}

/// The end of a body is reached, or seems so to the reference, although a value has to be returned.
void Checker::requireReturn(const FunctionContext& context, const syntax::Token* closeBrace) {
    if (isSubtype(types::nilType, context.returnType))
        return;
    if (m_flow.isReachable)
        report(DiagnosticCode::MissingReturn, closeBrace, {text(context.returnType)});
    else if (m_flow.isSeenByTypes)
        report(DiagnosticCode::EndSeemsReached, closeBrace);
}

void Checker::checkBody(FunctionContext& context, const syntax::Node* body) {
    if (const auto* block = syntax::BlockFunctionBody::cast(body)) {
        {
            const ScopeGuard scope(*this, block);
            checkStatements(block->statements());
        }
        requireFlushes(block);
        if (!context.infersReturn && !hasSyntaxError(block))
            requireReturn(context, block->closeBrace());
        return;
    }
    if (const auto* expression = syntax::ExprFunctionBody::cast(body)) {
        if (context.infersReturn && isPoison(context.expectedReturn))
            context.returnType = unite(context.returnType, check(expression->expression()));
        else if (context.infersReturn)
            context.returnType =
                unite(context.returnType, check(expression->expression(), &context.expectedReturn));
        else
            checkAs(expression->expression(), context.returnType);
    }
}

SemType Checker::checkAnonymousFunction(const syntax::ExplicitAnonymousFunctionExpr* expr) {
    FunctionSymbol& function = tables().make<FunctionSymbol>();
    function.decl = expr;
    function.file = m_file;
    function.role = FunctionRole::Anonymous;
    function.outer = m_function ? m_function->function : nullptr;
    function.body = expr->functionBody();
    tables().functions[expr] = &function;
    m_analysis.fillSignature(function, expr->functionSignature(), m_file);
    function.signature.isIsolated = syntax::hasQualifier(expr, TokenKind::IsolatedKeyword);
    function.signature.isTransactional = syntax::hasQualifier(expr, TokenKind::TransactionalKeyword);
    function.isInferredIsolated = function.signature.isIsolated;
    function.type = m_analysis.functionTypeOf(function.signature);
    checkSignature(function);
    checkDefaultsIn(expr->functionSignature());
    runNested(function, expr, [&](FunctionContext& context) {
        context.returnType = function.signature.returnType;
        declareParams(function);
        checkBody(context, expr->functionBody());
    });
    return function.type;
}

void Checker::runNested(FunctionSymbol& function, const syntax::Node* node,
                        const std::function<void(FunctionContext&)>& body) {
    const FlowState outside = m_flow;
    FunctionContext context;
    context.function = &function;
    enterFunction(context, node);
    {
        const ScopeGuard scope(*this, node);
        body(context);
    }
    m_function = context.outer;
    m_flow = outside;
    m_flow.forgetNarrowing(
        [&](const VariableSymbol& variable) { return context.assigned.contains(variable.name); });
}

SemType Checker::checkInferredFunction(const syntax::InferAnonymousFunctionExpr* expr, Expected expected) {
    const SemType part = expected ? types::partOf(m_types, *expected, BasicType::Function) : types::neverType;
    const auto signature = part.isNever() ? std::nullopt : types::functionSignature(m_types, part);
    const auto names = expr->inferParamList()->names();
    if (!signature)
        return wrong(DiagnosticCode::FunctionTypeNotKnown, expr);
    if (signature->params.size() != names.size())
        return wrong(DiagnosticCode::ParamCountDiffers, expr->inferParamList(),
                     {std::to_string(signature->params.size()), std::to_string(names.size())});
    FunctionSymbol& function = tables().make<FunctionSymbol>();
    function.decl = expr;
    function.file = m_file;
    function.role = FunctionRole::Anonymous;
    function.outer = m_function ? m_function->function : nullptr;
    function.body = expr->functionBody();
    tables().functions[expr] = &function;
    for (size_t i = 0; i < names.size(); ++i) {
        VariableSymbol& variable = tables().make<VariableSymbol>();
        variable.name = syntax::identifierValue(names[i]->name());
        variable.decl = names[i];
        variable.file = m_file;
        variable.nameRange = names[i]->range();
        variable.role = VariableRole::Parameter;
        variable.type = signature->params[i];
        variable.isFinal = true;
        variable.owner = &function;
        tables().symbolOf[names[i]] = &variable;
        Parameter param;
        param.name = variable.name;
        param.type = variable.type;
        param.decl = names[i];
        param.symbol = &variable;
        function.signature.params.push_back(std::move(param));
    }
    SemType returned = poisonType;
    bool isTransactional = false;
    runNested(function, expr, [&](FunctionContext& context) {
        context.infersReturn = true;
        context.returnType = types::neverType;
        context.expectedReturn = expr == m_openResult ? poisonType : signature->returns;
        declareParams(function);
        checkBody(context, expr->functionBody());
        returned = context.returnType;
        isTransactional = context.callsTransactional;
    });
    if (isPoison(returned))
        return poisonType;
    function.signature.returnType = returned;
    function.signature.isIsolated = function.isInferredIsolated = signature->isIsolated;
    function.signature.isTransactional = isTransactional;
    types::FunctionSignature type = *signature;
    type.returns = returned;
    type.isTransactional = isTransactional;
    function.type = types::functionOf(m_types, type);
    return function.type;
}

} // namespace barre::model
