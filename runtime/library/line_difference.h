#pragma once

#include <string>
#include <string_view>

namespace barre::runtime {

/// How two texts differ, line by line, in the unified form, with all lines as context. Lines of more than 80
/// characters count as several.
std::string lineDifference(std::string_view actual, std::string_view expected);

} // namespace barre::runtime
