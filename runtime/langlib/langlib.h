// The language library's natives.
#pragma once

#include "runtime/vm/native.h"

#include <span>

namespace barre::runtime {

/// All rows of this folder: `vm.bind(langlibNatives())`.
std::span<const NativeRow> langlibNatives();

} // namespace barre::runtime
