#pragma once

#include "model/semantics/finding.h"
#include "model/semantics/isolation.h"

namespace barre::model {

/// Isolated variables and objects: where they may be used, and what may pass in and out of the `lock`
/// statements that use them.
std::vector<Finding> checkLocks(const ModelTables& tables, types::TypeContext& types,
                                IsolationMemory& memory);

} // namespace barre::model
