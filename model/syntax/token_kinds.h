#pragma once

#include <cstdint>
#include <string_view>

namespace barre::syntax {

/// One value per row of tokens.def.
enum class TokenKind : uint8_t {
#define TOKEN_KIND(Name, text) Name,
#include "model/syntax/tokens.def"
};

/// `IfKeyword`
std::string_view tokenKindName(TokenKind kind);
/// The text of a keyword or of punctuation; a description such as "an identifier" for the others.
std::string_view tokenKindText(TokenKind kind);
/// How a message calls it: `'if'`, `an identifier`.
std::string_view tokenKindPhrase(TokenKind kind);
size_t tokenKindCount();

/// Reserved words, those of types included; contextual keywords are not.
bool isReservedKeyword(TokenKind kind);
bool isTypeKeyword(TokenKind kind);
bool isContextualKeyword(TokenKind kind);
bool isPunctuation(TokenKind kind);

/// The reserved or contextual keyword with this text, or Identifier.
TokenKind keywordOf(std::string_view text);

} // namespace barre::syntax
