#pragma once

#include "model/diagnostics/diagnostic.h"
#include "model/syntax/tree.h"

#include <vector>

namespace barre::model {

/// Of the messages about one file, those that do not follow from others. On a line with a mistake in the
/// grammar only the first of these counts, or the misspelt word before it that explains it. What could not be
/// read may declare and use any of its words, and do anything to the flow of its function. `syntax` is in the
/// order in which the parser has found the mistakes.
void keepFirstMistakes(const syntax::SyntaxTree& tree, std::vector<Diagnostic>& syntax,
                       std::vector<Diagnostic>& semantic);

} // namespace barre::model
