#pragma once

#include "model/diagnostics/diagnostic.h"

#include <string_view>
#include <vector>

namespace barre::model {

/// Of the messages about one file, those that do not follow from others: on a line with a mistake in the
/// grammar only the first of these counts, or the misspelt word before it that explains it. `syntax` is in
/// the order in which the parser has found the mistakes.
void keepFirstMistakes(std::string_view text, std::vector<Diagnostic>& syntax,
                       std::vector<Diagnostic>& semantic);

} // namespace barre::model
