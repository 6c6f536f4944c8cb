#include "model/semantics/constant_fold.h"

#include "model/semantics/decimal_fold.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace barre::model {

namespace {

using types::DecimalText;
using types::SingleValue;

Folded intResult(bool overflow, const int64_t& value) {
    return overflow ? Folded::fails("the result is too large for int") : Folded::of(value);
}

Folded foldDivision(std::string_view op, int64_t left, int64_t right) {
    if (right == 0)
        return Folded::fails("division by zero");
    if (right == -1)
        return op == "/" ? intResult(left == INT64_MIN, int64_t(0 - uint64_t(left))) : Folded::of(int64_t(0));
    return Folded::of(op == "/" ? left / right : left % right);
}

Folded foldShift(std::string_view op, int64_t left, int64_t right) {
    const int count = int(right & 63);
    if (op == "<<")
        return Folded::of(int64_t(uint64_t(left) << count));
    return Folded::of(op == ">>" ? left >> count : int64_t(uint64_t(left) >> count));
}

template<class T>
std::optional<bool> compare(std::string_view op, const T& left, const T& right) {
    if (op == "<")
        return left < right;
    if (op == "<=")
        return left <= right;
    if (op == ">")
        return left > right;
    if (op == ">=")
        return left >= right;
    return std::nullopt;
}

Folded foldInts(std::string_view op, int64_t left, int64_t right) {
    int64_t result = 0;
    bool overflow = false;
    if (op == "+")
        overflow = __builtin_add_overflow(left, right, &result);
    else if (op == "-")
        overflow = __builtin_sub_overflow(left, right, &result);
    else if (op == "*")
        overflow = __builtin_mul_overflow(left, right, &result);
    if (op == "+" || op == "-" || op == "*")
        return intResult(overflow, result);
    if (op == "/" || op == "%")
        return foldDivision(op, left, right);
    if (op == "&")
        return Folded::of(left & right);
    if (op == "|")
        return Folded::of(left | right);
    if (op == "^")
        return Folded::of(left ^ right);
    if (op == "<<" || op == ">>" || op == ">>>")
        return foldShift(op, left, right);
    if (const std::optional<bool> result = compare(op, left, right))
        return Folded::of(*result);
    return Folded::unknown();
}

Folded foldFloats(std::string_view op, double left, double right) {
    if (op == "+")
        return Folded::of(left + right);
    if (op == "-")
        return Folded::of(left - right);
    if (op == "*")
        return Folded::of(left * right);
    if (op == "/")
        return Folded::of(left / right);
    if (op == "%")
        return Folded::of(std::fmod(left, right));
    if (const std::optional<bool> result = compare(op, left, right))
        return Folded::of(*result);
    return Folded::unknown();
}

Folded foldStrings(std::string_view op, const std::string& left, const std::string& right) {
    if (op == "+")
        return Folded::of(left + right);
    if (const std::optional<bool> result = compare(op, left, right)) // UTF-8 keeps the order of code points
        return Folded::of(*result);
    return Folded::unknown();
}

Folded foldBooleans(std::string_view op, bool left, bool right) {
    if (op == "&&")
        return Folded::of(left && right);
    if (op == "||")
        return Folded::of(left || right);
    if (const std::optional<bool> result = compare(op, left, right))
        return Folded::of(*result);
    return Folded::unknown();
}

bool sameValue(std::string_view op, const SingleValue& left, const SingleValue& right) {
    const double* a = std::get_if<double>(&left);
    const double* b = std::get_if<double>(&right);
    if (!a || !b)
        return left == right;
    if (std::isnan(*a) || std::isnan(*b))
        return std::isnan(*a) && std::isnan(*b);
    const bool exact = op.size() == 3;
    return *a == *b && (!exact || std::signbit(*a) == std::signbit(*b));
}

/// Nil is ordered only to itself.
Folded foldNil(std::string_view op, bool bothNil) {
    if (op == "<" || op == ">")
        return Folded::of(false);
    return op == "<=" || op == ">=" ? Folded::of(bothNil) : Folded::unknown();
}

/// `int * float` and the like: the int is converted first.
Folded foldMixed(std::string_view op, const SingleValue& left, const SingleValue& right) {
    const auto convert = [](const SingleValue& value, const SingleValue& like) {
        if (!std::holds_alternative<int64_t>(value))
            return Folded::of(value);
        return foldConversion(std::holds_alternative<double>(like) ? types::BasicType::Float
                                                                   : types::BasicType::Decimal,
                              value);
    };
    const Folded a = convert(left, right), b = convert(right, left);
    return a.value && b.value && a.value->index() == b.value->index() ? foldBinary(op, *a.value, *b.value)
                                                                      : Folded::unknown();
}

} // namespace

