// Decimals as strings of digits: constants are few and small, and nothing here runs with the program.
#include "model/semantics/decimal_fold.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <compare>
#include <vector>

namespace barre::model {

namespace {

using types::DecimalText;

constexpr size_t precision = 34;
constexpr long greatestExponent = 6144, leastExponent = -6143; ///< of the first digit

constexpr const char* tooLarge = "the result is too large for decimal";
constexpr const char* tooSmall = "the result is too small for decimal";

/// (-1)^isNegative * digits * 10^exponent; digits without leading zeros, empty for zero.
struct Number {
    bool isNegative = false;
    std::string digits;
    long exponent = 0;

    bool isZero() const { return digits.empty(); }
};

std::string withoutLeadingZeros(std::string digits) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

Number parse(std::string_view text) {
    Number number;
    size_t i = 0;
    bool afterPoint = false;
    if (i < text.size() && (text[i] == '-' || text[i] == '+'))
        number.isNegative = text[i++] == '-';
    for (; i < text.size() && (std::isdigit(static_cast<unsigned char>(text[i])) || text[i] == '.'); ++i) {
        if (text[i] == '.') {
            afterPoint = true;
            continue;
        }
        number.digits += text[i];
        number.exponent -= afterPoint;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        long exponent = 0;
        i += i + 1 < text.size() && text[i + 1] == '+' ? 2 : 1;
        std::from_chars(text.data() + i, text.data() + text.size(), exponent);
        number.exponent += std::clamp(exponent, -100000L, 100000L);
    }
    number.digits = withoutLeadingZeros(std::move(number.digits));
    return number;
}

void increment(std::string& digits) {
    size_t i = digits.size();
    while (i > 0 && digits[i - 1] == '9')
        digits[--i] = '0';
    if (i == 0)
        digits.insert(digits.begin(), '1');
    else
        ++digits[i - 1];
}

/// Half to even, to `count` digits; `isInexact` says that more digits than these follow that are not all
/// zero.
void roundTo(Number& number, size_t count, bool isInexact = false) {
    if (number.digits.size() <= count)
        return;
    const std::string cut = number.digits.substr(count);
    number.exponent += static_cast<long>(cut.size());
    number.digits.resize(count);
    const bool isHalf = cut[0] == '5' && !isInexact && cut.find_first_not_of('0', 1) == std::string::npos;
    const bool isOdd = count > 0 && (number.digits.back() - '0') % 2 == 1;
    if (cut[0] > '5' || (cut[0] == '5' && (!isHalf || isOdd)))
        increment(number.digits);
}

Folded result(Number number, bool isInexact = false) {
    roundTo(number, precision, isInexact);
    const long first = static_cast<long>(number.digits.size()) + number.exponent - 1;
    if (!number.isZero() && first > greatestExponent)
        return Folded::fails(tooLarge);
    if (!number.isZero() && first < leastExponent)
        return Folded::underflows(tooSmall);
    return Folded::of(types::normalDecimal((number.isNegative ? "-" : "") + number.digits + "E" +
                                           std::to_string(number.exponent)));
}

std::strong_ordering compareDigits(const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() <=> b.size() : a.compare(b) <=> 0;
}

std::string addDigits(const std::string& a, const std::string& b) {
    std::string sum;
    int carry = 0;
    for (size_t i = 0; i < std::max(a.size(), b.size()) || carry; ++i) {
        const int digit = carry + (i < a.size() ? a[a.size() - 1 - i] - '0' : 0) +
                          (i < b.size() ? b[b.size() - 1 - i] - '0' : 0);
        sum += static_cast<char>('0' + digit % 10);
        carry = digit / 10;
    }
    std::reverse(sum.begin(), sum.end());
    return sum;
}

/// a - b, where a is not less.
std::string subtractDigits(const std::string& a, const std::string& b) {
    std::string difference = a;
    int borrow = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        int digit = a[a.size() - 1 - i] - '0' - borrow - (i < b.size() ? b[b.size() - 1 - i] - '0' : 0);
        borrow = digit < 0;
        difference[a.size() - 1 - i] = static_cast<char>('0' + digit + 10 * borrow);
    }
    return withoutLeadingZeros(std::move(difference));
}

std::string multiplyDigits(const std::string& a, const std::string& b) {
    std::vector<int> places(a.size() + b.size()); // the lowest first
    for (size_t i = 0; i < a.size(); ++i)
        for (size_t j = 0; j < b.size(); ++j)
            places[i + j] += (a[a.size() - 1 - i] - '0') * (b[b.size() - 1 - j] - '0');
    std::string product;
    int carry = 0;
    for (const int place : places) {
        product += static_cast<char>('0' + (place + carry) % 10);
        carry = (place + carry) / 10;
    }
    std::reverse(product.begin(), product.end());
    return withoutLeadingZeros(std::move(product));
}

struct Quotient {
    std::string digits, remainder;
};

Quotient divideDigits(const std::string& a, const std::string& b) {
    Quotient result;
    for (const char digit : a) {
        result.remainder = withoutLeadingZeros(result.remainder + digit);
        char count = '0';
        while (compareDigits(result.remainder, b) >= 0) {
            result.remainder = subtractDigits(result.remainder, b);
            ++count;
        }
        result.digits += count;
    }
    result.digits = withoutLeadingZeros(std::move(result.digits));
    return result;
}

/// Both with the smaller exponent.
void align(Number& a, Number& b) {
    if (a.isZero())
        a.exponent = b.exponent;
    if (b.isZero())
        b.exponent = a.exponent;
    Number& higher = a.exponent > b.exponent ? a : b;
    const long exponent = std::min(a.exponent, b.exponent);
    higher.digits.append(static_cast<size_t>(higher.exponent - exponent), '0');
    higher.exponent = exponent;
}

Number sum(Number a, Number b) {
    align(a, b);
    if (a.isNegative == b.isNegative)
        return {a.isNegative, withoutLeadingZeros(addDigits(a.digits, b.digits)), a.exponent};
    if (compareDigits(a.digits, b.digits) < 0)
        std::swap(a, b);
    return {a.isNegative, subtractDigits(a.digits, b.digits), a.exponent};
}

Number negated(Number number) {
    number.isNegative = !number.isNegative;
    return number;
}

Folded quotient(Number a, const Number& b) {
    if (b.isZero())
        return Folded::fails("division by zero");
    const size_t extra = precision + 2 + b.digits.size();
    a.digits.append(extra, '0');
    const Quotient parts = divideDigits(a.digits, b.digits);
    return result(
        {a.isNegative != b.isNegative, parts.digits, a.exponent - static_cast<long>(extra) - b.exponent},
        !parts.remainder.empty());
}

Folded remainder(Number a, Number b) {
    if (b.isZero())
        return Folded::fails("division by zero");
    align(a, b);
    const Quotient parts = divideDigits(a.digits, b.digits);
    if (parts.digits.size() > precision)
        return Folded::fails("the quotient has too many digits");
    return result({a.isNegative, parts.remainder, a.exponent});
}

std::optional<bool> compare(std::string_view op, const Number& a, const Number& b) {
    const Number difference = sum(a, negated(b));
    const int sign = difference.isZero() ? 0 : difference.isNegative ? -1 : 1;
    if (op == "<")
        return sign < 0;
    if (op == "<=")
        return sign <= 0;
    if (op == ">")
        return sign > 0;
    if (op == ">=")
        return sign >= 0;
    return std::nullopt;
}

} // namespace

