#pragma once

#include <string>
#include <string_view>

namespace barre::runtime {

/// A regular expression of the language, which has no mistake, in the notation of RE2.
std::string translatePattern(std::string_view source);

} // namespace barre::runtime
