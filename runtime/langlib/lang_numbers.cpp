// lang.boolean, lang.int, lang.decimal.
#include "runtime/langlib/modules.h"
#include "runtime/langlib/number_text.h"
#include "runtime/langlib/support.h"

#include <algorithm>
#include <charconv>

namespace barre::runtime {
namespace {

// ---- boolean
NativeResult booleanFromString(NativeCall& call) {
    std::string text(call.text(0));
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return char(std::tolower(c)); });
    if (text == "true" || text == "1")
        return call.give(Value::of(true));
    if (text == "false" || text == "0")
        return call.give(Value::of(false));
    return giveErrorNamed(call, "{ballerina/lang.boolean}BooleanParsingError",
                          "'string' value '" + std::string(call.text(0)) +
                              "' cannot be converted to 'boolean'");
}

NativeResult giveIfAny(NativeCall& call, bool looked) {
    const List* list = call.arg(0).list();
    for (uint32_t i = 0; i < list->length; ++i)
        if (list->at(i).boolean() == looked)
            return call.give(Value::of(looked));
    return call.give(Value::of(!looked));
}
NativeResult booleanSome(NativeCall& call) {
    return giveIfAny(call, true);
}
NativeResult booleanEvery(NativeCall& call) {
    return giveIfAny(call, false);
}

// ---- int
NativeResult overflow(NativeCall& call) {
    return call.panic("{ballerina}NumberOverflow", "int range overflow");
}

NativeResult intAbs(NativeCall& call) {
    const int64_t n = call.arg(0).integer;
    return n == INT64_MIN ? overflow(call) : call.give(Value::of(n < 0 ? -n : n));
}

NativeResult intSum(NativeCall& call) {
    const List* list = call.arg(0).list();
    int64_t sum = 0;
    for (uint32_t i = 0; i < list->length; ++i)
        if (__builtin_add_overflow(sum, list->at(i).integer, &sum))
            return overflow(call);
    return call.give(Value::of(sum));
}

template<bool Greatest>
NativeResult intExtreme(NativeCall& call) {
    const List* list = call.arg(1).list();
    int64_t best = call.arg(0).integer;
    for (uint32_t i = 0; i < list->length; ++i)
        best = Greatest ? std::max(best, list->at(i).integer) : std::min(best, list->at(i).integer);
    return call.give(Value::of(best));
}

NativeResult intAvg(NativeCall& call) {
    const List* list = call.arg(1).list();
    Decimal sum = decimal::fromInt(call.arg(0).integer);
    for (uint32_t i = 0; i < list->length; ++i)
        sum = decimal::add(sum, decimal::fromInt(list->at(i).integer));
    return call.give(
        decimalValue(call.heap(), decimal::divide(sum, decimal::fromInt(int64_t(list->length) + 1))));
}

NativeResult notANumber(NativeCall& call, const char* module, const char* type) {
    return giveErrorNamed(call, std::string("{ballerina/lang.") + module + "}NumberParsingError",
                          "'string' value '" + std::string(call.text(0)) + "' cannot be converted to '" +
                              type + "'");
}

NativeResult intFromString(NativeCall& call) {
    const auto value = parseInt(call.text(0), 10);
    return value ? call.give(Value::of(*value)) : notANumber(call, "int", "int");
}

NativeResult intToHexString(NativeCall& call) {
    const int64_t n = call.arg(0).integer;
    char text[24];
    const uint64_t magnitude = n < 0 ? 0 - uint64_t(n) : uint64_t(n);
    const auto end = std::to_chars(text, text + sizeof text, magnitude, 16).ptr;
    return call.giveString((n < 0 ? "-" : "") + std::string(text, end));
}

NativeResult intFromHexString(NativeCall& call) {
    const auto value = parseInt(call.text(0), 16);
    return value ? call.give(Value::of(*value)) : notANumber(call, "int", "int");
}

