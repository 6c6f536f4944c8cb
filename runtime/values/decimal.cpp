#include "runtime/values/decimal.h"

#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#include <bid_conf.h>
#include <bid_functions.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace barre::runtime::decimal {
namespace {

constexpr unsigned nearestEven = 0;
constexpr size_t precision = 34;

BID_UINT128 raw(const Decimal& value) {
    BID_UINT128 bits;
    std::memcpy(&bits, value.words, sizeof bits);
    return bits;
}

bool isSubnormal(BID_UINT128 bits) {
    return bid128_isSubnormal(bits);
}

// There is one zero: without sign and digits behind the point. Nothing is subnormal.
Decimal cooked(BID_UINT128 bits) {
    Decimal value;
    if (isSubnormal(bits))
        return value;
    if (bid128_isZero(bits))
        return value;
    std::memcpy(value.words, &bits, sizeof bits);
    return value;
}

// What is too small for a normal number is zero, even where rounding would make it one.
Decimal cooked(BID_UINT128 bits, unsigned flags) {
    return flags & BID_UNDERFLOW_EXCEPTION ? Decimal{} : cooked(bits);
}

/// A decimal taken apart: digits times ten to the exponent.
struct Parts {
    bool isNegative = false;
    std::string digits;
    int exponent = 0;
};

Parts partsOf(const Decimal& value) {
    char text[64];
    unsigned flags = 0;
    bid128_to_string(text, raw(value), &flags);
    Parts parts;
    const std::string_view all = text;
    parts.isNegative = all.front() == '-';
    const size_t e = all.find('E');
    parts.digits = all.substr(1, e - 1);
    if (e != std::string_view::npos)
        parts.exponent = std::atoi(text + e + 1);
    return parts;
}

std::string spell(const Parts& parts) {
    const std::string& digits = parts.digits;
    const int adjusted = parts.exponent + int(digits.size()) - 1;
    std::string text;
    if (parts.exponent <= 0 && adjusted >= -6) {
        if (parts.exponent == 0) {
            text = digits;
        } else if (adjusted >= 0) {
            text = digits;
            text.insert(digits.size() - size_t(-parts.exponent), 1, '.');
        } else {
            text = "0." + std::string(size_t(-adjusted - 1), '0') + digits;
        }
    } else {
        text = digits.substr(0, 1);
        if (digits.size() > 1)
            text += "." + digits.substr(1);
        text += adjusted < 0 ? "E-" : "E+";
        text += std::to_string(std::abs(adjusted));
    }
    return parts.isNegative ? "-" + text : text;
}

bool isDecimalText(std::string_view text) {
    size_t i = 0;
    const auto digits = [&] {
        const size_t from = i;
        while (i < text.size() && text[i] >= '0' && text[i] <= '9')
            ++i;
        return i - from;
    };
    if (i < text.size() && (text[i] == '-' || text[i] == '+'))
        ++i;
    size_t count = digits();
    if (i < text.size() && text[i] == '.') {
        ++i;
        count += digits();
    }
    if (!count)
        return false;
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '-' || text[i] == '+'))
            ++i;
        if (!digits())
            return false;
    }
    return i == text.size();
}

} // namespace

std::optional<Decimal> parse(std::string_view text) {
    if (!isDecimalText(text))
        return {};
    std::string copy(text);
    unsigned flags = 0;
    const BID_UINT128 bits = bid128_from_string(copy.data(), nearestEven, &flags);
    if (!bid128_isZero(bits))
        return cooked(bits);
    // A literal keeps the digits of its zero.
    Decimal zero;
    const BID_UINT128 positive = bid128_abs(bits);
    std::memcpy(zero.words, &positive, sizeof positive);
    return zero;
}

bool isPadded(std::string_view text) {
    const std::optional<Decimal> value = parse(text);
    if (!value || isZero(*value))
        return false;
    const std::string_view coefficient = text.substr(0, text.find_first_of("eE"));
    const size_t first = coefficient.find_first_of("123456789");
    const size_t written =
        size_t(std::ranges::count_if(coefficient.substr(first), [](char c) { return c != '.'; }));
    return written < partsOf(*value).digits.size();
}

Decimal fromInt(int64_t value) {
    return cooked(bid128_from_int64(value));
}

namespace {

Decimal infinite() {
    unsigned flags = 0;
    char text[] = "Inf";
    Decimal result;
    const BID_UINT128 bits = bid128_from_string(text, nearestEven, &flags);
    std::memcpy(result.words, &bits, sizeof bits);
    return result;
}

} // namespace