Folded foldDecimals(std::string_view op, const DecimalText& left, const DecimalText& right) {
    const Number a = parse(left.text), b = parse(right.text);
    if (op == "+")
        return result(sum(a, b));
    if (op == "-")
        return result(sum(a, negated(b)));
    if (op == "*")
        return result(
            {a.isNegative != b.isNegative, multiplyDigits(a.digits, b.digits), a.exponent + b.exponent});
    if (op == "/")
        return quotient(a, b);
    if (op == "%")
        return remainder(a, b);
    const std::optional<bool> order = compare(op, a, b);
    return order ? Folded::of(*order) : Folded::unknown();
}

Folded decimalOf(std::string_view text) {
    return result(parse(text));
}

Folded decimalOf(double value) {
    if (!std::isfinite(value))
        return Folded::fails("the value is not in the range of decimal");
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return decimalOf(std::string_view(buffer, static_cast<size_t>(end - buffer)));
}

Folded intOf(const DecimalText& value) {
    Number number = parse(value.text);
    const long whole = static_cast<long>(number.digits.size()) + number.exponent; // digits before the point
    if (whole > 19)
        return Folded::fails("the value is not in the range of int");
    if (number.exponent < 0 && whole < 0)
        return Folded::of(int64_t{0});
    if (number.exponent < 0) {
        number.digits.insert(0, "0"); // so that there is a digit to round to
        roundTo(number, static_cast<size_t>(whole) + 1);
    }
    number.digits = withoutLeadingZeros(std::move(number.digits));
    if (!number.isZero())
        number.digits.append(static_cast<size_t>(std::max(number.exponent, 0L)), '0');
    const std::string text = (number.isNegative ? "-" : "") + (number.isZero() ? "0" : number.digits);
    int64_t result = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    return error == std::errc() ? Folded::of(result) : Folded::fails("the value is not in the range of int");
}

} // namespace barre::model
