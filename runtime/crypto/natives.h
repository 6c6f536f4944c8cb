#pragma once

#include "runtime/vm/native.h"

#include <span>
#include <vector>

namespace barre::runtime {

/// The bodies of the external functions of `ballerina/crypto`.
std::vector<std::span<const NativeRow>> cryptoNatives();

// One table per file.
std::span<const NativeRow> cryptoHashNatives();
std::span<const NativeRow> cryptoKeyNatives();
std::span<const NativeRow> cryptoCipherNatives();
std::span<const NativeRow> cryptoPasswordNatives();

} // namespace barre::runtime
