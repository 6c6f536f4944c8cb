#include "runtime/http/utf8.h"

#include <cstring>

namespace barre::runtime::http {

namespace {

/// How many bytes at the beginning are ASCII, looked at sixteen at a time; may stop early.
size_t asciiPrefix(const char* bytes, size_t size) {
    size_t i = 0;
    for (; i + 16 <= size; i += 16) {
        uint64_t words[2];
        std::memcpy(words, bytes + i, 16);
        if ((words[0] | words[1]) & 0x8080808080808080ULL)
            break;
    }
    return i;
}

} // namespace

bool Utf8Checker::lead(uint8_t byte) {
    m_low = 0x80;
    m_high = 0xBF;
    if (byte < 0xC2 || byte > 0xF4)
        return false;
    m_pending = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    if (byte == 0xE0)
        m_low = 0xA0;
    else if (byte == 0xED)
        m_high = 0x9F;
    else if (byte == 0xF0)
        m_low = 0x90;
    else if (byte == 0xF4)
        m_high = 0x8F;
    return true;
}

bool Utf8Checker::feed(std::string_view bytes) {
    size_t i = 0;
    while (i < bytes.size()) {
        if (m_pending == 0) {
            i += asciiPrefix(bytes.data() + i, bytes.size() - i);
            while (i < bytes.size() && uint8_t(bytes[i]) < 0x80)
                ++i;
            if (i < bytes.size() && !lead(uint8_t(bytes[i++])))
                return false;
            continue;
        }
        const uint8_t byte = uint8_t(bytes[i++]);
        if (byte < m_low || byte > m_high)
            return false;
        m_low = 0x80;
        m_high = 0xBF;
        --m_pending;
    }
    return true;
}

bool isUtf8(std::string_view text) {
    Utf8Checker checker;
    return checker.feed(text) && checker.isComplete();
}

} // namespace barre::runtime::http
