#include "runtime/values/string_value.h"

#include <algorithm>
#include <cstdlib>

namespace barre::runtime {
namespace {

bool allAscii(std::string_view text) {
    size_t i = 0;
    uint64_t any = 0;
    for (; i + 8 <= text.size(); i += 8) {
        uint64_t word;
        std::memcpy(&word, text.data() + i, 8);
        any |= word;
    }
    for (; i < text.size(); ++i)
        any |= uint64_t(uint8_t(text[i]));
    return !(any & 0x8080808080808080ull);
}

char* bytesBehind(String* string) {
    return reinterpret_cast<char*>(string + 1);
}

String* newView(Heap& heap, StringBuffer* buffer, uint32_t bytes, uint32_t length) {
    const uint8_t flags = ReadonlyFlag | (bytes == length ? AsciiFlag : 0);
    auto* string = static_cast<String*>(heap.allocate(sizeof(String), Tag::String, flags));
    string->byteLength = bytes;
    string->length = length;
    string->data = buffer->bytes;
    string->buffer = buffer;
    return string;
}

StringBuffer* newBuffer(Heap& heap, uint32_t capacity) {
    auto* buffer = static_cast<StringBuffer*>(heap.allocate(sizeof(StringBuffer), Tag::Buffer, FinalizeFlag));
    buffer->used = buffer->capacity = 0;
    buffer->marks = nullptr;
    buffer->bytes = static_cast<char*>(std::malloc(capacity));
    if (!buffer->bytes)
        throw std::bad_alloc();
    buffer->capacity = capacity;
    heap.addExternal(capacity);
    return buffer;
}

// Below this a concatenation is copied; above, it gets a buffer that can be appended to.
constexpr size_t bufferFrom = 128;

} // namespace

String* newString(Heap& heap, size_t bytes, uint32_t length) {
    const uint8_t flags = ReadonlyFlag | (bytes == length ? AsciiFlag : 0);
    auto* string = static_cast<String*>(heap.allocate(sizeof(String) + bytes, Tag::String, flags));
    string->byteLength = uint32_t(bytes);
    string->length = length;
    string->data = bytesBehind(string);
    string->buffer = nullptr;
    return string;
}

String* makeString(Heap& heap, std::string_view text, uint32_t length) {
    String* string = newString(heap, text.size(), length);
    text.copy(bytesBehind(string), text.size());
    return string;
}

String* makeString(Heap& heap, std::string_view text) {
    return makeString(heap, text, uint32_t(allAscii(text) ? text.size() : countCodePoints(text)));
}

String* concat(Heap& heap, String* a, String* b) {
    if (b->byteLength == 0)
        return a;
    if (a->byteLength == 0)
        return b;
    const size_t total = size_t(a->byteLength) + b->byteLength;
    const uint32_t length = a->length + b->length;
    if (total > maxStringBytes)
        throw std::bad_alloc();
    if (total < bufferFrom) {
        String* joined = newString(heap, total, length);
        std::memcpy(bytesBehind(joined), a->data, a->byteLength);
        std::memcpy(bytesBehind(joined) + a->byteLength, b->data, b->byteLength);
        return joined;
    }
    StringBuffer* buffer = a->buffer;
    if (!buffer || buffer->used != a->byteLength || buffer->capacity < total) {
        if (!heap.hasRoomFor(total))
            throw std::bad_alloc();
        const size_t capacity = heap.hasRoomFor(total * 2) ? total * 2 : total;
        buffer = newBuffer(heap, uint32_t(std::min(capacity, maxStringBytes)));
        std::memcpy(buffer->bytes, a->data, a->byteLength);
    }
    std::memcpy(buffer->bytes + a->byteLength, b->data, b->byteLength);
    buffer->used = uint32_t(total);
    return newView(heap, buffer, uint32_t(total), length);
}

StringBuffer* shareBytes(Heap& heap, String* string) {
    if (string->buffer)
        return string->buffer;
    StringBuffer* buffer = newBuffer(heap, string->byteLength);
    std::memcpy(buffer->bytes, string->data, string->byteLength);
    buffer->used = string->byteLength;
    string->data = buffer->bytes;
    string->buffer = buffer;
    heap.wrote(buffer);
    return buffer;
}

String* substring(Heap& heap, String* string, int64_t from, int64_t to) {
    if (from == 0 && to == string->length)
        return string;
    const size_t begin = byteOffset(heap, string, from), end = byteOffset(heap, string, to);
    return makeString(heap, string->view().substr(begin, end - begin), uint32_t(to - from));
}

uint32_t codePointAt(Heap& heap, String* string, int64_t index) {
    size_t at = byteOffset(heap, string, index);
    return nextCodePoint(string->view(), at);
}

String* charString(Heap& heap, uint32_t codePoint) {
    std::string text;
    appendCodePoint(text, codePoint);
    return makeString(heap, text, 1);
}

uint32_t hashBytes(std::string_view text) {
    uint64_t hash = 0x9E3779B97F4A7C15ull ^ text.size();
    size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        uint64_t word;
        std::memcpy(&word, text.data() + i, 8);
        hash = (hash ^ word) * 0xFF51AFD7ED558CCDull;
        hash ^= hash >> 32;
    }
    uint64_t rest = 0;
    std::memcpy(&rest, text.data() + i, text.size() - i);
    hash = (hash ^ rest) * 0xC4CEB9FE1A85EC53ull;
    hash ^= hash >> 29;
    return uint32_t(hash) | 1u; // never 0
}

