#include "runtime/program/text_argument.h"

#include "runtime/values/other_values.h"
#include "runtime/values/type_test.h"

#include <charconv>
#include <vector>

namespace barre::runtime {

namespace {

template<class Number>
std::optional<Number> wholeNumber(const std::string& text) {
    Number number = 0;
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number);
    return parsed.ec == std::errc() && parsed.ptr == end ? std::optional(number) : std::nullopt;
}

std::vector<Value> candidates(Vm& vm, const std::string& text, const types::SemType& type) {
    std::vector<Value> values;
    if (const auto integer = wholeNumber<int64_t>(text))
        values.push_back(Value::of(*integer));
    if (const auto floating = wholeNumber<double>(text))
        values.push_back(Value::of(*floating));
    if (const auto number = type.has(types::BasicType::Decimal) ? decimal::parse(text) : std::nullopt)
        values.push_back(decimalValue(vm.heap(), *number));
    if (text == "true" || text == "false" || text == "1" || text == "0")
        values.push_back(Value::of(text == "true" || text == "1"));
    values.push_back(vm.string(text));
    return values;
}

} // namespace

std::optional<Value> valueOfText(Vm& vm, types::TypeContext& types, const std::string& text,
                                 const types::SemType& type) {
    for (const Value& candidate : candidates(vm, text, type))
        if (isOfType(types, candidate, type))
            return candidate;
    return {};
}

} // namespace barre::runtime
