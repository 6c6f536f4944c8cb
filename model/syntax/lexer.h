#pragma once

#include "model/syntax/tree_builder.h"

#include <string_view>
#include <vector>

namespace barre::syntax {

/// Splits a whole text into tokens. Knows the modes of the language by itself: template content between
/// backticks, interpolations within, and back. Contextual keywords are identifiers; `>` is never joined with
/// what follows (except `>=`), since type parameters nest.
class Lexer {
public:
    /// Diagnostics go to the builder's tree.
    explicit Lexer(TreeBuilder& builder);
    /// Of a part of the text that lies outside of templates.
    Lexer(TreeBuilder& builder, model::SourceRange place);

    /// All tokens, the last one is EndOfFile. Invalid characters are skipped text of the token behind them.
    std::vector<Token> run();

private:
    /// What encloses the place: braces of code, or a template.
    enum class Mode : uint8_t { Brace, BracePipe, Interpolation, Template };
    struct Frame {
        Mode mode;
        uint32_t opener; ///< index of the token that opened it
    };

    char at(size_t offset) const { return m_at + offset < m_text.size() ? m_text[m_at + offset] : '\0'; }
    bool atEnd() const { return m_at >= m_text.size(); }
    bool inTemplate() const { return !m_frames.empty() && m_frames.back().mode == Mode::Template; }

    void skipLeadingTrivia();
    void skipTrailingTrivia();
    void skipInvalid();
    bool skipComment();
    void next();
    void add(TokenKind kind, uint32_t begin);
    void report(model::DiagnosticCode code, uint32_t begin, std::vector<std::string> args = {});

    TokenKind lex();
    TokenKind lexPunctuation();
    TokenKind lexWord();
    TokenKind lexQuotedIdentifier();
    uint32_t endOfSingleQuotes() const;
    uint32_t endOfBlockComment();
    TokenKind lexNumber();
    TokenKind lexHexNumber();
    TokenKind lexString();
    TokenKind lexTemplateContent();
    bool lexIdentifierCharacters(bool allowDigit);
    bool lexEscape(bool isString);
    bool lexNumericEscape();
    void lexExponent(char letter);
    void lexDigits();
    void lexHexDigits();
    TokenKind take(size_t length, TokenKind kind) {
        m_at += length;
        return kind;
    }
    void pairBrackets(TokenKind kind, uint32_t index);

    TreeBuilder& m_builder;
    std::string_view m_text;
    uint32_t m_at = 0;
    uint32_t m_begin = 0; ///< of what is split
    uint32_t m_fullBegin = 0;
    bool m_skipped = false;
    bool m_hasError = false;
    bool m_mayEndComment = true; ///< false: no `*/` follows any more
    TokenKind m_contextual = TokenKind::Invalid;
    std::vector<Token> m_tokens;
    std::vector<Frame> m_frames;
    struct OpenBracketToken {
        TokenKind kind;
        uint32_t index;
    };
    std::vector<OpenBracketToken> m_open; ///< brackets that wait for their partner
    uint32_t m_lastMatch = 0;             ///< the partner of the bracket being added
};

} // namespace barre::syntax
