#pragma once

#include "model/text/source_range.h"

#include <optional>
#include <string_view>

namespace barre::model {

/// A place where a text is no TOML, and why.
struct TomlProblem {
    SourceRange range;
    std::string_view reason;
};

/// The first character of `text` that TOML 1.0 allows nowhere ("Spec": control characters) or only in strings
/// and comments (what is not ASCII), if there is one. toml++ is not to be given such a text: it reads on past
/// the end of its tables of characters.
std::optional<TomlProblem> characterOutsideToml(std::string_view text);

} // namespace barre::model
