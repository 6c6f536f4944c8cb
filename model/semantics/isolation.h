#pragma once

#include "model/semantics/finding.h"
#include "model/semantics/model_tables.h"

#include <utility>

namespace barre::model {

/// Whether a value of the expression is its own: nothing else can reach what is mutable in it (the section
/// "Isolated expressions" of the specification).
bool isIsolatedExpression(const ModelTables& tables, types::TypeContext& types, const syntax::Node* expr);

/// Why a function is not isolated: what it does itself, and which functions it calls that are not declared
/// so.
struct Obstacles {
    std::vector<Finding> findings;
    std::vector<std::pair<const FunctionSymbol*, const syntax::Node*>> calls;
};

/// What was found in single functions; it holds as long as the function stays as it is.
struct IsolationMemory {
    std::unordered_map<const Symbol*, Obstacles> obstacles;
    std::unordered_map<const Symbol*, std::vector<Finding>> locks;

    void forget(const Symbol* function) {
        obstacles.erase(function);
        locks.erase(function);
    }
};

/// The second pass over a checked module: what is declared `isolated` must be so, isolated variables and the
/// fields of isolated objects are used only inside `lock`; and functions that could be declared isolated are
/// marked (`isInferredIsolated`).
std::vector<Finding> checkIsolation(ModelTables& tables, types::TypeContext& types, IsolationMemory& memory);

} // namespace barre::model
