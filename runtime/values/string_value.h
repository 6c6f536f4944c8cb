#pragma once

#include "runtime/values/heap.h"

#include <cstring>
#include <string>
#include <string_view>

namespace barre::runtime {

/// Memory that several strings share: each is a prefix of what is used.
struct StringBuffer : HeapObject {
    uint32_t used;
    uint32_t capacity;
    char* bytes;
};

/// UTF-8 text. The length in code points is known, ASCII texts have their mark. `extra` is the hash (0: not
/// yet).
struct String : HeapObject {
    uint32_t byteLength;
    uint32_t length; ///< in code points
    const char* data;
    StringBuffer* buffer; ///< null: the bytes stand behind this header

    std::string_view view() const { return {data, byteLength}; }
    bool isAscii() const { return flags & AsciiFlag; }
};

/// The longest string, in bytes.
inline constexpr size_t maxStringBytes = 0xFFFF0000u;

/// A new string of valid UTF-8.
String* makeString(Heap& heap, std::string_view text);
/// The same when the number of code points is known.
String* makeString(Heap& heap, std::string_view text, uint32_t length);
/// a + b. Appends in place if `a` ends its buffer, so that a loop of `s += x` is linear.
String* concat(Heap& heap, String* a, String* b);
/// Code points [from, to).
String* substring(Heap& heap, String* string, int64_t from, int64_t to);
/// The byte at which a code point begins; `index` may be the length.
size_t byteOffset(const String* string, int64_t index);
/// The code point at an index.
uint32_t codePointAt(const String* string, int64_t index);
/// A string of one code point.
String* charString(Heap& heap, uint32_t codePoint);
uint32_t hashOf(String* string);
uint32_t hashBytes(std::string_view text);
/// Order by code points, which for UTF-8 is the order of bytes.
int compare(const String* a, const String* b);
inline bool equal(String* a, String* b) {
    return a == b || (a->byteLength == b->byteLength && std::memcmp(a->data, b->data, a->byteLength) == 0);
}

inline Value stringValue(Heap& heap, std::string_view text) {
    return Value::of(makeString(heap, text));
}

// ---- UTF-8
/// Valid UTF-8 without surrogates.
bool isValidUtf8(std::string_view text);
size_t countCodePoints(std::string_view text);
void appendCodePoint(std::string& text, uint32_t codePoint);
/// Decodes the code point at `at` and moves behind it.
uint32_t nextCodePoint(std::string_view text, size_t& at);

} // namespace barre::runtime
