// Checks UTF-8 piece by piece: a code point may be split between two pieces. No Qt.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace barre::runtime::http {

/// Strict UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF), refused at the first wrong byte.
class Utf8Checker {
public:
    /// Takes the next bytes; false once they can no longer begin valid text.
    bool feed(std::string_view bytes);
    /// True when the text so far does not end inside a code point.
    bool isComplete() const { return m_pending == 0; }
    void reset() { *this = {}; }

private:
    bool lead(uint8_t byte);

    uint8_t m_pending = 0; ///< continuation bytes still to come
    uint8_t m_low = 0x80;  ///< bounds of the next continuation byte
    uint8_t m_high = 0xBF;
};

/// True if the whole text is UTF-8.
bool isUtf8(std::string_view text);

} // namespace barre::runtime::http
