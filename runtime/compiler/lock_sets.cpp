#include "runtime/compiler/lock_sets.h"

#include "model/syntax/nodes.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

namespace {

/// Walks through what a lock statement may run.
class Search {
public:
    Search(const PackageModel& package, LockSet& set) : m_package(package), m_set(set) {}

    /// A lock statement, in a method of `self`.
    void addLock(const SemanticModel& model, const Node* statement, const VariableSymbol* self) {
        forEachNode(statement, [&](const Node* node) {
            auto* variable =
                is<VariableReferenceExpr>(node) ? as<VariableSymbol>(model.symbolOf(node)) : nullptr;
            if (variable && variable->role == VariableRole::Module && !variable->isFinal)
                m_set.variables.insert(variable);
            if (variable && variable->role == VariableRole::Self)
                addObject(self);
            addNode(model, node, self);
        });
    }

private:
    // An object other than the one that the outermost statement knows may be any.
    void addObject(const VariableSymbol* self) {
        if (self)
            m_set.self = self;
        else
            m_set.everything = true;
    }

    // What a node may run: a function that it calls, or mentions for others to call.
    void addNode(const SemanticModel& model, const Node* node, const VariableSymbol* self) {
        if (const CallFacts* call = model.callOf(node))
            return addCall(model, *call, self);
        if (is<VariableReferenceExpr>(node))
            if (auto* function = as<FunctionSymbol>(model.symbolOf(node)))
                addFunction(*function, nullptr);
    }

    void addCall(const SemanticModel& model, const CallFacts& call, const VariableSymbol* self) {
        switch (call.kind) {
        case CallKind::Error:
        case CallKind::NewStream: return;
        case CallKind::New:
            if (call.object && call.object->init)
                addFunction(*call.object->init, nullptr);
            return;
        case CallKind::Function:
        case CallKind::Langlib:
            if (call.function)
                return addFunction(*call.function, nullptr);
            break;
        case CallKind::Method:
        case CallKind::Remote:
        case CallKind::Resource: {
            auto* receiver = as<VariableSymbol>(model.symbolOf(call.receiver));
            bool isSelf = receiver && receiver->role == VariableRole::Self;
            if (call.function && (call.function->body || call.function->isExternal))
                return addFunction(*call.function, isSelf ? self : nullptr);
            break;
        }
        case CallKind::FunctionValue: break;
        }
        m_set.everything = true;
    }

    // `self`: the object of the outermost statement, if the function is called on it.
    void addFunction(const FunctionSymbol& function, const VariableSymbol* self) {
        const SemanticModel* model = function.module ? m_package.modelOf(*function.module) : nullptr;
        if (!function.body || !model || m_set.everything ||
            !m_seen.insert({&function, self != nullptr}).second)
            return;
        forEachNode(function.body, [&](const Node* node) {
            if (is<LockStmt>(node))
                addLock(*model, node, self);
            else
                addNode(*model, node, self);
        });
    }

    const PackageModel& m_package;
    LockSet& m_set;
    std::set<std::pair<const FunctionSymbol*, bool>> m_seen;
};

} // namespace

LockSet findLocks(const PackageModel& package, const SemanticModel& model, const LockStmt* statement,
                  const VariableSymbol* self) {
    LockSet set;
    Search(package, set).addLock(model, statement, self);
    return set;
}

} // namespace barre::runtime