Folded foldBinary(std::string_view op, const SingleValue& left, const SingleValue& right) {
    if (op == "==" || op == "===")
        return Folded::of(sameValue(op, left, right));
    if (op == "!=" || op == "!==")
        return Folded::of(!sameValue(op, left, right));
    if (std::holds_alternative<std::monostate>(left) || std::holds_alternative<std::monostate>(right))
        return foldNil(op, left.index() == right.index());
    if (left.index() != right.index())
        return foldMixed(op, left, right);
    if (const int64_t* value = std::get_if<int64_t>(&left))
        return foldInts(op, *value, std::get<int64_t>(right));
    if (const double* value = std::get_if<double>(&left))
        return foldFloats(op, *value, std::get<double>(right));
    if (const std::string* value = std::get_if<std::string>(&left))
        return foldStrings(op, *value, std::get<std::string>(right));
    if (const bool* value = std::get_if<bool>(&left))
        return foldBooleans(op, *value, std::get<bool>(right));
    if (const DecimalText* value = std::get_if<DecimalText>(&left))
        return foldDecimals(op, *value, std::get<DecimalText>(right));
    return Folded::unknown();
}

Folded foldUnary(std::string_view op, const SingleValue& operand) {
    if (const bool* value = std::get_if<bool>(&operand))
        return op == "!" ? Folded::of(!*value) : Folded::unknown();
    if (op == "+")
        return Folded::of(operand);
    if (const int64_t* value = std::get_if<int64_t>(&operand)) {
        if (op == "~")
            return Folded::of(~*value);
        return intResult(*value == INT64_MIN, int64_t(0 - uint64_t(*value)));
    }
    if (const double* value = std::get_if<double>(&operand))
        return Folded::of(-*value);
    if (const DecimalText* value = std::get_if<DecimalText>(&operand)) {
        const std::string& text = value->text;
        return Folded::of(types::normalDecimal(text.starts_with('-') ? text.substr(1) : "-" + text));
    }
    return Folded::unknown();
}

Folded foldConversion(types::BasicType to, const SingleValue& value) {
    if (to == types::BasicType::Float) {
        if (const int64_t* number = std::get_if<int64_t>(&value))
            return Folded::of(double(*number));
        if (const DecimalText* number = std::get_if<DecimalText>(&value))
            return Folded::of(std::strtod(number->text.c_str(), nullptr));
    }
    if (to == types::BasicType::Decimal) {
        if (const int64_t* number = std::get_if<int64_t>(&value))
            return Folded::of(types::normalDecimal(std::to_string(*number)));
        if (const double* number = std::get_if<double>(&value))
            return decimalOf(*number);
    }
    if (to == types::BasicType::Int)
        if (const DecimalText* number = std::get_if<DecimalText>(&value))
            return intOf(*number);
    if (to == types::BasicType::Int)
        if (const double* number = std::get_if<double>(&value)) {
            const double rounded = std::nearbyint(*number);
            if (!(rounded >= -0x1p63 && rounded < 0x1p63))
                return Folded::fails("the value is not in the range of int");
            return Folded::of(int64_t(rounded));
        }
    return Folded::unknown();
}

std::optional<std::string> textOf(const SingleValue& value) {
    if (const std::string* text = std::get_if<std::string>(&value))
        return *text;
    if (const int64_t* number = std::get_if<int64_t>(&value))
        return std::to_string(*number);
    if (const bool* truth = std::get_if<bool>(&value))
        return *truth ? "true" : "false";
    if (const DecimalText* number = std::get_if<DecimalText>(&value))
        return number->text;
    return std::nullopt;
}

} // namespace barre::model
