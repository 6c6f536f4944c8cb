#pragma once

#include "model/edits/declarations.h"

#include <optional>
#include <string>
#include <string_view>

namespace barre::designer {

/// A parameter as one line: `@http:Header string? host = ()`.
std::string parameterLine(const edits::ParameterText& parameter);

/// Reads such a line; nothing when it is no parameter with a name.
std::optional<edits::ParameterText> readParameter(std::string_view line);

} // namespace barre::designer
