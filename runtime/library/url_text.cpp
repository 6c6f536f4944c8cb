#include "runtime/library/url_text.h"

#include "model/text/digits.h"
#include "model/text/utf8.h"

#include <algorithm>

namespace barre::runtime {

namespace {

constexpr struct {
    std::string_view name; ///< in capitals
    Charset charset;
} charsetNames[] = {
    {"UTF-8", Charset::Utf8},       {"UTF8", Charset::Utf8},        {"ISO-8859-1", Charset::Latin1},
    {"ISO8859-1", Charset::Latin1}, {"ISO8859_1", Charset::Latin1}, {"LATIN1", Charset::Latin1},
    {"LATIN-1", Charset::Latin1},   {"US-ASCII", Charset::Ascii},   {"ASCII", Charset::Ascii},
    {"UTF-16", Charset::Utf16},     {"UTF-16BE", Charset::Utf16Be}, {"UTF-16LE", Charset::Utf16Le},
};

char capital(char c) {
    return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
}

bool isPlain(char c) {
    return (capital(c) >= 'A' && capital(c) <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("~-._").find(c) != std::string_view::npos;
}

// Text to bytes
// ---------------------------------------------------------------------------------------------------------

void appendUnit(std::string& bytes, uint32_t unit, bool isLittle) {
    const char high = char(unit >> 8), low = char(unit & 0xFF);
    bytes += isLittle ? low : high;
    bytes += isLittle ? high : low;
}

void appendUtf16(std::string& bytes, uint32_t codePoint, bool isLittle) {
    if (codePoint < 0x10000)
        return appendUnit(bytes, codePoint, isLittle);
    appendUnit(bytes, 0xD800 + ((codePoint - 0x10000) >> 10), isLittle);
    appendUnit(bytes, 0xDC00 + ((codePoint - 0x10000) & 0x3FF), isLittle);
}

std::string bytesOf(std::string_view text, Charset charset) {
    if (charset == Charset::Utf8)
        return std::string(text);
    std::string bytes;
    if (charset == Charset::Utf16)
        appendUnit(bytes, 0xFEFF, false); // the mark of the order
    for (size_t at = 0; at < text.size();) {
        const model::CodePoint next = model::decodeUtf8(text, at);
        at += next.length;
        if (charset == Charset::Latin1 || charset == Charset::Ascii)
            bytes += next.value < (charset == Charset::Ascii ? 0x80u : 0x100u) ? char(next.value) : '?';
        else
            appendUtf16(bytes, next.value, charset == Charset::Utf16Le);
    }
    return bytes;
}

// Bytes to text
// ---------------------------------------------------------------------------------------------------------

std::optional<std::string> textOfUtf16(std::string_view bytes, bool isLittle) {
    const auto unitAt = [&](size_t at) {
        const auto first = uint8_t(bytes[at]), second = uint8_t(bytes[at + 1]);
        return uint32_t(isLittle ? second << 8 | first : first << 8 | second);
    };
    std::string text;
    for (size_t at = 0; at < bytes.size(); at += 2) {
        if (at + 1 == bytes.size())
            return std::nullopt;
        uint32_t value = unitAt(at);
        if (value >= 0xD800 && value < 0xE000) {
            const uint32_t low = at + 3 < bytes.size() ? unitAt(at + 2) : 0;
            if (value >= 0xDC00 || low < 0xDC00 || low >= 0xE000)
                return std::nullopt;
            value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        model::appendUtf8(text, value);
    }
    return text;
}

std::optional<std::string> textOf(std::string_view bytes, Charset charset) {
    switch (charset) {
    case Charset::Utf8: return std::string(bytes); // its whole text is looked at in the end
    case Charset::Utf16:
        if (const std::string_view mark = bytes.substr(0, 2); mark == "\xFE\xFF" || mark == "\xFF\xFE")
            return textOfUtf16(bytes.substr(2), mark == "\xFF\xFE");
        return textOfUtf16(bytes, false);
    case Charset::Utf16Be:
    case Charset::Utf16Le: return textOfUtf16(bytes, charset == Charset::Utf16Le);
    case Charset::Latin1:
    case Charset::Ascii: break;
    }
    std::string text;
    for (const char byte : bytes) {
        if (charset == Charset::Ascii && uint8_t(byte) >= 0x80)
            return std::nullopt;
        model::appendUtf8(text, uint8_t(byte));
    }
    return text;
}

/// The bytes of the escapes that begin at `at`, which moves behind them.
std::optional<std::string> escapedBytes(std::string_view text, size_t& at) {
    std::string bytes;
    for (; at < text.size() && text[at] == '%'; at += 3) {
        const int high = at + 2 < text.size() ? model::hexDigitValue(text[at + 1]) : -1;
        const int low = at + 2 < text.size() ? model::hexDigitValue(text[at + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes += char(high * 16 + low);
    }
    return bytes;
}

} // namespace

std::optional<Charset> charsetNamed(std::string_view name) {
    std::string capitals(name);
    std::ranges::transform(capitals, capitals.begin(), capital);
    for (const auto& row : charsetNames)
        if (row.name == capitals)
            return row.charset;
    return std::nullopt;
}

std::string encodeUrlPart(std::string_view text, Charset charset) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string result;
    for (size_t at = 0; at < text.size();) {
        if (isPlain(text[at]) || text[at] == ' ') {
            result += text[at] == ' ' ? std::string("%20") : std::string(1, text[at]);
            ++at;
            continue;
        }
        const auto isEscaped = [](char c) { return !isPlain(c) && c != ' '; };
        const auto end = std::find_if_not(text.begin() + long(at), text.end(), isEscaped);
        const std::string_view run = text.substr(at, size_t(end - text.begin()) - at);
        for (const char byte : bytesOf(run, charset))
            result.append({'%', digits[uint8_t(byte) >> 4], digits[uint8_t(byte) & 15]});
        at += run.size();
    }
    return result;
}

std::optional<std::string> decodeUrlPart(std::string_view text, Charset charset) {
    std::string decoded;
    for (size_t at = 0; at < text.size();) {
        if (text[at] != '%') {
            decoded += text[at] == '+' ? ' ' : text[at];
            ++at;
            continue;
        }
        const std::optional<std::string> bytes = escapedBytes(text, at);
        const std::optional<std::string> part = bytes ? textOf(*bytes, charset) : std::nullopt;
        if (!part)
            return std::nullopt;
        decoded += *part;
    }
    return decoded;
}

} // namespace barre::runtime
