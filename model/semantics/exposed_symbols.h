#pragma once

#include "model/semantics/finding.h"
#include "model/semantics/model_tables.h"

namespace barre::model {

/// Where a public construct has a record, object or class in its interface that is not public: other modules
/// get such values and cannot name their type.
std::vector<Finding> findExposedSymbols(const ModelTables& tables);

} // namespace barre::model
