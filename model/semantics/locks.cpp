#include "model/semantics/locks.h"

#include "model/diagnostics/diagnostic_code.h"
#include "model/semantics/isolation.h"
#include "model/semantics/isolation_rules.h"
#include "model/syntax/nodes.h"

#include <unordered_set>
#include <utility>

namespace barre::model {

using syntax::NodeKind;

namespace {

class LockCheck {
public:
    LockCheck(const ModelTables& tables, types::TypeContext& types, IsolationMemory& memory)
        : m_tables(tables), m_types(types), m_rules(tables, types), m_memory(memory) {}

    std::vector<Finding> run() {
        for (const auto& symbol : m_tables.symbols) {
            if (const auto* variable = as<VariableSymbol>(symbol.get()))
                checkVariable(*variable);
            if (const auto* object = as<ClassSymbol>(symbol.get()))
                checkObject(*object);
            if (const auto* record = as<RecordSymbol>(symbol.get()))
                checkValuesOf(record->fields);
            const auto* function = as<FunctionSymbol>(symbol.get());
            if (function && function->body && isOutermost(*function))
                addFindingsOf(*function);
        }
        return std::move(m_findings);
    }

private:
    static bool isOutermost(const FunctionSymbol& function) {
        return function.role != FunctionRole::Anonymous && function.role != FunctionRole::Worker &&
               function.role != FunctionRole::Implicit;
    }

    void report(DiagnosticCode code, const syntax::Node* node, std::vector<std::string> args = {}) {
        m_findings.push_back({code, node, std::move(args)});
    }

    bool isIsolatedExpr(const syntax::Node* expr) const {
        return isIsolatedExpression(m_tables, m_types, expr);
    }

    void checkVariable(const VariableSymbol& variable) {
        if (IsolationRules::isModuleState(variable))
            visitOutside(variable.initializer);
        if (variable.isIsolated && variable.initializer && !isIsolatedExpr(variable.initializer))
            report(DiagnosticCode::NotIsolatedExpression, variable.initializer, {"an isolated variable"});
    }

    void checkObject(const ClassSymbol& object) {
        if (object.role != ClassRole::ObjectConstructor) // where the constructor is, they are computed
            checkValuesOf(object.fields);
        if (!object.isIsolated || object.role == ClassRole::ObjectType)
            return;
        for (const FieldSymbol* field : object.fields) {
            if (!field->decl || !object.decl || !object.decl->contains(field->decl))
                continue;
            if (!m_rules.isIsolatedField(*field) && field->visibility != Visibility::Private)
                report(DiagnosticCode::IsolatedFieldNotPrivate, field->decl, {field->name});
            if (field->initializer && !isIsolatedExpr(field->initializer))
                report(DiagnosticCode::NotIsolatedExpression, field->initializer,
                       {"a field of an isolated object"});
        }
    }

    void checkValuesOf(const std::vector<const FieldSymbol*>& fields) {
        for (const FieldSymbol* field : fields)
            if (field->module == m_tables.module)
                visitOutside(field->initializer);
    }

    /// A value that is computed outside of every function, and so of every lock statement.
    void visitOutside(const syntax::Node* value) {
        m_function = nullptr;
        m_lock = nullptr;
        if (value)
            visit(value);
    }

    void addFindingsOf(const FunctionSymbol& function) {
        const auto [known, isNew] = m_memory.locks.try_emplace(&function);
        if (isNew)
            known->second = check(function);
        m_findings.insert(m_findings.end(), known->second.begin(), known->second.end());
    }

    std::vector<Finding> check(const FunctionSymbol& function) {
        std::vector<Finding> others = std::move(m_findings);
        m_findings.clear();
        m_function = &function;
        m_lock = nullptr;
        for (const Parameter& param : function.signature.params)
            if (param.defaultValue)
                visit(param.defaultValue);
        visit(function.body);
        std::swap(m_findings, others);
        return others;
    }

    /// The isolated variable, or the `self` of an isolated object, that a reference needs a lock for.
    const VariableSymbol* restricted(const syntax::Node* node) const {
        const auto* variable = as<VariableSymbol>(m_rules.symbolOf(node));
        if (!variable || !syntax::is<syntax::VariableReferenceExpr>(node))
            return nullptr;
        if (variable->isIsolated && IsolationRules::isModuleState(*variable))
            return variable;
        const bool isSelf = variable->role == VariableRole::Self && variable->owner &&
                            variable->owner->owner && variable->owner->owner->isIsolated;
        return isSelf && needsLock(node) ? variable : nullptr;
    }

