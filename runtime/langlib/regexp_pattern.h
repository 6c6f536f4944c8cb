// Regular expressions in linear time. The one place that knows the library is regexp_pattern.cpp.
#pragma once

#include "runtime/values/other_values.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace barre::runtime {

/// Compiles a regular expression of the language; null and a message if it is none.
std::shared_ptr<const void> compilePattern(std::string_view source, std::string& error);
/// Compiles what the library takes, which is much of what Java does: for the module regex.
std::shared_ptr<const void> compileLoosePattern(const std::string& source, std::string& error);

/// The value of a compiled pattern; nil if there is none.
Value regexpOf(Heap& heap, std::string_view source, std::shared_ptr<const void> pattern);

enum class PatternAnchor : uint8_t { None, Start, Both };

/// Byte offsets of the match and its groups; -1: the group took no part.
struct PatternMatch {
    std::vector<std::pair<int64_t, int64_t>> groups;
};

bool matchPattern(const void* compiled, std::string_view text, size_t from, PatternAnchor anchor,
                  PatternMatch& match);

} // namespace barre::runtime