uint32_t hashOf(String* string) {
    if (!string->extra)
        string->extra = hashBytes(string->view());
    return string->extra;
}

int compare(const String* a, const String* b) {
    const int order = std::memcmp(a->data, b->data, std::min(a->byteLength, b->byteLength));
    if (order)
        return order;
    return a->byteLength < b->byteLength ? -1 : a->byteLength > b->byteLength;
}

bool isValidUtf8(std::string_view text) {
    if (allAscii(text))
        return true;
    for (size_t i = 0; i < text.size();) {
        const auto byte = uint8_t(text[i]);
        const int more = byte < 0x80                   ? 0
                         : byte >= 0xC2 && byte < 0xE0 ? 1
                         : (byte & 0xF0) == 0xE0       ? 2
                         : byte >= 0xF0 && byte < 0xF5 ? 3
                                                       : -1;
        if (more < 0 || i + size_t(more) >= text.size() + (more == 0))
            return false;
        for (int k = 1; k <= more; ++k)
            if ((uint8_t(text[i + size_t(k)]) & 0xC0) != 0x80)
                return false;
        const uint8_t second = more ? uint8_t(text[i + 1]) : 0;
        if ((byte == 0xE0 && second < 0xA0) || (byte == 0xED && second >= 0xA0) ||
            (byte == 0xF0 && second < 0x90) || (byte == 0xF4 && second >= 0x90))
            return false;
        i += size_t(more) + 1;
    }
    return true;
}

size_t countCodePoints(std::string_view text) {
    size_t count = 0;
    for (const char c : text)
        count += (c & 0xC0) != 0x80;
    return count;
}

void appendCodePoint(std::string& text, uint32_t c) {
    if (c < 0x80) {
        text += char(c);
    } else if (c < 0x800) {
        text += char(0xC0 | (c >> 6));
        text += char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += char(0xE0 | (c >> 12));
        text += char(0x80 | ((c >> 6) & 0x3F));
        text += char(0x80 | (c & 0x3F));
    } else {
        text += char(0xF0 | (c >> 18));
        text += char(0x80 | ((c >> 12) & 0x3F));
        text += char(0x80 | ((c >> 6) & 0x3F));
        text += char(0x80 | (c & 0x3F));
    }
}

uint32_t nextCodePoint(std::string_view text, size_t& at) {
    const auto byte = uint8_t(text[at++]);
    if (byte < 0x80)
        return byte;
    int more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
    uint32_t codePoint = byte & (0x3Fu >> more);
    while (more-- > 0 && at < text.size())
        codePoint = codePoint << 6 | (uint8_t(text[at++]) & 0x3F);
    return codePoint;
}

} // namespace barre::runtime