    /// `self` alone is a reference to an isolated object, and may go anywhere; its mutable fields may not.
    bool needsLock(const syntax::Node* self) const {
        const auto* access = syntax::cast<syntax::FieldAccessExpr>(self->parent());
        if (!access || access->expression() != self)
            return false;
        const auto found = m_tables.accesses.find(access);
        if (found == m_tables.accesses.end() || found->second.kind != AccessKind::ObjectField)
            return false;
        const FieldSymbol* field = found->second.field; // none: a method
        return field && !m_rules.isIsolatedField(*field);
    }

    void visit(const syntax::Node* node) {
        if (const auto* lock = syntax::cast<syntax::LockStmt>(node)) {
            visitLock(lock);
            return;
        }
        // It may run when the lock is long left.
        const syntax::LockStmt* lock = isFunctionExpr(node) ? std::exchange(m_lock, nullptr) : m_lock;
        if (const VariableSymbol* variable = restricted(node))
            if (!m_lock && !isInInit(*variable))
                report(variable->role == VariableRole::Self ? DiagnosticCode::IsolatedFieldOutsideLock
                                                            : DiagnosticCode::IsolatedVariableOutsideLock,
                       variable->role == VariableRole::Self ? node->parent() : node, {variable->name});
        if (m_function && m_function->isInit())
            checkInitAssignment(node);
        for (const syntax::Node* child : node->childNodes())
            if (!syntax::is<syntax::FunctionLike>(child)) // a method of an object constructor
                visit(child);
        m_lock = lock;
    }

    static bool isFunctionExpr(const syntax::Node* node) {
        return node->kind() == NodeKind::ExplicitAnonymousFunctionExpr;
    }

    bool isInInit(const VariableSymbol& variable) const {
        return variable.role == VariableRole::Self && m_function && m_function->isInit();
    }

    void checkInitAssignment(const syntax::Node* node) {
        const auto* assignment = syntax::cast<syntax::AssignmentStmt>(node);
        if (!assignment || m_lock || !m_function->owner->isIsolated || !rootOf(assignment->lvexpr()).isField)
            return;
        if (!isIsolatedExpr(assignment->expression()))
            report(DiagnosticCode::NotIsolatedExpression, assignment->expression(),
                   {"a field of an isolated object"});
    }

    void visitLock(const syntax::LockStmt* lock) {
        const syntax::LockStmt* outer = m_lock;
        m_lock = lock;
        std::vector<const VariableSymbol*> variables;
        syntax::forEachNode(lock, [&](const syntax::Node* node) {
            const VariableSymbol* variable = restricted(node);
            if (!variable || isInFunctionExpr(node, lock) ||
                (!variables.empty() && variables.front() == variable))
                return;
            if (!variables.empty())
                report(DiagnosticCode::SeveralIsolatedInLock, node,
                       {variables.front()->name, variable->name});
            variables.push_back(variable);
        });
        if (!variables.empty() && !outer)
            checkRestrictedLock(lock, *variables.front());
        for (const syntax::Node* child : lock->childNodes())
            visit(child);
        m_lock = outer;
    }

    void checkRestrictedLock(const syntax::LockStmt* lock, const VariableSymbol& variable) {
        syntax::forEachNode(lock, [&](const syntax::Node* node) {
            const CallFacts* call = m_rules.callOf(node);
            if (call && !m_rules.isIsolatedCall(*call))
                report(DiagnosticCode::CallInIsolatedLock, node, {variable.name});
            if (const auto* result = syntax::cast<syntax::ReturnStmt>(node))
                checkLeaving(result->expression(), node, lock);
            if (const syntax::Node* lvexpr = assignedBy(node))
                checkAssignment(lvexpr, valueAssignedBy(node), lock, variable);
            if (syntax::is<syntax::VariableReferenceExpr>(node))
                checkEntering(node, lock, variable);
        });
    }

    void checkLeaving(const syntax::Expression* value, const syntax::Node* place,
                      const syntax::LockStmt* lock) {
        if (value && !isInNestedFunction(place, lock) && !isIsolatedExpr(value))
            report(DiagnosticCode::LeavesLock, value);
    }

