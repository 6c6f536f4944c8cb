#pragma once

#include "model/semantics/finding.h"
#include "model/semantics/model_tables.h"

namespace barre::model {

/// Whether a value of the expression is its own: nothing else can reach what is mutable in it (the section
/// "Isolated expressions" of the specification).
bool isIsolatedExpression(const ModelTables& tables, types::TypeContext& types, const syntax::Node* expr);

/// The second pass over a checked module: what is declared `isolated` must be so, isolated variables and the
/// fields of isolated objects are used only inside `lock`; and functions that could be declared isolated are
/// marked (`isInferredIsolated`).
std::vector<Finding> checkIsolation(ModelTables& tables, types::TypeContext& types);

} // namespace barre::model
