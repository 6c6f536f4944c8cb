#include "model/semantics/initialization_cycles.h"

#include "model/diagnostics/diagnostic_code.h"
#include "model/semantics/isolation_rules.h"
#include "model/syntax/nodes.h"

#include <algorithm>
#include <unordered_set>

namespace barre::model {

using syntax::NodeKind;

namespace {

class CycleFinder {
public:
    explicit CycleFinder(const ModelTables& tables) : m_tables(tables) {}

    std::vector<Finding> run() {
        for (const Symbol* member : m_tables.module->members)
            if (as<VariableSymbol>(member))
                visit(member);
        return std::move(m_findings);
    }

private:
    /// A variable, or a function that is called for one.
    void visit(const Symbol* symbol) {
        if (const auto at = std::ranges::find(m_path, symbol); at != m_path.end())
            return close(at);
        if (!m_visited.insert(symbol).second)
            return;
        m_path.push_back(symbol);
        if (const auto* variable = as<VariableSymbol>(symbol))
            visitParts(variable->initializer);
        else if (const auto* function = as<FunctionSymbol>(symbol))
            visitParts(function->body);
        m_path.pop_back();
    }

    void close(std::vector<const Symbol*>::iterator begin) {
        const auto isVariable = [](const Symbol* symbol) { return as<VariableSymbol>(symbol) != nullptr; };
        const auto variable = std::find_if(begin, m_path.end(), isVariable);
        if (variable != m_path.end())
            m_findings.push_back({DiagnosticCode::CyclicDefinition, (*variable)->decl, {(*variable)->name}});
    }

    void visitParts(const syntax::Node* node) {
        if (!node || isFunction(node))
            return;
        const auto found = m_tables.symbolOf.find(node);
        const auto* variable = found == m_tables.symbolOf.end() ? nullptr : as<VariableSymbol>(found->second);
        if (variable && variable->module == m_tables.module && IsolationRules::isModuleState(*variable))
            visit(variable);
        if (const auto call = m_tables.calls.find(node); call != m_tables.calls.end())
            visitCall(call->second);
        for (const syntax::Node* child : node->childNodes())
            visitParts(child);
    }

    void visitCall(const CallFacts& call) {
        if (call.kind != CallKind::New) {
            if (call.function && call.function->module == m_tables.module)
                visit(call.function);
            return;
        }
        if (!call.object || call.object->module != m_tables.module)
            return;
        if (call.object->init)
            visit(call.object->init);
        for (const FieldSymbol* field : call.object->fields)
            visitParts(field->initializer);
    }

    /// To make a function is not to call it.
    static bool isFunction(const syntax::Node* node) {
        return node->kind() == NodeKind::ExplicitAnonymousFunctionExpr ||
               node->kind() == NodeKind::InferAnonymousFunctionExpr || syntax::is<syntax::FunctionLike>(node);
    }

    const ModelTables& m_tables;
    std::vector<const Symbol*> m_path;
    std::unordered_set<const Symbol*> m_visited;
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<Finding> findInitializationCycles(const ModelTables& tables) {
    return CycleFinder(tables).run();
}

} // namespace barre::model