// The fewest digits that name the float. A whole number has none behind the point and, as IEEE 754's
// convertFormat prefers it, no exponent while its digits suffice.
Decimal fromFloat(double value) {
    if (!std::isfinite(value))
        return infinite();
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific).ptr;
    const Decimal shortest = parse({text, size_t(end - text)}).value_or(Decimal{});
    const Parts parts = partsOf(shortest);
    const bool isPaddable = parts.exponent > 0 && parts.digits.size() + size_t(parts.exponent) <= precision;
    return isPaddable ? quantize(shortest, Decimal{}) : shortest;
}

std::string toString(const Decimal& value) {
    return spell(partsOf(value));
}

std::optional<int64_t> toInt(const Decimal& value) {
    unsigned flags = 0;
    const BID_SINT64 result = bid128_to_int64_rnint(raw(value), &flags);
    if (flags & BID_INVALID_EXCEPTION)
        return {};
    return result;
}

double toFloat(const Decimal& value) {
    unsigned flags = 0;
    return bid128_to_binary64(raw(value), nearestEven, &flags);
}

// Adding zero does not change how many digits the other has.
Decimal add(const Decimal& a, const Decimal& b) {
    if (isZero(a))
        return isZero(b) ? Decimal{} : b;
    if (isZero(b))
        return a;
    unsigned flags = 0;
    return cooked(bid128_add(raw(a), raw(b), nearestEven, &flags));
}
Decimal subtract(const Decimal& a, const Decimal& b) {
    if (isZero(b))
        return isZero(a) ? Decimal{} : a;
    if (isZero(a))
        return negate(b);
    unsigned flags = 0;
    return cooked(bid128_sub(raw(a), raw(b), nearestEven, &flags));
}
Decimal multiply(const Decimal& a, const Decimal& b) {
    unsigned flags = 0;
    const BID_UINT128 product = bid128_mul(raw(a), raw(b), nearestEven, &flags);
    return cooked(product, flags);
}
Decimal divide(const Decimal& a, const Decimal& b) {
    unsigned flags = 0;
    const BID_UINT128 quotient = bid128_div(raw(a), raw(b), nearestEven, &flags);
    return cooked(quotient, flags);
}
// There is none where the quotient in whole numbers has more digits than a decimal.
Decimal remainder(const Decimal& a, const Decimal& b) {
    unsigned flags = 0;
    if (compare(absolute(divide(a, b)), *parse("1E34")) >= 0)
        return infinite();
    return cooked(bid128_fmod(raw(a), raw(b), &flags));
}
Decimal negate(const Decimal& value) {
    return cooked(bid128_negate(raw(value)));
}
Decimal absolute(const Decimal& value) {
    return cooked(bid128_abs(raw(value)));
}
Decimal floor(const Decimal& value) {
    unsigned flags = 0;
    return cooked(bid128_round_integral_negative(raw(value), &flags));
}
Decimal ceiling(const Decimal& value) {
    unsigned flags = 0;
    return cooked(bid128_round_integral_positive(raw(value), &flags));
}

Decimal round(const Decimal& value, int64_t fractionDigits) {
    const Parts parts = partsOf(value);
    if (-parts.exponent <= fractionDigits)
        return value;
    if (fractionDigits < -6200)
        return Decimal{};
    const std::string like = "1E" + std::to_string(-fractionDigits);
    return quantize(value, *parse(like));
}

Decimal quantize(const Decimal& value, const Decimal& like) {
    unsigned flags = 0;
    return cooked(bid128_quantize(raw(value), raw(like), nearestEven, &flags));
}

int compare(const Decimal& a, const Decimal& b) {
    unsigned flags = 0;
    if (bid128_quiet_less(raw(a), raw(b), &flags))
        return -1;
    return bid128_quiet_equal(raw(a), raw(b), &flags) ? 0 : 1;
}

bool identical(const Decimal& a, const Decimal& b) {
    return compare(a, b) == 0 && partsOf(a).exponent == partsOf(b).exponent;
}

bool isZero(const Decimal& value) {
    return bid128_isZero(raw(value));
}

bool isFinite(const Decimal& value) {
    return bid128_isFinite(raw(value));
}

std::string normalText(const Decimal& value) {
    if (isZero(value))
        return "0";
    Parts parts = partsOf(value);
    while (parts.digits.size() > 1 && parts.digits.back() == '0') {
        parts.digits.pop_back();
        ++parts.exponent;
    }
    return spell(parts);
}

uint32_t hash(const Decimal& value) {
    uint32_t hash = 2166136261u;
    for (const char c : normalText(value))
        hash = (hash ^ uint8_t(c)) * 16777619u;
    return hash;
}

} // namespace barre::runtime::decimal
