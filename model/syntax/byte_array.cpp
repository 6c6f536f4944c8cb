#include "model/syntax/byte_array.h"

#include "model/text/digits.h"

namespace barre::syntax {

std::string byteArrayValue(const ByteArrayLiteral* literal) {
    const bool isBase16 = literal->keyword()->text() == "base16";
    const int bitsPerDigit = isBase16 ? 4 : 6;
    std::string bytes;
    uint32_t bits = 0;
    int count = 0;
    for (const char c : literal->content() ? literal->content()->text() : std::string_view()) {
        const int digit = isBase16 ? model::hexDigitValue(c) : model::base64DigitValue(c);
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
