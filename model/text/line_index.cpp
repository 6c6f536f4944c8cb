#include "model/text/line_index.h"

#include <algorithm>

namespace barre::model {

namespace {

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace

LineIndex::LineIndex(std::string_view text) : m_text(text), m_starts{0} {
    for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        m_starts.push_back(uint32_t(at + 1));
}

uint32_t LineIndex::lineOf(uint32_t offset) const {
    auto after = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    return uint32_t(after - m_starts.begin());
}

LineColumn LineIndex::place(uint32_t offset) const {
    offset = std::min(offset, uint32_t(m_text.size()));
    uint32_t line = lineOf(offset);
    std::string_view before = m_text.substr(m_starts[line - 1], offset - m_starts[line - 1]);
    auto continuations = std::count_if(before.begin(), before.end(), isContinuation);
    return {line, uint32_t(before.size() - size_t(continuations)) + 1};
}

uint32_t LineIndex::offset(LineColumn place) const {
    if (place.line == 0 || place.line > lineCount())
        return place.line == 0 ? 0 : uint32_t(m_text.size());
    SourceRange line = lineRange(place.line);
    uint32_t at = line.begin;
    for (uint32_t column = 1; column < place.column && at < line.end; ++column) {
        ++at;
        while (at < line.end && isContinuation(m_text[at]))
            ++at;
    }
    return at;
}

SourceRange LineIndex::lineRange(uint32_t line) const {
    uint32_t begin = m_starts[line - 1];
    uint32_t end = line < lineCount() ? m_starts[line] - 1 : uint32_t(m_text.size());
    if (end > begin && m_text[end - 1] == '\r')
        --end;
    return {begin, end};
}

} // namespace barre::model
