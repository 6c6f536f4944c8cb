#pragma once

#ifndef Q_MOC_RUN // it cannot read <compare>
#include <compare>
#endif
#include <cstdint>

namespace barre::model {

/// A half-open range of byte offsets into one text.
struct SourceRange {
    uint32_t begin = 0;
    uint32_t end = 0;

    constexpr uint32_t length() const { return end - begin; }
    constexpr bool isEmpty() const { return begin == end; }
    /// Whether the offset lies inside; the end does not.
    constexpr bool contains(uint32_t offset) const { return begin <= offset && offset < end; }
    constexpr bool contains(SourceRange other) const { return begin <= other.begin && other.end <= end; }
    constexpr bool overlaps(SourceRange other) const { return begin < other.end && other.begin < end; }
    /// The smallest range that holds both.
    constexpr SourceRange joined(SourceRange other) const {
        return {begin < other.begin ? begin : other.begin, end > other.end ? end : other.end};
    }

    friend constexpr bool operator==(SourceRange, SourceRange) = default;
    friend constexpr auto operator<=>(SourceRange, SourceRange) = default;
};

} // namespace barre::model
