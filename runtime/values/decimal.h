// IEEE 754 decimal128. The one place that knows the library is decimal.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace barre::runtime {

/// A decimal number of up to 34 digits.
struct alignas(16) Decimal {
    uint64_t words[2] = {0, 0x3040000000000000ull}; ///< 0
};

namespace decimal {

/// Reads `12.50`, `1e3`; nothing if that is no decimal (suffixes are not taken).
std::optional<Decimal> parse(std::string_view text);
/// Whether the number has more digits than its text: exponents end at 6111, so 1E6113 is stored as 100E6111.
bool isPadded(std::string_view text);
Decimal fromInt(int64_t value);
Decimal fromFloat(double value);
/// As Ballerina prints it: `1.50`, `1E+40`.
std::string toString(const Decimal& value);
/// Rounded to the nearest int, half to even; nothing if out of range.
std::optional<int64_t> toInt(const Decimal& value);
double toFloat(const Decimal& value);
Decimal add(const Decimal& a, const Decimal& b);
Decimal subtract(const Decimal& a, const Decimal& b);
Decimal multiply(const Decimal& a, const Decimal& b);
Decimal divide(const Decimal& a, const Decimal& b);
Decimal remainder(const Decimal& a, const Decimal& b);
Decimal negate(const Decimal& value);
Decimal absolute(const Decimal& value);
Decimal floor(const Decimal& value);
Decimal ceiling(const Decimal& value);
/// Rounded to that many digits after the point, half to even; negative: before the point.
Decimal round(const Decimal& value, int64_t fractionDigits);
/// The value with the exponent of `like`.
Decimal quantize(const Decimal& value, const Decimal& like);
/// -1, 0, 1 by number.
int compare(const Decimal& a, const Decimal& b);
/// The same number and the same precision: ===.
bool identical(const Decimal& a, const Decimal& b);
bool isZero(const Decimal& value);
/// False for what an overflow leaves.
bool isFinite(const Decimal& value);
/// Equal numbers have equal hashes.
uint32_t hash(const Decimal& value);
/// Text without trailing zeros: names the value.
std::string normalText(const Decimal& value);

} // namespace decimal
} // namespace barre::runtime
