#pragma once

#include <string_view>

namespace barre::test {

/// Whether a text is what a pattern says, in which `*` stands for any text.
bool matchesPattern(std::string_view pattern, std::string_view text);

} // namespace barre::test
