#include "runtime/langlib/encodings.h"

#include "model/text/digits.h"

#include <cstdint>

namespace barre::runtime {
namespace {

constexpr char base64Digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr char hexDigits[] = "0123456789abcdef";

} // namespace

std::string encodeBase64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (size_t i = 0; i < bytes.size(); i += 3) {
        const size_t count = bytes.size() - i < 3 ? bytes.size() - i : 3;
        uint32_t group = 0;
        for (size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < count ? uint8_t(bytes[i + k]) : 0);
        for (size_t k = 0; k < 4; ++k)
            text += k <= count ? base64Digits[group >> (18 - 6 * k) & 63] : '=';
    }
    return text;
}

std::string encodeBase16(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        text += hexDigits[uint8_t(byte) >> 4];
        text += hexDigits[uint8_t(byte) & 15];
    }
    return text;
}

std::optional<std::string> decodeBase64(std::string_view text) {
    if (text.size() % 4)
        return {};
    size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=')
        ++padding;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    uint32_t group = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool isPadding = i >= text.size() - padding;
        const int value = isPadding ? 0 : model::base64DigitValue(text[i]);
        if (value < 0)
            return {};
        group = group << 6 | uint32_t(value);
        if (i % 4 != 3)
            continue;
        bytes += char(group >> 16);
        bytes += char(group >> 8);
        bytes += char(group);
        group = 0;
    }
    bytes.resize(bytes.size() - padding);
    return bytes;
}

std::optional<std::string> decodeBase16(std::string_view text) {
    if (text.size() % 2)
        return {};
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (size_t i = 0; i < text.size(); i += 2) {
        const int high = model::hexDigitValue(text[i]), low = model::hexDigitValue(text[i + 1]);
        if (high < 0 || low < 0)
            return {};
        bytes += char(high << 4 | low);
    }
    return bytes;
}

std::string bytesOfList(const List* list) {
    if (list->kind() == ListStorage::Bytes)
        return std::string(list->byteView());
    std::string bytes;
    for (uint32_t i = 0; i < list->length; ++i)
        bytes += char(list->at(i).integer);
    return bytes;
}

} // namespace barre::runtime
