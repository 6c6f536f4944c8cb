#pragma once

#include "model/syntax/tree.h"

#include <vector>

namespace barre::syntax {

enum class TriviaKind : uint8_t { WhiteSpace, LineBreak, Comment, Skipped };

/// A piece of the text between tokens. Skipped: what the grammar has no place for.
struct Trivia {
    TriviaKind kind;
    SourceRange range;
};

/// The pieces of a range between tokens; they fill it.
std::vector<Trivia> splitTrivia(const SyntaxTree& tree, SourceRange range);
std::vector<Trivia> leadingTrivia(const Token* token);
std::vector<Trivia> trailingTrivia(const Token* token);

} // namespace barre::syntax
