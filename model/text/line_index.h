#pragma once

#include "model/text/source_range.h"

#include <string_view>
#include <vector>

namespace barre::model {

/// A place as people say it: both count from 1, the column in code points.
struct LineColumn {
    uint32_t line = 1;
    uint32_t column = 1;

    friend constexpr bool operator==(LineColumn, LineColumn) = default;
};

/// Finds lines and columns of byte offsets and back. Keeps a view: the text must outlive it.
class LineIndex {
public:
    explicit LineIndex(std::string_view text);

    uint32_t lineCount() const { return uint32_t(m_starts.size()); }
    /// The place of an offset; offsets beyond the end count as the end.
    LineColumn place(uint32_t offset) const;
    /// The offset of a place; columns beyond the line's end count as its end.
    uint32_t offset(LineColumn place) const;
    /// The line (counted from 1) without its line break.
    SourceRange lineRange(uint32_t line) const;
    /// The number, from 1, of the line that holds the offset.
    uint32_t lineOf(uint32_t offset) const;

private:
    std::string_view m_text;
    std::vector<uint32_t> m_starts;
};

} // namespace barre::model
