#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace barre::runtime {

/// An int in a base, with an optional sign; nothing if it is not one or out of range.
std::optional<int64_t> parseInt(std::string_view text, int base);
/// A float as `float:fromString` takes it: decimal or hexadecimal, `NaN`, `Infinity`, a suffix f or d.
std::optional<double> parseFloat(std::string_view text);

/// Ends in `f` or `d`, as only a literal may.
bool hasTypeSuffix(std::string_view text);

} // namespace barre::runtime
