#include "model/syntax/grammar_checks.h"
#include "model/syntax/lexer.h"
#include "model/syntax/parser_impl.h"

#include <algorithm>

namespace barre::syntax {

using model::DiagnosticCode;

namespace {

// Recursion of the parser, and of everybody who walks the tree, is bounded by these.
constexpr uint32_t maxDepth = 300;
constexpr uint32_t maxHeight = 1000;

} // namespace

SyntaxTreePtr parseModulePart(std::string text) {
    return Parser(std::move(text)).parseFile();
}

Parser::Parser(std::string text) : m_builder(std::move(text)), m_tokens(Lexer(m_builder).run()) {}

Parser::Parser(std::string text, SourceRange place)
    : m_builder(std::move(text)), m_tokens(Lexer(m_builder, place).run()), m_textEnd(place.begin),
      m_fullEnd(place.begin) {}

SyntaxTreePtr Parser::parseFile() {
    Node* root = parseModulePart();
    return finish(root);
}

SyntaxTreePtr Parser::finish(Node* root) {
    m_builder.finish(root, std::move(m_tokens));
    checkGrammar(root, m_builder.diagnostics());
    return m_builder.release();
}

bool Parser::isAdjacent(size_t index) const {
    return index + 1 < m_tokens.size() && m_tokens[index].m_range.end == m_tokens[index + 1].m_range.begin;
}

// Trailing trivia ends with the line break, so a full range that begins behind one begins a line.
bool Parser::isFirstOnLine(size_t index) const {
    const Token& token = m_tokens[std::min(index, m_tokens.size() - 1)];
    uint32_t begin = token.m_fullRange.begin;
    return begin == 0 || m_builder.text()[begin - 1] == '\n';
}

bool Parser::isColonOfQualifiedName(size_t index) const {
    if (kindAt(index) != TokenKind::Colon || !isAdjacent(index) || !isAdjacent(index - 1))
        return false;
    TokenKind name = kindAt(index + 1);
    return name == TokenKind::Identifier || isMethodName(name);
}

// The reserved words that may name a method or a function of the language library.
bool Parser::isMethodName(TokenKind kind) {
    return kind == TokenKind::Identifier || kind == TokenKind::MapKeyword ||
           kind == TokenKind::StartKeyword || kind == TokenKind::JoinKeyword;
}

Token* Parser::consume() {
    Token* token = &m_tokens[m_index];
    token->m_fullRange.begin = m_fullEnd;
    if (m_hasSkipped)
        token->m_flags |= Token::SkippedTextFlag;
    m_hasSkipped = false;
    m_textEnd = token->m_range.end;
    m_fullEnd = token->m_fullRange.end;
    if (token->m_kind != TokenKind::EndOfFile)
        ++m_index;
    return token;
}

Token* Parser::consumeAs(TokenKind kind) {
    Token* token = consume();
    token->m_kind = kind;
    return token;
}

// Tokens that the lexer leaves apart because type parameters nest, such as `>` `>`.
Token* Parser::merge(size_t count, TokenKind kind) {
    Token* first = consumeAs(kind);
    for (size_t i = 1; i < count; ++i) {
        const Token* next = consume();
        first->m_range.end = next->m_range.end;
        first->m_fullRange.end = next->m_fullRange.end;
    }
    return first;
}

// The first byte of the next token becomes a token of its own.
Token* Parser::splitFirst(TokenKind first, TokenKind second) {
    Token& rest = m_tokens[m_index];
    uint32_t middle = rest.m_range.begin + 1;
    Token* half = m_builder.makeTokens(1);
    half->m_kind = first;
    half->m_flags = m_hasSkipped ? uint8_t(Token::SkippedTextFlag) : rest.m_flags;
    half->m_range = {rest.m_range.begin, middle};
    half->m_fullRange = {m_fullEnd, middle};
    rest.m_kind = second;
    rest.m_flags = 0;
    rest.m_range.begin = rest.m_fullRange.begin = middle;
    m_textEnd = m_fullEnd = middle;
    m_hasSkipped = false;
    return half;
}

Token* Parser::expect(TokenKind kind) {
    if (at(kind))
        return consume();
    reportExpected(kind);
    return missing(kind);
}

// A keyword that can only be meant as a name, as the text goes on like behind one, is read as that name.
Token* Parser::expectIdentifier() {
    if (!isMeantAsName(m_index))
        return expect(TokenKind::Identifier);
    report(DiagnosticCode::KeywordAsName, {std::string(tokenKindText(kind()))});
    return consumeAs(TokenKind::Identifier);
}

namespace {

bool declaresName(TokenKind keyword) {
    return keyword == TokenKind::ClassKeyword || keyword == TokenKind::EnumKeyword;
}

} // namespace

bool Parser::isMeantAsName(size_t index) const {
    if (!isReservedKeyword(kindAt(index)) || isFirstOnLine(index))
        return false;
    switch (kindAt(index + 1)) {
    case TokenKind::OpenParen:
    case TokenKind::Equal:
    case TokenKind::Semicolon:
    case TokenKind::Comma:
    case TokenKind::CloseParen:
    case TokenKind::InKeyword: return true;
    case TokenKind::OpenBrace: return index > 0 && declaresName(kindAt(index - 1));
    default: return false;
    }
}

Token* Parser::expectWord(TokenKind word) {
    if (atWord(word))
        return consumeAs(word);
    return expect(word);
}

// `>=` behind a type parameter is `>` and `=`.
Token* Parser::expectGt() {
    if (at(TokenKind::GtEqual))
        return splitFirst(TokenKind::Gt, TokenKind::Equal);
    return expect(TokenKind::Gt);
}

// The name of a field or method behind a dot.
Token* Parser::expectName() {
    return isMethodName(kind()) ? consumeAs(TokenKind::Identifier) : expectIdentifier();
}

Token* Parser::missing(TokenKind kind) {
    Token* token = m_builder.makeTokens(1);
    token->m_kind = kind;
    token->m_flags = Token::MissingFlag;
    token->m_range = {m_textEnd, m_textEnd};
    token->m_fullRange = {m_fullEnd, m_fullEnd};
    return token;
}

bool Parser::endsLineOfStatement(size_t index) const {
    switch (kindAt(index)) {
    case TokenKind::EndOfFile:
    case TokenKind::CloseBrace:
    case TokenKind::CloseBracePipe:
    case TokenKind::Semicolon: return true;
    default: return isFirstOnLine(index);
    }
}

// Skips the rest of the line, so that one mistake does not make the rest of the line a statement.
Token* Parser::expectSemicolon() {
    if (at(TokenKind::Semicolon))
        return consume();
    // Behind a string literal that is not closed, the semicolon is part of it.
    bool wasSwallowed =
        m_index > 0 && (m_tokens[m_index - 1].m_flags & Token::ErrorFlag) && isFirstOnLine(m_index);
    if (wasSwallowed)
        return missing(TokenKind::Semicolon);
    Token* none = expect(TokenKind::Semicolon);
    size_t end = m_index;
    for (size_t patience = 200; !endsLineOfStatement(end); end = std::max(end, matchOf(end)) + 1)
        if (--patience == 0)
            return none;
    if (kindAt(end) != TokenKind::Semicolon || isFirstOnLine(end))
        return none;
    skipTo(end);
    return consume();
}

// The partner of the opening bracket, if what lies before it looks like one mistake and not like statements.
// 0: unknown.
size_t Parser::knownClose(size_t openIndex) const {
    size_t match = openIndex < m_tokens.size() ? matchOf(openIndex) : 0;
    if (match < m_index)
        return 0;
    size_t patience = 1000;
    for (size_t i = m_index; i < match; i = std::max(i, matchOf(i)) + 1) {
        if (--patience == 0)
            return 0;
        bool endsLine = isFirstOnLine(i + 1) && i + 1 != match;
        if (kindAt(i) == TokenKind::Semicolon && endsLine)
            return 0;
        if (isFirstOnLine(i) && (startsModuleMember(i) || startsKeywordStatement(i)))
            return 0;
    }
    return match;
}

// Behind an element comes neither a separator nor the end. Null: the list ends here nevertheless.
Token* Parser::recoverSeparator(size_t openIndex, TokenKind separator, bool hasProgress) {
    bool startsElement =
        startsExpression(m_index) || at(TokenKind::Ellipsis) || at(TokenKind::ReadonlyKeyword);
    size_t close = knownClose(openIndex);
    bool isForgotten = hasProgress && startsElement && !atEnd() &&
                       (close || (!isFirstOnLine(m_index) && !at(TokenKind::OpenBrace)));
    if (!close || isForgotten) {
        if (isForgotten)
            report(DiagnosticCode::ExpectedToken, {std::string(tokenKindPhrase(separator))});
        return isForgotten ? missing(separator) : nullptr;
    }
    report(DiagnosticCode::ExpectedToken, {std::string(tokenKindPhrase(separator))});
    while (m_index < close && !at(separator))
        skipTo(std::min(std::max(m_index, matchOf(m_index)) + 1, close));
    return accept(separator);
}

// If the partner of the opening bracket lies ahead, what is before it has no place.
Token* Parser::expectClose(const Token* open, size_t openIndex, TokenKind kind) {
    if (at(kind))
        return consume();
    size_t close = open->isMissing() ? 0 : knownClose(openIndex);
    Token* none = expect(kind);
    if (!close || m_tokens[close].m_kind != kind)
        return none;
    skipTo(close);
    return consume();
}

void Parser::skip() {
    m_hasSkipped = true;
    if (!atEnd())
        ++m_index;
}

void Parser::skipTo(size_t index) {
    while (m_index < index && !atEnd())
        skip();
}

// One message per place: what follows from a mistake is not said again.
void Parser::report(DiagnosticCode code, std::vector<std::string> args) {
    if (m_reportedAt == m_index)
        return;
    m_reportedAt = m_index;
    SourceRange range = peek().m_range;
    m_builder.diagnostics().push_back(model::makeDiagnostic(code, range, std::move(args)));
}

void Parser::reportExpected(TokenKind kind) {
    if (m_reportedAt == m_index)
        return;
    reportMissing(DiagnosticCode::ExpectedToken, {std::string(tokenKindPhrase(kind))});
    hintAtToken(kind);
}

void Parser::reportMissing(DiagnosticCode code, std::vector<std::string> args) {
    if (m_reportedAt == m_index)
        return;
    m_reportedAt = m_index;
    SourceRange range{m_textEnd, m_textEnd};
    if (!isFirstOnLine(m_index))
        range = peek().m_range;
    m_builder.diagnostics().push_back(model::makeDiagnostic(code, range, std::move(args)));
}

void Parser::hint(std::string text) {
    if (m_reportedAt == m_index && !m_builder.diagnostics().empty())
        m_builder.diagnostics().back().hint = std::move(text);
}

// Where a token is missing and nothing better is known.
void Parser::hintAtMissing(TokenKind expected, std::string text) {
    const auto& diagnostics = m_builder.diagnostics();
    const bool isIt = !diagnostics.empty() && diagnostics.back().code == DiagnosticCode::ExpectedToken &&
                      diagnostics.back().args.front() == tokenKindPhrase(expected);
    if (isIt && diagnostics.back().hint.empty())
        hint(std::move(text));
}

void Parser::reportUnexpected() {
    report(DiagnosticCode::UnexpectedToken, {std::string(tokenKindPhrase(kind()))});
}

bool Parser::isAtMaxDepth() const {
    return m_depth >= maxDepth;
}

// Skips what is nested too deeply: a whole bracket if there is one.
bool Parser::isTooDeep() {
    if (!isAtMaxDepth())
        return false;
    report(DiagnosticCode::NestedTooDeeply);
    if (matchOf(m_index) > m_index)
        skipTo(matchOf(m_index) + 1);
    return true;
}

bool Parser::isTooHigh(const Node* node) {
    if (TreeBuilder::heightOf(node) < maxHeight)
        return false;
    report(DiagnosticCode::NestedTooDeeply);
    return true;
}

Parser::ListResult Parser::ListMaker::separatedList() const {
    size_t total = size();
    if (total == 0)
        return nullptr;
    const void** begin = m_parser.m_stack.data() + m_begin;
    size_t count = (total + 1) / 2;
    m_parser.m_stack.resize(m_begin + 2 * total);
    begin = m_parser.m_stack.data() + m_begin;
    for (size_t i = 0; i < total; ++i)
        begin[total + (i % 2 == 0 ? i / 2 : count + i / 2)] = begin[i];
    return m_parser.m_builder.makeList(begin + total, count, total - count);
}

// All tokens before the index, as they are.
Parser::ListResult Parser::listUntil(size_t end) {
    ListMaker list(*this);
    while (m_index < end && !atEnd())
        list.add(consume());
    return list.list();
}

} // namespace barre::syntax
