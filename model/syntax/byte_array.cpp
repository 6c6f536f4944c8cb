#include "model/syntax/byte_array.h"

#include "model/syntax/lexer.h"

namespace barre::syntax {

namespace {

int base64DigitValue(char c) {
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

} // namespace

std::string byteArrayValue(const ByteArrayLiteral* literal) {
    const bool isBase16 = literal->keyword()->text() == "base16";
    const int bitsPerDigit = isBase16 ? 4 : 6;
    std::string bytes;
    uint32_t bits = 0;
    int count = 0;
    for (const char c : literal->content() ? literal->content()->text() : std::string_view()) {
        const int digit = isBase16 ? hexDigitValue(c) : base64DigitValue(c);
        if (digit < 0)
            continue;
        bits = bits << bitsPerDigit | uint32_t(digit);
        count += bitsPerDigit;
        if (count >= 8)
            bytes += char(bits >> (count -= 8) & 0xFF);
    }
    return bytes;
}

} // namespace barre::syntax
