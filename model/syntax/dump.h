#pragma once

#include "model/syntax/tree.h"

#include <string>

namespace barre::syntax {

/// One line per token: offset, kind, quoted text; trivia in between.
std::string dumpTokens(const SyntaxTree& tree);

/// The tree as indented lines: `slot: Kind` for nodes, `slot: 'text'` for tokens.
std::string dumpTree(const Node* node);

} // namespace barre::syntax