    static bool isInNestedFunction(const syntax::Node* node, const syntax::LockStmt* lock) {
        for (node = node->parent(); node && node != lock; node = node->parent())
            if (isFunctionExpr(node) || node->kind() == NodeKind::InferAnonymousFunctionExpr ||
                syntax::is<syntax::FunctionLike>(node))
                return true;
        return false;
    }

    static bool isInFunctionExpr(const syntax::Node* node, const syntax::LockStmt* lock) {
        for (; node != lock; node = node->parent())
            if (isFunctionExpr(node))
                return true;
        return false;
    }

    /// What an lvalue begins with: the variable, and whether a field or member of it is assigned.
    struct Root {
        const VariableSymbol* variable = nullptr;
        bool isPart = false;
        bool isField = false; ///< a field of self itself
    };
    Root rootOf(const syntax::Node* lvexpr) const {
        Root root;
        while (lvexpr) {
            if (const auto* field = syntax::cast<syntax::FieldAccessExpr>(lvexpr))
                lvexpr = field->expression();
            else if (const auto* member = syntax::cast<syntax::MemberAccessExpr>(lvexpr))
                lvexpr = member->containerExpression();
            else
                break;
            root.isPart = true;
        }
        root.variable = as<VariableSymbol>(m_rules.symbolOf(lvexpr));
        root.isField = root.isPart && root.variable && root.variable->role == VariableRole::Self;
        return root;
    }

    bool isOutside(const VariableSymbol& variable, const syntax::LockStmt* lock) const {
        return !variable.decl || &variable.decl->tree() != &lock->tree() || !lock->contains(variable.decl);
    }

    static const syntax::Node* assignedBy(const syntax::Node* statement) {
        if (const auto* assignment = syntax::cast<syntax::AssignmentStmt>(statement))
            return assignment->lvexpr();
        const auto* compound = syntax::cast<syntax::CompoundAssignmentStmt>(statement);
        return compound ? compound->lvexpr() : nullptr;
    }

    /// What a compound assignment computes is a value of its own.
    static const syntax::Node* valueAssignedBy(const syntax::Node* statement) {
        const auto* assignment = syntax::cast<syntax::AssignmentStmt>(statement);
        return assignment ? assignment->expression() : nullptr;
    }

    void checkAssignment(const syntax::Node* lvexpr, const syntax::Node* value, const syntax::LockStmt* lock,
                         const VariableSymbol& restrictedVariable) {
        const Root root = rootOf(lvexpr);
        if (!root.variable || root.variable == &restrictedVariable || !isOutside(*root.variable, lock))
            return;
        if (root.isPart)
            report(DiagnosticCode::OutsideChangedInLock, lvexpr, {root.variable->name});
        else if (!isIsolatedExpr(value))
            report(DiagnosticCode::LeavesLock, value);
    }

    void checkEntering(const syntax::Node* reference, const syntax::LockStmt* lock,
                       const VariableSymbol& restrictedVariable) {
        const auto* variable = as<VariableSymbol>(m_rules.symbolOf(reference));
        if (!variable || variable == &restrictedVariable || !isOutside(*variable, lock) ||
            isAssigned(reference) || variable->role == VariableRole::Worker)
            return;
        for (const syntax::Node* expr = reference; expr != lock; expr = expr->parent())
            if (syntax::is<syntax::Expression>(expr) && isIsolatedExpr(expr))
                return;
        report(DiagnosticCode::EntersLock, reference, {variable->name});
    }

    /// The target of an assignment; that is judged as such.
    static bool isAssigned(const syntax::Node* reference) {
        const syntax::Node* expr = reference;
        while (syntax::is<syntax::FieldAccessExpr>(expr->parent()) ||
               syntax::is<syntax::MemberAccessExpr>(expr->parent()))
            expr = expr->parent();
        return assignedBy(expr->parent()) == expr && !isKey(reference);
    }

    static bool isKey(const syntax::Node* reference) {
        const auto* access = syntax::cast<syntax::MemberAccessExpr>(reference->parent());
        return access && access->containerExpression() != reference;
    }

    const ModelTables& m_tables;
    types::TypeContext& m_types;
    IsolationRules m_rules;
    IsolationMemory& m_memory;
    const FunctionSymbol* m_function = nullptr;
    const syntax::LockStmt* m_lock = nullptr;
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<Finding> checkLocks(const ModelTables& tables, types::TypeContext& types,
                                IsolationMemory& memory) {
    return LockCheck(tables, types, memory).run();
}

} // namespace barre::model
