#include "runtime/langlib/modules.h"
#include "runtime/langlib/number_text.h"
#include "runtime/langlib/support.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

namespace barre::runtime {
namespace {

double x(NativeCall& call) {
    return call.arg(0).floating;
}

template<double (*Function)(double)>
NativeResult unary(NativeCall& call) {
    return call.give(Value::of(Function(x(call))));
}

NativeResult isFinite(NativeCall& call) {
    return call.give(Value::of(bool(std::isfinite(x(call)))));
}
NativeResult isInfinite(NativeCall& call) {
    return call.give(Value::of(bool(std::isinf(x(call)))));
}
NativeResult isNaN(NativeCall& call) {
    return call.give(Value::of(bool(std::isnan(x(call)))));
}

NativeResult sum(NativeCall& call) {
    const List* list = call.arg(0).list();
    double result = 0;
    for (uint32_t i = 0; i < list->length; ++i)
        result += list->at(i).floating;
    return call.give(Value::of(result));
}

NativeResult avg(NativeCall& call) {
    const uint32_t count = call.arg(0).list()->length;
    sum(call);
    return call.give(Value::of(call.result.floating / double(count)));
}

template<bool Greatest>
NativeResult extreme(NativeCall& call) {
    const List* list = call.arg(0).list();
    double best = std::numeric_limits<double>::infinity() * (Greatest ? -1 : 1);
    for (uint32_t i = 0; i < list->length; ++i) {
        const double next = list->at(i).floating;
        if (std::isnan(next))
            return call.give(Value::of(next));
        best = Greatest ? std::max(best, next) : std::min(best, next);
    }
    return call.give(Value::of(best));
}

NativeResult round(NativeCall& call) {
    const int64_t digits = call.argOr(1, Value::of(0)).integer;
    const double value = x(call);
    if (digits == 0 || !std::isfinite(value))
        return call.give(Value::of(std::isfinite(value) ? std::nearbyint(value) : value));
    if (digits > 330)
        return call.give(Value::of(value));
    if (digits < -330)
        return call.give(Value::of(std::copysign(0.0, value)));
    // By the decimal digits that name the value, as the reference does.
    const Decimal rounded = decimal::round(decimal::fromFloat(value), digits);
    return call.give(Value::of(std::copysign(decimal::toFloat(rounded), value)));
}

/// Rounded once: in double alone some cubes do not give their root.
double cubeRoot(double value) {
    return double(std::cbrt(static_cast<long double>(value)));
}

NativeResult pow(NativeCall& call) {
    return call.give(Value::of(std::pow(x(call), call.arg(1).floating)));
}
NativeResult atan2(NativeCall& call) {
    return call.give(Value::of(std::atan2(x(call), call.arg(1).floating)));
}

NativeResult parsed(NativeCall& call, std::optional<double> value) {
    if (value)
        return call.give(Value::of(*value));
    return giveErrorNamed(call, "{ballerina/lang.float}NumberParsingError",
                          "'string' value '" + std::string(call.text(0)) +
                              "' cannot be converted to 'float'");
}

// Unlike a literal, the text has no suffix and no hexadecimal form.
NativeResult fromString(NativeCall& call) {
    const std::string_view text = call.text(0);
    const bool isLiteralOnly = text.find_first_of("xX") != std::string_view::npos || hasTypeSuffix(text);
    return parsed(call, isLiteralOnly ? std::nullopt : parseFloat(text));
}

NativeResult fromHexString(NativeCall& call) {
    return parsed(call, parseFloat(call.text(0)));
}

NativeResult toHexString(NativeCall& call) {
    const double value = x(call);
    if (!std::isfinite(value))
        return call.giveString(floatText(value));
    if (value == 0)
        return call.giveString(std::signbit(value) ? "-0x0.0p0" : "0x0.0p0");
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, std::fabs(value), std::chars_format::hex).ptr;
    std::string digits(text, end);
    const size_t p = digits.find('p');
    std::string exponent = digits.substr(p + 1);
    if (exponent.starts_with('+'))
        exponent.erase(0, 1);
    digits.resize(p);
    if (digits.find('.') == std::string::npos)
        digits += ".0";
    return call.giveString((value < 0 ? "-0x" : "0x") + digits + "p" + exponent);
}

NativeResult toBitsInt(NativeCall& call) {
    return call.give(Value::of(std::bit_cast<int64_t>(x(call))));
}
NativeResult fromBitsInt(NativeCall& call) {
    return call.give(Value::of(std::bit_cast<double>(call.arg(0).integer)));
}

NativeResult formatted(NativeCall& call, std::chars_format format, const Value& digits) {
    const double value = x(call);
    if (!std::isfinite(value))
        return call.giveString(floatText(value));
    if (digits.isInt() && digits.integer < 0)
        return call.panic("{ballerina/lang.float}InvalidFractionDigits",
                          "fraction digits cannot be less than 0");
    std::string text(1500, ' ');
    std::to_chars_result result{};
    if (digits.isInt())
        result = std::to_chars(text.data(), text.data() + text.size(), value, format,
                               int(std::min<int64_t>(digits.integer, 308)));
    else
        result = std::to_chars(text.data(), text.data() + text.size(), value, format);
    text.resize(size_t(result.ptr - text.data()));
    if (format == std::chars_format::scientific) {
        // e+05 becomes e+5.
        const size_t e = text.find('e');
        while (e + 3 < text.size() && text[e + 2] == '0')
            text.erase(e + 2, 1);
    } else if (!digits.isInt() && text.find('.') == std::string::npos) {
        text += ".0";
    }
    return call.giveString(text);
}

NativeResult toFixedString(NativeCall& call) {
    return formatted(call, std::chars_format::fixed, call.arg(1));
}
NativeResult toExpString(NativeCall& call) {
    return formatted(call, std::chars_format::scientific, call.arg(1));
}

constexpr NativeRow rows[] = {
    {"ballerina/lang.float:isFinite", isFinite},
    {"ballerina/lang.float:isInfinite", isInfinite},
    {"ballerina/lang.float:isNaN", isNaN},
    {"ballerina/lang.float:sum", sum},
    {"ballerina/lang.float:max", extreme<true>},
    {"ballerina/lang.float:min", extreme<false>},
    {"ballerina/lang.float:avg", avg},
    {"ballerina/lang.float:abs", unary<std::fabs>},
    {"ballerina/lang.float:round", round},
    {"ballerina/lang.float:floor", unary<std::floor>},
    {"ballerina/lang.float:ceiling", unary<std::ceil>},
    {"ballerina/lang.float:sqrt", unary<std::sqrt>},
    {"ballerina/lang.float:cbrt", unary<cubeRoot>},
    {"ballerina/lang.float:pow", pow},
    {"ballerina/lang.float:log", unary<std::log>},
    {"ballerina/lang.float:log10", unary<std::log10>},
    {"ballerina/lang.float:exp", unary<std::exp>},
    {"ballerina/lang.float:sin", unary<std::sin>},
    {"ballerina/lang.float:cos", unary<std::cos>},
    {"ballerina/lang.float:tan", unary<std::tan>},
    {"ballerina/lang.float:acos", unary<std::acos>},
    {"ballerina/lang.float:atan", unary<std::atan>},
    {"ballerina/lang.float:asin", unary<std::asin>},
    {"ballerina/lang.float:atan2", atan2},
    {"ballerina/lang.float:sinh", unary<std::sinh>},
    {"ballerina/lang.float:cosh", unary<std::cosh>},
    {"ballerina/lang.float:tanh", unary<std::tanh>},
    {"ballerina/lang.float:fromString", fromString},
    {"ballerina/lang.float:toHexString", toHexString},
    {"ballerina/lang.float:fromHexString", fromHexString},
    {"ballerina/lang.float:toBitsInt", toBitsInt},
    {"ballerina/lang.float:fromBitsInt", fromBitsInt},
    {"ballerina/lang.float:toFixedString", toFixedString},
    {"ballerina/lang.float:toExpString", toExpString},
};

} // namespace

std::span<const NativeRow> floatNatives() {
    return rows;
}

} // namespace barre::runtime
