#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace barre::syntax {

/// Where a text stops being a regular expression, in bytes, and why.
struct RegExpProblem {
    size_t begin = 0, end = 0;
    std::string sentence;
};

/// The first mistake in a regular expression, by the grammar of the language.
std::optional<RegExpProblem> regExpProblem(std::string_view text);

} // namespace barre::syntax
