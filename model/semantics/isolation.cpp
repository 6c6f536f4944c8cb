// What an isolated function may do, and which functions could be declared isolated.
#include "model/semantics/isolation.h"

#include "model/diagnostics/diagnostic_code.h"
#include "model/semantics/isolation_rules.h"
#include "model/semantics/locks.h"
#include "model/syntax/nodes.h"

#include <algorithm>
#include <unordered_set>

namespace barre::model {

using syntax::NodeKind;

namespace {

std::string calleeName(const CallFacts& call) {
    if (call.kind == CallKind::New)
        return call.object ? "init of " + call.object->name : "init";
    return call.function ? call.function->name : call.method;
}

class ObstacleFinder {
public:
    ObstacleFinder(const ModelTables& tables, types::TypeContext& types)
        : m_tables(tables), m_types(types), m_rules(tables, types) {}

    /// Of a default value; it belongs to no function.
    Obstacles of(const syntax::Node* expr) {
        m_function = nullptr;
        m_obstacles = {};
        visit(expr);
        return std::move(m_obstacles);
    }

    Obstacles of(const FunctionSymbol& function) {
        m_function = &function;
        m_obstacles = {};
        for (const Parameter& param : function.signature.params)
            if (param.defaultValue)
                visit(param.defaultValue);
        if (function.body)
            visit(function.body);
        return std::move(m_obstacles);
    }

private:
    void visit(const syntax::Node* node) {
        switch (node->kind()) {
        // Their own functions; to make a function value is harmless.
        case NodeKind::ExplicitAnonymousFunctionExpr:
        case NodeKind::InferAnonymousFunctionExpr: return;
        case NodeKind::ObjectConstructorExpr: visitObject(node); return;
        case NodeKind::StartAction: visitStart(static_cast<const syntax::StartAction*>(node)); break;
        case NodeKind::NamedWorkerDecl: visitCaptures(node); break;
        default: break;
        }
        if (const auto* variable = as<VariableSymbol>(m_rules.symbolOf(node)))
            visitVariable(*variable, node);
        if (const CallFacts* call = m_rules.callOf(node))
            visitCall(*call, node);
        for (const syntax::Node* child : node->childNodes())
            visit(child);
    }

    void visitVariable(const VariableSymbol& variable, const syntax::Node* node) {
        const bool isCaptured = m_function && isOuterLocal(variable, m_function->decl);
        if (isCaptured && !isShareable(variable) && syntax::is<syntax::VariableReferenceExpr>(node))
            m_obstacles.findings.push_back({DiagnosticCode::CaptureInIsolated, node, {variable.name}});
        if (!IsolationRules::isModuleState(variable) || variable.isIsolated ||
            m_rules.isReadableState(variable))
            return;
        m_obstacles.findings.push_back({DiagnosticCode::MutableStateInIsolated, node, {variable.name}});
    }

    void visitCall(const CallFacts& call, const syntax::Node* node) {
        const FunctionSymbol* callee =
            call.kind == CallKind::New ? (call.object ? call.object->init : nullptr) : call.function;
        if (!m_rules.isIsolatedCall(call)) {
            if (callee && callee->body && callee->module == m_tables.module)
                m_obstacles.calls.emplace_back(callee, node);
            else
                m_obstacles.findings.push_back({DiagnosticCode::CallInIsolated, node, {calleeName(call)}});
        }
        if (call.function && call.function->module && call.function->module->moduleName.org == "ballerina")
            visitFunctionArgs(call);
    }

    /// A library function that takes a function is as isolated as the function that it is given.
    void visitFunctionArgs(const CallFacts& call) {
        for (const ArgFacts& arg : call.args) {
            if (!arg.expr)
                continue;
            const SemType type = m_rules.typeOf(arg.expr);
            if (type.isNever() || !type.within(types::BasicType::Function) ||
                m_rules.isIsolatedFunction(type))
                continue;
            const FunctionSymbol* anonymous = functionAt(arg.expr);
            if (!anonymous)
                anonymous = as<FunctionSymbol>(m_rules.symbolOf(arg.expr));
            if (anonymous && anonymous->body && anonymous->module == m_tables.module)
                m_obstacles.calls.emplace_back(anonymous, arg.expr);
            else
                m_obstacles.findings.push_back({DiagnosticCode::FunctionArgInIsolated, arg.expr, {}});
        }
    }

