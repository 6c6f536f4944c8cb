// From an upgrade request to the arguments of a `get` resource.
#pragma once

#include "runtime/http/upgrade_request.h"
#include "runtime/vm/vm.h"
#include "runtime/vm/worker.h"

#include <span>
#include <variant>
#include <vector>

namespace barre::runtime::websocket {

/// Whether the segments behind the service's path fit a resource. `.` takes any path, as it does in
/// Ballerina.
bool matchesPath(std::span<const PathSegmentCode> path, std::span<const std::string> segments);

/// The arguments without self: path parameters, then the others by their names; or how to answer instead.
/// Nothing of it is rooted.
std::variant<std::vector<Value>, http::Refusal> bindUpgrade(Worker& worker, const MethodCode& resource,
                                                            const http::UpgradeRequest& request,
                                                            std::span<const std::string> segments);

/// An `http:Request` for the program to look at; nil if the program does not know that class.
Value requestObject(Vm& vm, const http::UpgradeRequest& request);

} // namespace barre::runtime::websocket
