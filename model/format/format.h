#pragma once

#include "model/syntax/tree.h"
#include "model/text/text_edit.h"

#include <optional>
#include <string>

namespace barre::model {

/// The text of a file in the standard layout: four spaces, one statement a line, at most one blank line,
/// comments kept. Formatting twice changes nothing more. Nothing if the file has syntax errors.
std::optional<std::string> formatted(const syntax::SyntaxTree& tree);

/// The same as edits of the white space that changes, and of nothing else.
std::vector<TextEdit> formatEdits(const syntax::SyntaxTree& tree);

} // namespace barre::model
