#pragma once

#include "runtime/vm/native.h"

#include <span>

namespace barre::runtime {

/// The bodies of the external functions of `ballerina/time`.
std::span<const NativeRow> timeNatives();

} // namespace barre::runtime
