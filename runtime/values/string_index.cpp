// Where code points begin. A long text that is not ASCII remembers the byte of every 64th one, so that access
// by index does not start over each time.
#include "runtime/values/string_value.h"

#include <algorithm>
#include <cstdlib>

namespace barre::runtime {
namespace {

constexpr uint32_t spacing = 64;      ///< code points between two marks
constexpr uint32_t indexedFrom = 256; ///< bytes; shorter texts are walked over

bool continues(char byte) {
    return (byte & 0xC0) == 0x80;
}

/// The byte that is `count` code points behind `at`.
size_t forward(std::string_view text, size_t at, size_t count) {
    for (; count > 0; --count)
        do
            ++at;
        while (at < text.size() && continues(text[at]));
    return at;
}

/// Marks up to the code point, or what a text that was longer has left.
const std::vector<uint32_t>& marksUpTo(Heap& heap, String* string, size_t codePoint) {
    StringBuffer* buffer = shareBytes(heap, string);
    if (!buffer->marks)
        buffer->marks = new std::vector<uint32_t>{0};
    auto& marks = *buffer->marks;
    while (marks.size() <= codePoint / spacing) {
        marks.push_back(uint32_t(forward(string->view(), marks.back(), spacing)));
        if (marks.size() % 1024 == 0)
            heap.addExternal(1024 * sizeof(uint32_t));
    }
    return marks;
}

} // namespace

size_t byteOffset(Heap& heap, String* string, int64_t index) {
    if (string->isAscii())
        return size_t(index);
    if (string->byteLength < indexedFrom)
        return forward(string->view(), 0, size_t(index));
    if (index == string->length)
        return string->byteLength;
    const auto& marks = marksUpTo(heap, string, size_t(index));
    return forward(string->view(), marks[size_t(index) / spacing], size_t(index) % spacing);
}

int64_t codePointIndex(Heap& heap, String* string, size_t byte) {
    if (string->isAscii())
        return int64_t(byte);
    if (string->byteLength < indexedFrom)
        return int64_t(countCodePoints(string->view().substr(0, byte)));
    const auto& marks = marksUpTo(heap, string, string->length - 1);
    const auto mark = std::upper_bound(marks.begin(), marks.end(), byte) - 1;
    return int64_t(mark - marks.begin()) * spacing +
           int64_t(countCodePoints(string->view().substr(*mark, byte - *mark)));
}

} // namespace barre::runtime
