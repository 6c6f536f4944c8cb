#pragma once

#include "designer/canvas/diagram_style.h"

#include <string>

namespace barre::syntax {
class SyntaxTree;
}

namespace barre::designer {

/// How a byte of code is coloured; the numbers are Scintilla's style numbers.
enum class TokenStyle : unsigned char {
    Plain,
    Keyword,
    TypeName,
    String,
    Number,
    Comment,
    Documentation,
    Annotation,
    Function,
    Punctuation,
};

struct TokenStyleRow {
    TokenStyle style;
    Colour colour;
    bool italic;
};

/// One row per style, in its order.
const TokenStyleRow* tokenStyleRows(int* count);

/// The style of every byte of the tree's text, from its own tokens.
std::string tokenStyles(const syntax::SyntaxTree& tree);

} // namespace barre::designer
