// How values of simple types are kept in sets. For the files of this folder only.
#pragma once

#include <cstdint>
#include <string_view>

namespace barre::types {

/// The bits that stand for a float: one for all NaN, one for both zeros.
uint64_t floatKey(double value);
bool isOneCodePoint(std::string_view text);

} // namespace barre::types