constexpr NativeRow booleanRows[] = {
    {"ballerina/lang.boolean:fromString", booleanFromString},
    {"ballerina/lang.boolean:some", booleanSome},
    {"ballerina/lang.boolean:every", booleanEvery},
};

constexpr NativeRow intRows[] = {
    {"ballerina/lang.int:abs", intAbs},
    {"ballerina/lang.int:sum", intSum},
    {"ballerina/lang.int:max", intExtreme<true>},
    {"ballerina/lang.int:min", intExtreme<false>},
    {"ballerina/lang.int:avg", intAvg},
    {"ballerina/lang.int:fromString", intFromString},
    {"ballerina/lang.int:toHexString", intToHexString},
    {"ballerina/lang.int:fromHexString", intFromHexString},
};

// ---- decimal
NativeResult giveDecimal(NativeCall& call, const Decimal& value) {
    if (!decimal::isFinite(value))
        return call.panic("{ballerina}NumberOverflow", "decimal range overflow");
    return call.give(decimalValue(call.heap(), value));
}

Decimal sumOf(Decimal sum, const List* list) {
    for (uint32_t i = 0; i < list->length; ++i)
        sum = decimal::add(sum, decimalOf(list->at(i)));
    return sum;
}

NativeResult decimalSum(NativeCall& call) {
    return giveDecimal(call, sumOf(Decimal{}, call.arg(0).list()));
}

template<bool Greatest>
NativeResult decimalExtreme(NativeCall& call) {
    const List* list = call.arg(1).list();
    Value best = call.arg(0);
    for (uint32_t i = 0; i < list->length; ++i) {
        const int order = decimal::compare(decimalOf(list->at(i)), decimalOf(best));
        if (Greatest ? order > 0 : order < 0)
            best = list->at(i);
    }
    return call.give(best);
}

NativeResult decimalAvg(NativeCall& call) {
    const List* list = call.arg(1).list();
    return giveDecimal(call, decimal::divide(sumOf(decimalOf(call.arg(0)), list),
                                             decimal::fromInt(int64_t(list->length) + 1)));
}

template<Decimal (*Function)(const Decimal&)>
NativeResult decimalUnary(NativeCall& call) {
    return giveDecimal(call, Function(decimalOf(call.arg(0))));
}

NativeResult decimalRound(NativeCall& call) {
    return giveDecimal(call, decimal::round(decimalOf(call.arg(0)), call.argOr(1, Value::of(0)).integer));
}

NativeResult decimalQuantize(NativeCall& call) {
    return giveDecimal(call, decimal::quantize(decimalOf(call.arg(0)), decimalOf(call.arg(1))));
}

NativeResult decimalFromString(NativeCall& call) {
    const auto value = decimal::parse(call.text(0));
    return value && decimal::isFinite(*value) ? giveDecimal(call, *value)
                                              : notANumber(call, "decimal", "decimal");
}

constexpr NativeRow decimalRows[] = {
    {"ballerina/lang.decimal:sum", decimalSum},
    {"ballerina/lang.decimal:max", decimalExtreme<true>},
    {"ballerina/lang.decimal:min", decimalExtreme<false>},
    {"ballerina/lang.decimal:avg", decimalAvg},
    {"ballerina/lang.decimal:abs", decimalUnary<decimal::absolute>},
    {"ballerina/lang.decimal:round", decimalRound},
    {"ballerina/lang.decimal:quantize", decimalQuantize},
    {"ballerina/lang.decimal:floor", decimalUnary<decimal::floor>},
    {"ballerina/lang.decimal:ceiling", decimalUnary<decimal::ceiling>},
    {"ballerina/lang.decimal:fromString", decimalFromString},
};

} // namespace

std::span<const NativeRow> booleanNatives() {
    return booleanRows;
}
std::span<const NativeRow> intNatives() {
    return intRows;
}
std::span<const NativeRow> decimalNatives() {
    return decimalRows;
}

} // namespace barre::runtime
