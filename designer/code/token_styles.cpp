#include "designer/code/token_styles.h"

#include "model/syntax/token_kinds.h"
#include "model/syntax/tree.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace barre::designer {

namespace {

using syntax::TokenKind;

constexpr TokenStyleRow rows[] = {
    {TokenStyle::Plain, Colour::Text, false},
    {TokenStyle::Keyword, Colour::Control, false},
    {TokenStyle::TypeName, Colour::Call, false},
    {TokenStyle::String, Colour::Run, false},
    {TokenStyle::Number, Colour::ErrorHandling, false},
    {TokenStyle::Comment, Colour::TextSecondary, true},
    {TokenStyle::Documentation, Colour::TextSecondary, false},
    {TokenStyle::Annotation, Colour::Concurrency, false},
    {TokenStyle::Function, Colour::Data, false},
    {TokenStyle::Punctuation, Colour::TextSecondary, false},
};

TokenStyle styleOf(TokenKind kind) {
    switch (kind) {
    case TokenKind::StringLiteral:
    case TokenKind::TemplateContent:
    case TokenKind::Backtick: return TokenStyle::String;
    case TokenKind::IntLiteral:
    case TokenKind::HexIntLiteral:
    case TokenKind::FloatLiteral:
    case TokenKind::HexFloatLiteral: return TokenStyle::Number;
    case TokenKind::DocumentationLine: return TokenStyle::Documentation;
    case TokenKind::At: return TokenStyle::Annotation;
    case TokenKind::Identifier:
    case TokenKind::Underscore: return TokenStyle::Plain;
    default: break;
    }
    if (syntax::isTypeKeyword(kind))
        return TokenStyle::TypeName;
    if (syntax::isReservedKeyword(kind) || syntax::isContextualKeyword(kind))
        return TokenStyle::Keyword;
    return syntax::isPunctuation(kind) ? TokenStyle::Punctuation : TokenStyle::Plain;
}

/// What an identifier is, as far as its neighbours tell: a call, part of an annotation, or just a name.
TokenStyle identifierStyle(std::span<const syntax::Token* const> tokens, size_t index) {
    const auto kindAt = [&](size_t back) {
        return back <= index ? tokens[index - back]->kind() : TokenKind::EndOfFile;
    };
    if (kindAt(1) == TokenKind::At || (kindAt(1) == TokenKind::Colon && kindAt(3) == TokenKind::At))
        return TokenStyle::Annotation;
    const bool isCall = index + 1 < tokens.size() && tokens[index + 1]->kind() == TokenKind::OpenParen;
    return isCall ? TokenStyle::Function : TokenStyle::Plain;
}

} // namespace

const TokenStyleRow* tokenStyleRows(int* count) {
    *count = int(std::size(rows));
    return rows;
}

std::string tokenStyles(const syntax::SyntaxTree& tree) {
    // Trivia is white space and comments; so whatever no token covers is a comment.
    std::string styles(tree.text().size(), char(TokenStyle::Comment));
    const auto& tokens = tree.tokens();
    for (size_t index = 0; index < tokens.size(); ++index) {
        const syntax::Token& token = *tokens[index];
        const bool isName = token.kind() == TokenKind::Identifier;
        const TokenStyle style = isName ? identifierStyle(tokens, index) : styleOf(token.kind());
        std::fill(styles.begin() + token.range().begin, styles.begin() + token.range().end, char(style));
    }
    return styles;
}

} // namespace barre::designer
