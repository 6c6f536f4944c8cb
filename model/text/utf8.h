#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace barre::model {

/// A code point that is not a surrogate.
constexpr bool isScalarValue(uint32_t codePoint) {
    return codePoint < 0xD800 || (codePoint > 0xDFFF && codePoint <= 0x10FFFF);
}

/// One decoded code point; a byte that begins no valid sequence counts as invalid with length 1.
struct CodePoint {
    uint32_t value = 0;
    uint32_t length = 1;
    bool isValid = false;
};

/// Decodes the code point at `at`, which is inside the text.
CodePoint decodeUtf8(std::string_view text, size_t at);

/// Appends a scalar value as UTF-8.
void appendUtf8(std::string& text, uint32_t codePoint);

} // namespace barre::model
