#include "model/syntax/trivia.h"

#include "model/syntax/nodes.h"

namespace barre::syntax {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/// The end of the piece that begins at `at`.
Trivia pieceAt(std::string_view text, uint32_t at, uint32_t end) {
    auto endOf = [&](auto belongs) {
        uint32_t i = at + 1;
        while (i < end && belongs(i))
            ++i;
        return i;
    };
    if (text[at] == '\n')
        return {TriviaKind::LineBreak, {at, at + 1}};
    if (isBlank(text[at]))
        return {TriviaKind::WhiteSpace, {at, endOf([&](uint32_t i) { return isBlank(text[i]); })}};
    if (text.substr(at, 2) == "//" && end - at >= 2)
        return {TriviaKind::Comment, {at, endOf([&](uint32_t i) { return text[i] != '\n'; })}};
    return {TriviaKind::Skipped,
            {at, endOf([&](uint32_t i) { return !isBlank(text[i]) && text[i] != '\n'; })}};
}

} // namespace

std::vector<Trivia> splitTrivia(const SyntaxTree& tree, SourceRange range) {
    std::vector<Trivia> pieces;
    for (uint32_t at = range.begin; at < range.end; at = pieces.back().range.end)
        pieces.push_back(pieceAt(tree.text(), at, range.end));
    return pieces;
}

std::vector<Trivia> leadingTrivia(const Token* token) {
    return token->isMissing() ? std::vector<Trivia>()
                              : splitTrivia(token->parent()->tree(), token->leadingRange());
}

std::vector<Trivia> trailingTrivia(const Token* token) {
    return token->isMissing() ? std::vector<Trivia>()
                              : splitTrivia(token->parent()->tree(), token->trailingRange());
}

} // namespace barre::syntax