    const FunctionSymbol* functionAt(const syntax::Node* node) const {
        const auto found = m_tables.functions.find(node);
        return found == m_tables.functions.end() ? nullptr : found->second;
    }

    /// The call itself is visited like any other.
    void visitStart(const syntax::StartAction* action) {
        if (!hasIsolatedArguments(action))
            m_obstacles.findings.push_back({DiagnosticCode::StartInIsolated, action, {}});
    }

    bool hasIsolatedArguments(const syntax::StartAction* action) const {
        const CallFacts* call = m_rules.callOf(action->expression());
        if (!call)
            return false;
        if (call->receiver && !isIsolatedExpression(m_tables, m_types, call->receiver))
            return false;
        return std::all_of(call->args.begin(), call->args.end(), [&](const ArgFacts& arg) {
            return !arg.expr || isIsolatedExpression(m_tables, m_types, arg.expr);
        });
    }

    /// Workers share only what cannot change.
    void visitCaptures(const syntax::Node* node) {
        syntax::forEachNode(node, [&](const syntax::Node* each) {
            const auto* variable = as<VariableSymbol>(m_rules.symbolOf(each));
            if (syntax::is<syntax::VariableReferenceExpr>(each) && variable &&
                isOuterLocal(*variable, node) && !isShareable(*variable))
                m_obstacles.findings.push_back({DiagnosticCode::CaptureInIsolated, each, {variable->name}});
        });
    }

    static bool isOuterLocal(const VariableSymbol& variable, const syntax::Node* inner) {
        const bool isLocal = variable.role == VariableRole::Local || variable.role == VariableRole::Parameter;
        return isLocal && variable.decl && &variable.decl->tree() == &inner->tree() &&
               !inner->contains(variable.decl);
    }

    bool isShareable(const VariableSymbol& variable) const {
        const bool isFixed = variable.isFinal || variable.role == VariableRole::Parameter;
        return isFixed && m_rules.isIsolatedType(variable.type);
    }

    void visitObject(const syntax::Node* node) {
        const auto found = m_tables.classes.find(node);
        if (found == m_tables.classes.end())
            return;
        for (const FieldSymbol* field : found->second->fields)
            if (field->initializer && node->contains(field->initializer))
                visit(field->initializer);
        const FunctionSymbol* init = found->second->init;
        if (init && !init->signature.isIsolated)
            m_obstacles.calls.emplace_back(init, node);
    }

    const ModelTables& m_tables;
    types::TypeContext& m_types;
    IsolationRules m_rules;
    const FunctionSymbol* m_function = nullptr;
    Obstacles m_obstacles;
};

class IsolationCheck {
public:
    IsolationCheck(ModelTables& tables, types::TypeContext& types, IsolationMemory& memory)
        : m_tables(tables), m_types(types), m_obstacles(memory.obstacles) {}

    std::vector<Finding> run() {
        for (const auto& symbol : m_tables.symbols)
            if (auto* function = as<FunctionSymbol>(symbol.get()))
                if (function->body)
                    m_functions.push_back(function);
        findObstacles();
        infer();
        checkDefaults();
        return std::move(m_findings);
    }

private:
    void findObstacles() {
        ObstacleFinder finder(m_tables, m_types);
        for (FunctionSymbol* function : m_functions) {
            const auto [known, isNew] = m_obstacles.try_emplace(function);
            if (isNew)
                known->second = finder.of(*function);
            if (function->signature.isIsolated)
                report(known->second);
        }
    }

