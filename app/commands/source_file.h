#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace barre::app {

/// The bytes of a file. Without one, says why on standard error.
std::optional<std::string> readSourceFile(std::string_view path);

} // namespace barre::app
