#pragma once

#include "model/types/constructors.h"

#include <optional>
#include <string>
#include <string_view>

namespace barre::model {

/// The result of evaluating an operator on known values: a value, nothing (it is not known before the program
/// runs), or a reason why it would always fail.
struct Folded {
    std::optional<types::SingleValue> value;
    std::string failure;      ///< empty if it does not fail
    bool isUnderflow = false; ///< a decimal that is too small

    static Folded of(types::SingleValue value) { return {std::move(value), {}, false}; }
    static Folded unknown() { return {}; }
    static Folded fails(std::string why) { return {std::nullopt, std::move(why), false}; }
    static Folded underflows(std::string why) { return {std::nullopt, std::move(why), true}; }
};

/// `left op right`, both of the same basic type; `op` is the text of the operator.
Folded foldBinary(std::string_view op, const types::SingleValue& left, const types::SingleValue& right);
/// `op operand`.
Folded foldUnary(std::string_view op, const types::SingleValue& operand);
/// NumericConvert of the specification: to int, float or decimal.
Folded foldConversion(types::BasicType to, const types::SingleValue& value);
/// The text that a string template has for the value.
std::optional<std::string> textOf(const types::SingleValue& value);

} // namespace barre::model
