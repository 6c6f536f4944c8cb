#pragma once

#include "runtime/vm/native.h"

#include <span>

namespace barre::runtime::websocket {

/// The bodies of the external functions of `ballerina/websocket`.
std::span<const NativeRow> natives();
std::span<const NativeRow> clientNatives();

} // namespace barre::runtime::websocket
