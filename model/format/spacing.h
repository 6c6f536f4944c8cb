// What stands between two neighbouring tokens in the standard layout.
#pragma once

#include "model/syntax/tree.h"

namespace barre::model {

enum class Spacing : uint8_t {
    Verbatim,  ///< inside a template: as it is
    Joined,    ///< nothing, even if the text has a line break
    Tight,     ///< nothing, or the line break that the text has
    Space,     ///< a space, or the line break that the text has
    OneSpace,  ///< a space, even if the text has a line break
    Line,      ///< a line break, and the blank line that the text has
    BlankLine, ///< a blank line
};

/// `left` and `right` are neighbours; neither is missing.
Spacing spacingBetween(const syntax::Token* left, const syntax::Token* right);

/// The node's braces hold statements, members or clauses, each on lines of its own.
bool isBlock(const syntax::Node* node);
/// The token opens or closes something that is indented.
bool isOpener(const syntax::Token* token);
bool isCloser(const syntax::Token* token);

} // namespace barre::model
