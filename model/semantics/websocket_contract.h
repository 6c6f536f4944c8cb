#pragma once

#include "model/semantics/finding.h"
#include "model/semantics/model_tables.h"

namespace barre::model {

/// What the WebSocket library asks of a checked module: upgrade services have one `get` resource that returns
/// a service, and the remote methods of a `websocket:Service` take and return what can be bound and sent.
std::vector<Finding> checkWebSocketContract(const ModelTables& tables, types::TypeContext& types);

} // namespace barre::model
