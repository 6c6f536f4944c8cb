// Arithmetic of decimal constants: `left op right -> result`.
#include "model/semantics/decimal_fold.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace barre;

namespace {

std::string textOf(const model::Folded& folded) {
    if (!folded.value)
        return "! " + folded.failure;
    if (const bool* truth = std::get_if<bool>(&*folded.value))
        return *truth ? "true" : "false";
    if (const int64_t* number = std::get_if<int64_t>(&*folded.value))
        return std::to_string(*number);
    return std::get<types::DecimalText>(*folded.value).text;
}

} // namespace

TEST_CASE("semantics: arithmetic of decimal constants") {
    std::istringstream lines(R"(
1 + 2 -> 3
1.5 + 0.25 -> 1.75
-1.5 + 1.5 -> 0
0.1 + 0.2 -> 0.3
1E40 + 1 -> 1E+40
10 - 12.5 -> -2.5
1.20 * 3 -> 3.6
-99 * 99 -> -9801
9999999999999999999999999999999999 * 9999999999999999999999999999999999 -> 9.999999999999999999999999999999998E+67
1 / 3 -> 0.3333333333333333333333333333333333
2 / 3 -> 0.6666666666666666666666666666666667
1 / 8 -> 0.125
7 % 3 -> 1
-7.5 % 2 -> -1.5
1 / 0 -> ! division by zero
1 % 0 -> ! division by zero
9E6144 + 1E6144 -> ! the result is too large for decimal
1E6144 * 10 -> ! the result is too large for decimal
1E-6143 / 10 -> ! the result is too small for decimal
9.0E32 % 1E-2 -> ! the quotient has too many digits
1.0 < 1.00 -> false
1.0 <= 1.00 -> true
-2 < 1 -> true
2 > 1.999 -> true
)");
    int count = 0;
    for (std::string left, op, right, arrow, expected; lines >> left >> op >> right >> arrow; ++count) {
        std::getline(lines >> std::ws, expected);
        CHECK_MESSAGE(textOf(model::foldDecimals(op, {left}, {right})) == expected, left << op << right);
    }
    CHECK(count == 24);
}

TEST_CASE("semantics: conversions of decimal constants") {
    CHECK(textOf(model::intOf({"2.5"})) == "2");
    CHECK(textOf(model::intOf({"3.5"})) == "4");
    CHECK(textOf(model::intOf({"-0.6"})) == "-1");
    CHECK(textOf(model::intOf({"0.5"})) == "0");
    CHECK(textOf(model::intOf({"0.001"})) == "0");
    CHECK(textOf(model::intOf({"1E+3"})) == "1000");
    CHECK(textOf(model::intOf({"9223372036854775807"})) == "9223372036854775807");
    CHECK(textOf(model::intOf({"9223372036854775807.5"})) == "! the value is not in the range of int");
    CHECK(textOf(model::intOf({"-1E+6144"})) == "! the value is not in the range of int");
    CHECK(textOf(model::decimalOf(0.1)) == "0.1");
    CHECK(textOf(model::decimalOf(1.0 / 0.0)) == "! the value is not in the range of decimal");
    CHECK(textOf(model::decimalOf("10e6144")) == "! the result is too large for decimal");
    CHECK(textOf(model::decimalOf("1e-6144")) == "! the result is too small for decimal");
}
