#pragma once

#include "runtime/values/heap.h"

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace barre::runtime {

/// Memory that several strings share: each is a prefix of what is used.
struct StringBuffer : HeapObject {
    uint32_t used;
    uint32_t capacity;
    char* bytes;
    std::vector<uint32_t>* marks; ///< owned; see byteOffset
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

/// A string whose bytes are still to be written.
String* newString(Heap& heap, size_t bytes, uint32_t length);
/// A new string of valid UTF-8.
String* makeString(Heap& heap, std::string_view text);
/// The same when the number of code points is known.
String* makeString(Heap& heap, std::string_view text, uint32_t length);
/// a + b. Appends in place if `a` ends its buffer, so that a loop of `s += x` is linear.
String* concat(Heap& heap, String* a, String* b);
/// Code points [from, to).
String* substring(Heap& heap, String* string, int64_t from, int64_t to);
/// A string of so many bytes and code points, which `fill(char*)` writes.
template<class F>
String* buildString(Heap& heap, size_t bytes, uint32_t length, F fill) {
    String* string = newString(heap, bytes, length);
    fill(const_cast<char*>(string->data));
    return string;
}
/// The byte at which a code point begins; `index` may be the length. Long texts remember what they have
/// found, so that neighbouring and repeated access is quick.
size_t byteOffset(Heap& heap, String* string, int64_t index);
/// The index of the code point that begins at a byte.
int64_t codePointIndex(Heap& heap, String* string, size_t byte);
/// The code point at an index.
uint32_t codePointAt(Heap& heap, String* string, int64_t index);
/// Puts the bytes into a buffer, if they are not in one.
StringBuffer* shareBytes(Heap& heap, String* string);
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
