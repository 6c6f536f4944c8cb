#pragma once

#include "model/semantics/finding.h"
#include "model/semantics/model_tables.h"

#include <vector>

namespace barre::model {

/// Variables of the module whose initial value needs itself, by what is computed for it.
std::vector<Finding> findInitializationCycles(const ModelTables& tables);

} // namespace barre::model
