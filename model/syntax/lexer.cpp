#include "model/syntax/lexer.h"

#include "model/diagnostics/diagnostic_code.h"
#include "model/syntax/parser.h"
#include "model/text/digits.h"
#include "model/text/utf8.h"

#include <utility>

namespace barre::syntax {

using model::DiagnosticCode;

namespace {

bool isLetter(char c) {
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_';
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

struct CodePointRange {
    uint32_t first, last;
};

// Unicode property Pattern_Syntax (which is immutable) outside ASCII, Pattern_White_Space, and private use.
constexpr CodePointRange notInIdentifiers[] = {
    {0x80, 0xA9},        {0xAB, 0xAC},     {0xAE, 0xAE},     {0xB0, 0xB1},     {0xB6, 0xB6},
    {0xBB, 0xBB},        {0xBF, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},     {0x200E, 0x200F},
    {0x2010, 0x203E},    {0x2041, 0x2053}, {0x2055, 0x205E}, {0x2190, 0x245F}, {0x2500, 0x2775},
    {0x2794, 0x2BFF},    {0x2E00, 0x2E7F}, {0x3001, 0x3003}, {0x3008, 0x3020}, {0x3030, 0x3030},
    {0xE000, 0xF8FF},    {0xFD3E, 0xFD3F}, {0xFE45, 0xFE46}, {0xFEFF, 0xFEFF}, {0xF0000, 0xFFFFD},
    {0x100000, 0x10FFFD}};

bool isIdentifierCodePoint(uint32_t codePoint) {
    if (codePoint < 0x80)
        return false;
    for (CodePointRange range : notInIdentifiers)
        if (codePoint >= range.first && codePoint <= range.last)
            return false;
    return true;
}

} // namespace

Lexer::Lexer(TreeBuilder& builder) : m_builder(builder), m_text(builder.text().substr(0, maxTextSize)) {}

Lexer::Lexer(TreeBuilder& builder, model::SourceRange place)
    : m_builder(builder), m_text(builder.text().substr(0, place.end)), m_at(place.begin),
      m_begin(place.begin) {}

std::vector<Token> Lexer::run() {
    m_tokens.reserve((m_text.size() - m_begin) / 4 + 2);
    if (m_begin == 0 && m_text.starts_with("\xEF\xBB\xBF"))
        m_at = 3; // a byte order mark counts as white space
    do
        next();
    while (m_tokens.back().m_kind != TokenKind::EndOfFile);
    if (m_text.size() == maxTextSize && m_builder.text().size() > maxTextSize) {
        auto end = uint32_t(m_builder.text().size());
        m_tokens.back().m_fullRange.end = end;
        report(DiagnosticCode::FileTooLarge, m_at, {std::to_string(maxTextSize)});
    }
    return std::move(m_tokens);
}

void Lexer::next() {
    m_fullBegin = m_tokens.empty() ? m_begin : m_at;
    m_skipped = false;
    m_contextual = TokenKind::Invalid;
    if (!inTemplate())
        skipLeadingTrivia();
    uint32_t begin = m_at;
    TokenKind kind = atEnd() ? TokenKind::EndOfFile : lex();
    while (kind == TokenKind::Invalid) {
        m_skipped = true;
        skipLeadingTrivia();
        begin = m_at;
        m_contextual = TokenKind::Invalid;
        kind = atEnd() ? TokenKind::EndOfFile : lex();
    }
    if (kind == TokenKind::EndOfFile && inTemplate())
        report(DiagnosticCode::UnterminatedTemplate, m_tokens[m_frames.back().opener].m_range.begin);
    add(kind, begin);
}

void Lexer::add(TokenKind kind, uint32_t begin) {
    Token token;
    token.m_kind = kind;
    token.m_contextual = m_contextual;
    token.m_flags = uint8_t((m_skipped ? Token::SkippedTextFlag : 0) | (m_hasError ? Token::ErrorFlag : 0));
    m_hasError = false;
    token.m_range = {begin, m_at};
    pairBrackets(kind, uint32_t(m_tokens.size()));
    if (!inTemplate())
        skipTrailingTrivia();
    token.m_fullRange = {m_fullBegin, m_at};
    if (!m_tokens.empty() &&
        (kind == TokenKind::CloseBrace || kind == TokenKind::CloseBracePipe ||
         kind == TokenKind::CloseParen || kind == TokenKind::CloseBracket || kind == TokenKind::Backtick))
        token.m_match = m_lastMatch;
    m_tokens.push_back(token);
}

void Lexer::report(DiagnosticCode code, uint32_t begin, std::vector<std::string> args) {
    uint32_t end = m_at > begin ? m_at : begin;
    m_hasError = true;
    m_builder.diagnostics().push_back(model::makeDiagnostic(code, {begin, end}, std::move(args)));
}

bool Lexer::skipComment() {
    if (at(0) != '/' || at(1) != '/')
        return false;
    size_t end = m_text.find('\n', m_at);
    m_at = end == std::string_view::npos ? uint32_t(m_text.size()) : uint32_t(end);
    return true;
}

void Lexer::skipLeadingTrivia() {
    for (;;) {
        while (isBlank(at(0)) || at(0) == '\n')
            ++m_at;
        if (!skipComment())
            return;
    }
}

void Lexer::skipTrailingTrivia() {
    while (isBlank(at(0)))
        ++m_at;
    skipComment();
    if (at(0) == '\n')
        ++m_at;
}

// Brackets know their partner; a brace that closes skips open parentheses within it, so that one missing `)`
// does not spoil the rest of the file.
void Lexer::pairBrackets(TokenKind kind, uint32_t index) {
    m_lastMatch = 0;
    auto pairWith = [&](size_t depth) {
        m_lastMatch = m_open[depth].index;
        m_tokens[m_lastMatch].m_match = index;
        m_open.resize(depth);
    };
    auto isBraceLike = [](TokenKind open) {
        return open == TokenKind::OpenBrace || open == TokenKind::OpenBracePipe ||
               open == TokenKind::InterpolationStart || open == TokenKind::Backtick;
    };
    switch (kind) {
    case TokenKind::OpenBrace:
    case TokenKind::OpenBracePipe:
        m_frames.push_back({kind == TokenKind::OpenBrace ? Mode::Brace : Mode::BracePipe, index});
        [[fallthrough]];
    case TokenKind::OpenParen:
    case TokenKind::OpenBracket: m_open.push_back({kind, index}); break;
    case TokenKind::InterpolationStart:
        m_frames.push_back({Mode::Interpolation, index});
        m_open.push_back({kind, index});
        break;
    case TokenKind::Backtick:
        if (inTemplate()) {
            m_frames.pop_back();
            while (!m_open.empty() && m_open.back().kind != TokenKind::Backtick)
                m_open.pop_back();
            if (!m_open.empty())
                pairWith(m_open.size() - 1);
        } else {
            m_frames.push_back({Mode::Template, index});
            m_open.push_back({kind, index});
        }
        break;
    case TokenKind::CloseParen:
    case TokenKind::CloseBracket: {
        TokenKind open = kind == TokenKind::CloseParen ? TokenKind::OpenParen : TokenKind::OpenBracket;
        for (size_t depth = m_open.size(); depth > 0 && !isBraceLike(m_open[depth - 1].kind); --depth)
            if (m_open[depth - 1].kind == open) {
                pairWith(depth - 1);
                break;
            }
        break;
    }
    case TokenKind::CloseBrace:
    case TokenKind::CloseBracePipe:
        if (!m_frames.empty() && m_frames.back().mode != Mode::Template)
            m_frames.pop_back();
        while (!m_open.empty() && !isBraceLike(m_open.back().kind))
            m_open.pop_back();
        if (!m_open.empty() && m_open.back().kind != TokenKind::Backtick)
            pairWith(m_open.size() - 1);
        break;
    default: break;
    }
}

TokenKind Lexer::lex() {
    if (inTemplate())
        return lexTemplateContent();
    char c = at(0);
    if (isLetter(c) || c == '\\' || static_cast<unsigned char>(c) >= 0x80)
        return lexWord();
    if (isDigit(c) || (c == '.' && isDigit(at(1))))
        return lexNumber();
    switch (c) {
    case '"': return lexString();
    case '\'': return lexQuotedIdentifier();
    case '#': {
        size_t end = m_text.find('\n', m_at);
        m_at = end == std::string_view::npos ? uint32_t(m_text.size()) : uint32_t(end);
        if (m_text[m_at - 1] == '\r')
            --m_at;
        return TokenKind::DocumentationLine;
    }
    default: return lexPunctuation();
    }
}

TokenKind Lexer::lexTemplateContent() {
    if (at(0) == '`')
        return take(1, TokenKind::Backtick);
    if (at(0) == '$' && at(1) == '{')
        return take(2, TokenKind::InterpolationStart);
    while (!atEnd() && at(0) != '`' && !(at(0) == '$' && at(1) == '{'))
        ++m_at;
    return TokenKind::TemplateContent;
}

bool Lexer::lexNumericEscape() {
    uint32_t begin = m_at;
    m_at += 3; // \u{
    uint32_t value = 0;
    bool isValid = model::hexDigitValue(at(0)) >= 0;
    for (int digit; (digit = model::hexDigitValue(at(0))) >= 0; ++m_at)
        value = value > 0x10FFFF ? value : value * 16 + uint32_t(digit);
    isValid = isValid && at(0) == '}' && model::isScalarValue(value);
    if (at(0) == '}')
        ++m_at;
    if (!isValid)
        report(DiagnosticCode::InvalidCodePoint, begin, {std::string(m_text.substr(begin, m_at - begin))});
    return isValid;
}

// At a backslash. False: it escapes nothing, and only the backslash is taken.
bool Lexer::lexEscape(bool isString) {
    uint32_t begin = m_at;
    if (at(1) == 'u' && at(2) == '{')
        return lexNumericEscape();
    char c = at(1);
    bool isValid = isString ? c == 't' || c == 'n' || c == 'r' || c == '\\' || c == '"'
                            : !(isLetter(c) && c != '_') && c != '\t' && c != '\r' && c != '\n' && c != '\0';
    if (isString) {
        m_at += c == '\n' || c == '\r' || c == '\0' ? 1 : 2;
        if (!isValid)
            report(DiagnosticCode::InvalidStringEscape, begin,
                   {std::string(m_text.substr(begin, m_at - begin))});
        return isValid;
    }
    if (!isValid)
        return false;
    m_at += 1;
    m_at += static_cast<unsigned char>(c) < 0x80 ? 1 : model::decodeUtf8(m_text, m_at).length;
    return true;
}

bool Lexer::lexIdentifierCharacters(bool allowDigit) {
    uint32_t begin = m_at;
    for (;;) {
        char c = at(0);
        if (isLetter(c) || (isDigit(c) && (allowDigit || m_at > begin))) {
            ++m_at;
        } else if (c == '\\') {
            if (!lexEscape(false))
                break;
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            model::CodePoint codePoint = model::decodeUtf8(m_text, m_at);
            if (!codePoint.isValid || !isIdentifierCodePoint(codePoint.value))
                break;
            m_at += codePoint.length;
        } else {
            break;
        }
    }
    return m_at > begin;
}

TokenKind Lexer::lexWord() {
    uint32_t begin = m_at;
    if (!lexIdentifierCharacters(false)) {
        model::CodePoint codePoint = model::decodeUtf8(m_text, m_at);
        m_at += codePoint.length;
        if (codePoint.isValid)
            report(DiagnosticCode::InvalidCharacter, begin,
                   {"'" + std::string(m_text.substr(begin, m_at - begin)) + "'"});
        else
            report(DiagnosticCode::InvalidUtf8, begin);
        return TokenKind::Invalid;
    }
    std::string_view word = m_text.substr(begin, m_at - begin);
    if (word == "_")
        return TokenKind::Underscore;
    TokenKind kind = keywordOf(word);
    if (!isContextualKeyword(kind))
        return kind;
    m_contextual = kind;
    return TokenKind::Identifier;
}

TokenKind Lexer::lexQuotedIdentifier() {
    uint32_t begin = m_at;
    if (const uint32_t end = endOfSingleQuotes()) {
        m_at = end;
        report(DiagnosticCode::SingleQuotes, begin);
        return TokenKind::StringLiteral;
    }
    ++m_at;
    if (!lexIdentifierCharacters(true))
        report(DiagnosticCode::MissingIdentifierAfterQuote, begin);
    return TokenKind::Identifier;
}

// At a single quote: the end of what shall be a string. 0: an identifier begins here. A quote that begins an
// identifier stands before one of its characters, one that ends a string does not. Nothing is guessed in an
// interpolation: the text behind it may well have a quote.
uint32_t Lexer::endOfSingleQuotes() const {
    for (const Frame& frame : m_frames)
        if (frame.mode == Mode::Interpolation)
            return 0;
    for (size_t i = m_at + 1; i < m_text.size() && m_text[i] != '\n' && m_text[i] != '"'; ++i) {
        const bool isComment = m_text.substr(i, 3) == " //";
        if (isComment)
            return 0;
        if (m_text[i] != '\'')
            continue;
        const char next = i + 1 < m_text.size() ? m_text[i + 1] : '\n';
        const bool beginsIdentifier =
            isLetter(next) || isDigit(next) || next == '\\' || static_cast<unsigned char>(next) >= 0x80;
        return beginsIdentifier ? 0 : uint32_t(i + 1);
    }
    return 0;
}

// `/* … */`, which is no comment here: where it ends. 0: it is an XML step, which stands behind its operand.
uint32_t Lexer::endOfBlockComment() {
    const TokenKind before = m_tokens.empty() ? TokenKind::Semicolon : m_tokens.back().m_kind;
    const bool behindOperand = before == TokenKind::Identifier || before == TokenKind::CloseParen ||
                               before == TokenKind::CloseBracket || before == TokenKind::Backtick ||
                               before == TokenKind::Gt;
    if (behindOperand || !m_mayEndComment)
        return 0;
    const size_t close = m_text.find("*/", m_at + 2);
    m_mayEndComment = close != std::string_view::npos;
    return m_mayEndComment ? uint32_t(close + 2) : 0;
}

void Lexer::lexDigits() {
    while (isDigit(at(0)))
        ++m_at;
}

void Lexer::lexHexDigits() {
    while (model::hexDigitValue(at(0)) >= 0)
        ++m_at;
}

// At the letter, if there is an exponent; its sign is optional, its digits are not.
void Lexer::lexExponent(char letter) {
    if ((at(0) | 0x20) != letter)
        return;
    size_t sign = at(1) == '+' || at(1) == '-' ? 1 : 0;
    uint32_t begin = m_at;
    m_at += 1 + uint32_t(sign);
    if (!isDigit(at(0)))
        report(DiagnosticCode::InvalidNumber, begin, {std::string(m_text.substr(begin, m_at - begin))});
    lexDigits();
}

TokenKind Lexer::lexNumber() {
    if (at(0) == '0' && (at(1) | 0x20) == 'x')
        return lexHexNumber();
    uint32_t begin = m_at;
    lexDigits();
    bool hasLeadingZero = m_at - begin > 1 && m_text[begin] == '0';
    bool isFloat = false;
    if (at(0) == '.' && isDigit(at(1))) {
        isFloat = true;
        ++m_at;
        lexDigits();
    }
    bool hasExponent = (at(0) | 0x20) == 'e' && (isDigit(at(1)) || at(1) == '+' || at(1) == '-');
    if (hasExponent) {
        isFloat = true;
        lexExponent('e');
    }
    char suffix = char(at(0) | 0x20);
    if ((suffix == 'f' || suffix == 'd') && !isLetter(at(1)) && !isDigit(at(1))) {
        isFloat = true;
        ++m_at;
    }
    if (hasLeadingZero)
        report(DiagnosticCode::LeadingZero, begin);
    return isFloat ? TokenKind::FloatLiteral : TokenKind::IntLiteral;
}

TokenKind Lexer::lexHexNumber() {
    uint32_t begin = m_at;
    m_at += 2;
    lexHexDigits();
    bool hasDigits = m_at > begin + 2;
    bool isFloat = false;
    if (at(0) == '.' && model::hexDigitValue(at(1)) >= 0) {
        isFloat = hasDigits = true;
        ++m_at;
        lexHexDigits();
    }
    if ((at(0) | 0x20) == 'p') {
        isFloat = true;
        lexExponent('p');
    }
    if (!hasDigits)
        report(DiagnosticCode::InvalidNumber, begin, {std::string(m_text.substr(begin, m_at - begin))});
    return isFloat ? TokenKind::HexFloatLiteral : TokenKind::HexIntLiteral;
}

TokenKind Lexer::lexString() {
    uint32_t begin = m_at++;
    while (!atEnd() && at(0) != '"' && at(0) != '\n' && at(0) != '\r') {
        if (at(0) == '\\')
            lexEscape(true);
        else
            ++m_at;
    }
    if (at(0) == '"' && !atEnd())
        ++m_at;
    else
        report(DiagnosticCode::UnterminatedString, begin);
    return TokenKind::StringLiteral;
}

TokenKind Lexer::lexPunctuation() {
    using enum TokenKind;
    char next = at(1), third = at(2);
    switch (at(0)) {
    case '(': return take(1, OpenParen);
    case ')': return take(1, CloseParen);
    case '[': return take(1, OpenBracket);
    case ']': return take(1, CloseBracket);
    case '{': return next == '|' ? take(2, OpenBracePipe) : take(1, OpenBrace);
    case '}': return take(1, CloseBrace);
    case ';': return take(1, Semicolon);
    case ',': return take(1, Comma);
    case ':': return take(1, Colon);
    case '.':
        if (next == '.')
            return third == '.' ? take(3, Ellipsis) : third == '<' ? take(3, DotDotLt) : take(1, Dot);
        return next == '@' ? take(2, DotAt) : next == '<' ? take(2, DotLt) : take(1, Dot);
    case '?':
        if (next == '.' && third != '.')
            return take(2, OptionalChaining);
        return next == ':' ? take(2, Elvis) : take(1, QuestionMark);
    case '@': return take(1, At);
    case '=':
        if (next == '=')
            return third == '=' ? take(3, TripleEqual) : take(2, EqualEqual);
        return next == '>' ? take(2, RightDoubleArrow) : take(1, Equal);
    case '+': return next == '=' ? take(2, PlusEqual) : take(1, Plus);
    case '-':
        if (next == '>')
            return third == '>' ? take(3, SyncSend) : take(2, RightArrow);
        return next == '=' ? take(2, MinusEqual) : take(1, Minus);
    case '*': return next == '=' ? take(2, AsteriskEqual) : take(1, Asterisk);
    case '/':
        if (const uint32_t end = next == '*' ? endOfBlockComment() : 0) {
            const uint32_t begin = std::exchange(m_at, m_at + 2);
            report(DiagnosticCode::BlockComment, begin);
            m_at = end;
            return Invalid;
        }
        if (next == '*')
            return third == '*' && at(3) == '/' && at(4) == '<' ? take(5, SlashDoubleAsteriskSlashLt)
                                                                : take(2, SlashAsterisk);
        return next == '=' ? take(2, SlashEqual) : next == '<' ? take(2, SlashLt) : take(1, Slash);
    case '%': return take(1, Percent);
    case '&':
        return next == '&'   ? take(2, AmpersandAmpersand)
               : next == '=' ? take(2, AmpersandEqual)
                             : take(1, Ampersand);
    case '|':
        if (next == '}' && !m_frames.empty() && m_frames.back().mode == Mode::BracePipe)
            return take(2, CloseBracePipe);
        return next == '|' ? take(2, PipePipe) : next == '=' ? take(2, PipeEqual) : take(1, Pipe);
    case '^': return next == '=' ? take(2, CaretEqual) : take(1, Caret);
    case '~': return take(1, Tilde);
    case '!':
        if (next == '=')
            return third == '=' ? take(3, NotTripleEqual) : take(2, NotEqual);
        return take(1, Exclamation);
    case '<':
        if (next == '<')
            return third == '=' ? take(3, LtLtEqual) : take(2, LtLt);
        if (next == '-' && !isDigit(third))
            return take(2, LeftArrow);
        return next == '=' ? take(2, LtEqual) : take(1, Lt);
    case '>': return next == '=' ? take(2, GtEqual) : take(1, Gt);
    case '`': return take(1, Backtick);
    default: break;
    }
    uint32_t begin = m_at++;
    std::string character(m_text.substr(begin, 1));
    bool isPrintable = character[0] > ' ' && character[0] < 0x7F;
    report(DiagnosticCode::InvalidCharacter, begin,
           {isPrintable ? "'" + character + "'"
                        : "with code " + std::to_string(static_cast<unsigned char>(character[0]))});
    if (character == "$" && at(0) == '"')
        m_builder.diagnostics().back().hint = "a text with values is written 'string `… ${value}`'";
    return TokenKind::Invalid;
}

} // namespace barre::syntax