    void report(const Obstacles& obstacles) {
        m_findings.insert(m_findings.end(), obstacles.findings.begin(), obstacles.findings.end());
        for (const auto& [callee, node] : obstacles.calls)
            if (callee->role != FunctionRole::Anonymous)
                m_findings.push_back({DiagnosticCode::CallInIsolated, node, {callee->name}});
    }

    /// The greatest set of functions that do nothing forbidden and call only each other and isolated ones.
    void infer() {
        for (FunctionSymbol* function : m_functions)
            function->isInferredIsolated = m_obstacles[function].findings.empty();
        for (bool changed = true; changed;) {
            changed = false;
            for (FunctionSymbol* function : m_functions) {
                if (!function->isInferredIsolated || function->signature.isIsolated ||
                    callsOnlyIsolated(*function))
                    continue;
                function->isInferredIsolated = false;
                changed = true;
            }
        }
        for (FunctionSymbol* function : m_functions)
            function->isInferredIsolated |= function->signature.isIsolated;
        reportAnonymous();
    }

    bool callsOnlyIsolated(const FunctionSymbol& function) {
        const auto& calls = m_obstacles[&function].calls;
        return std::all_of(calls.begin(), calls.end(),
                           [](const auto& call) { return call.first->isInferredIsolated; });
    }

    /// An anonymous function that an isolated function hands on is inferred, so this comes last.
    void reportAnonymous() {
        for (const FunctionSymbol* function : m_functions) {
            if (!function->signature.isIsolated)
                continue;
            for (const auto& [callee, node] : m_obstacles[function].calls)
                if (callee->role == FunctionRole::Anonymous && !callee->isInferredIsolated)
                    m_findings.push_back({DiagnosticCode::FunctionArgInIsolated, node, {}});
        }
    }

    /// The default values of fields are evaluated wherever a value is made.
    void checkDefaults() {
        for (const auto& symbol : m_tables.symbols) {
            if (const auto* record = as<RecordSymbol>(symbol.get()))
                for (const FieldSymbol* field : record->fields)
                    if (field->decl && field->decl->parent() == record->decl)
                        checkDefault(field->initializer);
            if (const auto* object = as<ClassSymbol>(symbol.get()); object && initIsIsolated(*object))
                for (const FieldSymbol* field : object->fields)
                    if (field->owner == object)
                        checkDefault(field->initializer);
        }
    }

    static bool initIsIsolated(const ClassSymbol& object) {
        const bool isService = object.role == ClassRole::Service; // made once, with the module
        return !isService && (!object.init || object.init->signature.isIsolated);
    }

    void checkDefault(const syntax::Node* value) {
        if (!value)
            return;
        const auto closure = m_tables.closures.find(value);
        ObstacleFinder finder(m_tables, m_types);
        const Obstacles obstacles =
            closure == m_tables.closures.end() ? finder.of(value) : finder.of(*closure->second);
        for (Finding finding : obstacles.findings) {
            if (finding.code == DiagnosticCode::MutableStateInIsolated)
                finding.code = DiagnosticCode::MutableStateInDefault;
            if (finding.code == DiagnosticCode::CallInIsolated)
                finding.code = DiagnosticCode::CallInDefault;
            m_findings.push_back(std::move(finding));
        }
        for (const auto& [callee, node] : obstacles.calls)
            m_findings.push_back({DiagnosticCode::CallInDefault, node, {callee->name}});
    }

    ModelTables& m_tables;
    types::TypeContext& m_types;
    std::unordered_map<const Symbol*, Obstacles>& m_obstacles;
    std::vector<FunctionSymbol*> m_functions;
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<Finding> checkIsolation(ModelTables& tables, types::TypeContext& types, IsolationMemory& memory) {
    std::vector<Finding> findings = IsolationCheck(tables, types, memory).run();
    const std::vector<Finding> locks = checkLocks(tables, types, memory);
    findings.insert(findings.end(), locks.begin(), locks.end());
    return findings;
}

} // namespace barre::model
