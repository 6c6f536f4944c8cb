#include "model/text/utf8.h"

namespace barre::model {

namespace {

struct Lead {
    uint32_t length;
    uint32_t bits;
    uint32_t least; ///< the least value that needs this length
};

Lead leadOf(unsigned char byte) {
    if (byte < 0x80)
        return {1, byte, 0};
    if ((byte & 0xE0) == 0xC0)
        return {2, byte & 0x1Fu, 0x80};
    if ((byte & 0xF0) == 0xE0)
        return {3, byte & 0x0Fu, 0x800};
    if ((byte & 0xF8) == 0xF0)
        return {4, byte & 0x07u, 0x10000};
    return {0, 0, 0};
}

} // namespace

CodePoint decodeUtf8(std::string_view text, size_t at) {
    Lead lead = leadOf(static_cast<unsigned char>(text[at]));
    if (lead.length == 0 || at + lead.length > text.size())
        return {};
    uint32_t value = lead.bits;
    for (uint32_t i = 1; i < lead.length; ++i) {
        auto byte = static_cast<unsigned char>(text[at + i]);
        if ((byte & 0xC0) != 0x80)
            return {};
        value = value << 6 | (byte & 0x3Fu);
    }
    if (value < lead.least || !isScalarValue(value))
        return {};
    return {value, lead.length, true};
}

void appendUtf8(std::string& text, uint32_t codePoint) {
    auto append = [&](uint32_t byte) { text += char(byte); };
    if (codePoint < 0x80)
        return append(codePoint);
    if (codePoint < 0x800) {
        append(0xC0 | codePoint >> 6);
    } else if (codePoint < 0x10000) {
        append(0xE0 | codePoint >> 12);
        append(0x80 | (codePoint >> 6 & 0x3F));
    } else {
        append(0xF0 | codePoint >> 18);
        append(0x80 | (codePoint >> 12 & 0x3F));
        append(0x80 | (codePoint >> 6 & 0x3F));
    }
    append(0x80 | (codePoint & 0x3F));
}

} // namespace barre::model
