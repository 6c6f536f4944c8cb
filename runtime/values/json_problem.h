#pragma once

#include <string>
#include <string_view>

namespace barre::runtime {

/// What is wrong with a text that is no JSON, and where, as the reference tells it; empty if it finds
/// nothing.
std::string problemOfJson(std::string_view text);

} // namespace barre::runtime
