// What people write who come from other languages: it is named, with what it is here, and read over as a
// whole, so that nothing else is said about it.
#include "model/syntax/parser_impl.h"

#include <algorithm>

namespace barre::syntax {

using model::DiagnosticCode;
using enum TokenKind;

namespace {

struct ForeignStatement {
    std::string_view word, advice;
    bool hasBlock;
};

constexpr ForeignStatement foreignStatements[] = {
    {"for", "use 'foreach' or 'while'", true},
    {"switch", "write 'match value { 1 => { … } _ => { … } }'", true},
    {"try", "write 'do { … } on fail error e { … }'", true},
    {"catch", "write 'do { … } on fail error e { … }'", true},
    {"finally", "write what comes last behind the 'do' statement", true},
    {"throw", "write 'return error(\"…\")', or 'panic error(\"…\")'", false},
};

struct ForeignOperator {
    std::string_view word, advice;
    TokenKind meant;
};

constexpr ForeignOperator foreignOperators[] = {
    {"and", "use '&&'", AmpersandAmpersand},
    {"or", "use '||'", PipePipe},
    {"instanceof", "use 'is'", IsKeyword},
};

struct ModuleLevelConstruct {
    TokenKind keyword;
    std::string_view advice;
};

constexpr std::string_view moveOut = "write it outside of the function";

constexpr ModuleLevelConstruct moduleLevelConstructs[] = {
    {ImportKeyword, "imports are at the top of the file"},
    {TypeKeyword, moveOut},
    {EnumKeyword, moveOut},
    {ClassKeyword, moveOut},
    {ListenerKeyword, moveOut},
    {ConfigurableKeyword, moveOut},
    {AnnotationKeyword, moveOut},
};

/// Words before a declaration that say what needs no word here.
constexpr std::string_view foreignModifiers[] = {"static",    "abstract", "override",    "export",
                                                 "protected", "async",    "synchronized"};

template<class Rows>
auto rowOf(const Rows& rows, std::string_view word) {
    const auto row =
        std::find_if(std::begin(rows), std::end(rows), [&](const auto& each) { return each.word == word; });
    return row == std::end(rows) ? nullptr : &*row;
}

const ModuleLevelConstruct* moduleLevelConstruct(TokenKind keyword) {
    for (const ModuleLevelConstruct& row : moduleLevelConstructs)
        if (row.keyword == keyword)
            return &row;
    return nullptr;
}

} // namespace

std::string_view Parser::textAt(size_t index) const {
    return textBetween(index, index + 1);
}

std::string_view Parser::textBetween(size_t first, size_t end) const {
    if (end <= first || end > m_tokens.size())
        return {};
    const uint32_t begin = m_tokens[first].m_range.begin;
    return m_builder.text().substr(begin, m_tokens[end - 1].m_range.end - begin);
}

bool Parser::isAtMargin(size_t index) const {
    const uint32_t begin = m_tokens[std::min(index, m_tokens.size() - 1)].m_range.begin;
    return begin == 0 || m_builder.text()[begin - 1] == '\n';
}

// How far the line of a token is indented.
size_t Parser::indentationAt(size_t index) const {
    const std::string_view text = m_builder.text();
    const size_t lineBreak = text.substr(0, m_tokens[index].m_range.begin).rfind('\n');
    const size_t begin = lineBreak == std::string_view::npos ? 0 : lineBreak + 1;
    const size_t first = text.find_first_not_of(" \t", begin);
    return (first == std::string_view::npos ? text.size() : first) - begin;
}

// The brace of a block that begins on the line of the token, behind what has no place there. 0: there is
// none.
size_t Parser::braceOnLine(size_t index) const {
    if (isFirstOnLine(index) || startsKeywordStatement(index))
        return 0;
    for (size_t i = index; i == index || !isFirstOnLine(i); i = std::max(i, matchOf(i)) + 1)
        switch (kindAt(i)) {
        case OpenBrace: return matchOf(i) ? i : 0;
        case Semicolon:
        case CloseBrace:
        case EndOfFile: return 0;
        default: break;
        }
    return 0;
}

// Statements
// ------------------------------------------------------------------------------------------------------

// The end of the block of a statement that begins at the token; 0: it has none.
size_t Parser::endOfForeignBlock(size_t index) const {
    const bool isFor = textAt(index) == "for";
    for (size_t i = index + 1, patience = 100; --patience; i = std::max(i, matchOf(i)) + 1) {
        const TokenKind next = kindAt(i);
        if (next == OpenBrace)
            return matchOf(i) ? matchOf(i) + 1 : 0;
        const bool isPart = isFor || (next != Equal && next != Semicolon);
        if (next == EndOfFile || !isPart || isFirstOnLine(i))
            return 0;
        if (isFor && i == index + 1 && next == OpenParen && kindAt(matchOf(i) + 1) != OpenBrace)
            return endOfLineStatement(matchOf(i) + 1);
    }
    return 0;
}

// Behind the semicolon of this line, or where the line ends.
size_t Parser::endOfLineStatement(size_t index) const {
    while (!endsLineOfStatement(index))
        index = std::max(index, matchOf(index)) + 1;
    return kindAt(index) == Semicolon ? index + 1 : index;
}

// A statement of another language that begins here: where it ends. 0: there is none.
size_t Parser::endOfForeignStatement(size_t index) const {
    const ForeignStatement* row =
        kindAt(index) == Identifier ? rowOf(foreignStatements, textAt(index)) : nullptr;
    if (!row)
        return 0;
    switch (kindAt(index + 1)) {
    case Dot:
    case Equal:
    case Colon:
    case Semicolon:
    case RightArrow: return 0;
    default: break;
    }
    if (row->hasBlock)
        return endOfForeignBlock(index);
    const bool hasValue = startsExpression(index + 1) && !isFirstOnLine(index + 1);
    return hasValue && kindAt(index + 2) != Equal ? endOfLineStatement(index + 1) : 0;
}

// Behind the block of a foreign statement: a further part of it.
bool Parser::continuesForeign(size_t index) const {
    return kindAt(index) == ElseKeyword || textAt(index) == "catch" || textAt(index) == "finally";
}

Node* Parser::parseForeignStatement() {
    const std::string word(textAt(m_index));
    report(DiagnosticCode::NotInLanguage, {word});
    hint(word == "for" ? loopAdvice() : std::string(rowOf(foreignStatements, word)->advice));
    size_t end = endOfForeignStatement(m_index);
    while (const size_t next = continuesForeign(end) ? endOfForeignBlock(end) : 0)
        end = next;
    return make(NodeKind::InvalidStmt, {nullptr, listUntil(end)});
}

// What the head of a `for` would be: the header of a `foreach` with the names of the text.
std::string Parser::loopAdvice() const {
    size_t at = m_index + 1;
    const bool hasParen = kindAt(at) == OpenParen;
    const size_t end = hasParen ? matchOf(at) : m_tokens.size();
    at += hasParen;
    while (at < end && kindAt(at + 1) == Identifier && textAt(at + 1) != "of")
        ++at;
    const std::string_view name = textAt(at);
    const auto until = [&](size_t first, TokenKind stop) {
        size_t last = first;
        while (last < end && kindAt(last) != stop && kindAt(last) != EndOfFile && !isFirstOnLine(last))
            ++last;
        return last;
    };
    const std::string usual(rowOf(foreignStatements, "for")->advice);
    if (kindAt(at) != Identifier)
        return usual;
    if (kindAt(at + 1) != Equal) {
        const size_t last = hasParen ? end : until(at + 2, OpenBrace);
        return "write 'foreach var " + std::string(name) + " in " + std::string(textBetween(at + 2, last)) +
               "'";
    }
    const size_t firstEnd = until(at + 2, Semicolon), test = firstEnd + 1;
    const bool counts = textAt(test) == name && (kindAt(test + 1) == Lt || kindAt(test + 1) == LtEqual);
    if (!counts)
        return usual;
    return "write 'foreach int " + std::string(name) + " in " + std::string(textBetween(at + 2, firstEnd)) +
           (kindAt(test + 1) == Lt ? " ..< " : " ... ") +
           std::string(textBetween(test + 2, until(test + 2, Semicolon))) + "'";
}

// `elif` and its like are read as the `else if` that is meant.
bool Parser::atForeignElse() const {
    return at(Identifier) &&
           (textAt(m_index) == "elif" || textAt(m_index) == "elseif" || textAt(m_index) == "elsif");
}

// Inside a function: what belongs to a module, on a line of its own that is indented like a statement.
bool Parser::startsMisplacedDeclaration(size_t index) const {
    if (isAtMargin(index))
        return false;
    const bool isFunction =
        kindAt(index) == FunctionKeyword && kindAt(index + 1) == Identifier && startsMethod(index);
    return isFunction ? !m_inMembers : moduleLevelConstruct(kindAt(index)) != nullptr;
}

Node* Parser::parseMisplacedDeclaration() {
    const ModuleLevelConstruct* row = moduleLevelConstruct(kind());
    report(DiagnosticCode::NotInFunction,
           {std::string(row ? tokenKindPhrase(kind()) : "a function with a name")});
    hint(std::string(row ? row->advice : moveOut));
    return parseInvalidStatement(nullptr);
}

// At a name that is declared without its type.
bool Parser::lacksType() const {
    return at(Identifier) && kind(1) == Equal;
}

Node* Parser::parsePatternWithoutType() {
    reportMissing(DiagnosticCode::ExpectedConstruct, {"a type, or 'var'"});
    return make(NodeKind::TypedBindingPattern,
                {make(NodeKind::VarTypeDesc, {missing(VarKeyword)}), parseBindingPattern()});
}

// What a `foreach` goes over; `0..10` is no range.
Node* Parser::parseCollection() {
    Node* values = parseActionOrExpr();
    if (at(Dot)) {
        report(DiagnosticCode::UnexpectedToken, {"'..'"});
        hint("a range is written '0 ..< n', or '1 ... n' with its end");
        skipTo(braceOnLine(m_index));
    }
    return values;
}

// `let x = 1;` and `const x = 1;` are read as the variables that they are.
Node* Parser::parseForeignVarDecl() {
    const bool isConst = at(ConstKeyword);
    report(isConst ? DiagnosticCode::NotInFunction : DiagnosticCode::UnexpectedToken,
           {std::string(tokenKindPhrase(kind()))});
    hint(isConst ? "a value that stays is declared with 'final'"
                 : "a variable is declared with its type, or with 'var'");
    Token* final = isConst ? consumeAs(FinalKeyword) : nullptr;
    if (!isConst)
        skip();
    Node* pattern = lacksType() ? parsePatternWithoutType() : parseTypedBindingPattern();
    Token* equal = accept(Equal);
    Node* value = equal ? parseActionOrExpr() : nullptr;
    return make(NodeKind::LocalVarDeclStmt, {nullptr, final, pattern, equal, value, expectSemicolon()});
}

// A block without braces: one statement on the same line, or the lines that are indented more than the one
// before them, up to a brace that closes them.
Node* Parser::parseBlockWithoutBraces() {
    Nesting nesting(*this);
    Token* open = missing(OpenBrace);
    if (isTooDeep())
        return make(NodeKind::StatementBlock, {open, nullptr, missing(CloseBrace)});
    ListMaker statements(*this);
    const size_t outer = m_index > 0 ? indentationAt(m_index - 1) : 0;
    const auto isWithin = [&] { return isFirstOnLine(m_index) && indentationAt(m_index) > outer; };
    const bool isOnLine =
        !isFirstOnLine(m_index) && (startsKeywordStatement(m_index) || startsExpression(m_index));
    if (isOnLine)
        statements.add(parseStatement());
    const bool hasLines = !isOnLine && startsStatement(m_index) && isWithin();
    while (hasLines && isWithin() && !at(CloseBrace) && !atEnd() && !endsStatements()) {
        const size_t before = m_index;
        statements.add(parseStatement());
        if (m_index == before)
            break;
    }
    const bool isClosed =
        hasLines && at(CloseBrace) && isFirstOnLine(m_index) && indentationAt(m_index) == outer;
    ListResult list = statements.list();
    return make(NodeKind::StatementBlock, {open, list, isClosed ? consume() : missing(CloseBrace)});
}

// `List<string> names = …`: what the type is called here. Empty: it is none of those.
std::string Parser::foreignTypeAt(size_t index) const {
    if (kindAt(index) != Identifier || kindAt(index + 1) != Lt)
        return {};
    const size_t first = scanTypeDesc(index + 2);
    const size_t second = first && kindAt(first) == Comma ? scanTypeDesc(first + 1) : 0;
    const size_t end = second ? second : first;
    if (!end || kindAt(end) != Gt || kindAt(end + 1) != Identifier)
        return {};
    return second ? "map<" + std::string(textBetween(first + 1, second)) + ">"
                  : std::string(textBetween(index + 2, first)) + "[]";
}

Node* Parser::parseForeignType() {
    report(DiagnosticCode::ForeignDeclaration, {foreignTypeAt(m_index) + " …"});
    return parseInvalidStatement(nullptr);
}

// Operators
// -------------------------------------------------------------------------------------------------------

// `and`, `or`, `instanceof` between operands become the operator that is meant.
void Parser::replaceForeignOperator() {
    const ForeignOperator* row =
        at(Identifier) && !isFirstOnLine(m_index) ? rowOf(foreignOperators, textAt(m_index)) : nullptr;
    if (!row || isFirstOnLine(m_index + 1) || !(startsExpression(m_index + 1) || startsTypeDesc(m_index + 1)))
        return;
    report(DiagnosticCode::NotInLanguage, {std::string(row->word)});
    hint(std::string(row->advice));
    m_tokens[m_index].m_kind = row->meant;
}

// What is meant by the token where another one is expected.
void Parser::hintAtToken(TokenKind expected) {
    if (expected == Semicolon && at(Colon) && kind(1) == Equal)
        hint("a value is assigned with '='");
    else if (expected == Semicolon && at(Comma))
        hint("each variable has a declaration of its own");
    else if (expected == OpenBrace && at(Semicolon))
        hint("a loop is written 'while condition { … }'");
    else if (expected == OpenBrace && at(Identifier) && textAt(m_index) == "throws")
        hint("errors are returned: 'returns error?'");
}

// What stands where a value belongs.
void Parser::hintAtExpression() {
    if (at(IfKeyword))
        hint("write 'condition ? a : b'");
    else if (at(MatchKeyword))
        hint("'match' is a statement: assign in its clauses");
}

// `f"…"` of Python and its like.
void Parser::skipForeignPrefix() {
    if (kind(1) != StringLiteral || !isAdjacent(m_index))
        return;
    report(DiagnosticCode::UnexpectedToken, {"'" + std::string(textAt(m_index)) + "'"});
    hint("a text with values is written 'string `… ${value}`'");
    skip();
}

// `new int[5]`, read over.
Node* Parser::parseForeignNew(size_t typeEnd) {
    report(DiagnosticCode::UnexpectedToken, {std::string(tokenKindPhrase(NewKeyword))});
    hint("a list is written '[…]', an empty one '[]'");
    skipTo(typeEnd);
    return make(NodeKind::MissingExpr, {missing(Identifier)});
}

// `string names[]`: brackets behind the name.
void Parser::skipForeignBrackets() {
    const size_t close = at(OpenBracket) && !isFirstOnLine(m_index) ? matchOf(m_index) : 0;
    if (!close || (kindAt(close + 1) != Equal && kindAt(close + 1) != Semicolon))
        return;
    report(DiagnosticCode::UnexpectedToken, {std::string(tokenKindPhrase(OpenBracket))});
    hint("brackets belong to the type, as in 'string[] names'");
    skipTo(close + 1);
}

// `value as T`, read over.
void Parser::skipForeignAs() {
    const size_t end = at(AsKeyword) && !isFirstOnLine(m_index) ? scanTypeDesc(m_index + 1) : 0;
    if (!end)
        return;
    report(DiagnosticCode::NotInLanguage, {"as"});
    hint("write '<" + std::string(textBetween(m_index + 1, end)) + ">' before the value");
    skipTo(end);
}

// Behind `(int)` comes what it shall be cast to.
bool Parser::atForeignCast(const Node* inner) const {
    if (!is<TypeDescExpr>(inner) || isFirstOnLine(m_index))
        return false;
    return at(Identifier) || at(OpenParen) || at(StringLiteral) || at(IntLiteral) || at(FloatLiteral);
}

// `(int) value` becomes the cast that is meant.
Node* Parser::parseForeignCast(Token* open, const Node* inner, Token* close) {
    reportCast(size_t(open - m_tokens.data()) + 1, size_t(close - m_tokens.data()));
    open->m_kind = Lt;
    close->m_kind = Gt;
    return make(NodeKind::TypeCastExpr,
                {open, nullptr, cast<TypeDescExpr>(inner)->typeDescriptor(), close, parseUnary()});
}

// `int(value)`: the arguments are read over.
void Parser::skipForeignCast(size_t typeIndex) {
    const bool isCast = at(OpenParen) && !isFirstOnLine(m_index) && isTypeKeyword(kindAt(typeIndex)) &&
                        matchOf(m_index) > m_index + 1;
    if (!isCast)
        return;
    reportCast(typeIndex, m_index);
    skipTo(matchOf(m_index) + 1);
}

void Parser::reportCast(size_t typeIndex, size_t typeEnd) {
    const std::string type(textBetween(typeIndex, typeEnd));
    report(DiagnosticCode::ForeignCast, {type == "string" ? "value.toString()" : "<" + type + ">value"});
}

// Declarations
// ----------------------------------------------------------------------------------------------------

// `static int x`, `export function`: the word is read over.
void Parser::skipForeignModifier() {
    const auto known = std::find(std::begin(foreignModifiers), std::end(foreignModifiers), textAt(m_index));
    const bool modifies = isReservedKeyword(kind(1)) || (kind(1) == Identifier && kind(2) == Identifier);
    if (!at(Identifier) || known == std::end(foreignModifiers) || !modifies || isFirstOnLine(m_index + 1))
        return;
    report(DiagnosticCode::NotInLanguage, {std::string(*known)});
    hint("leave it out");
    skip();
}

// `int f(int a) {`: where its name is. 0: there is none.
size_t Parser::nameOfForeignFunction(size_t index) const {
    while (kindAt(index) == PublicKeyword || kindAt(index) == PrivateKeyword || textAt(index) == "static")
        ++index;
    if (kindAt(index) == FunctionKeyword)
        return 0;
    const bool isConstructor = kindAt(index) == Identifier && kindAt(index + 1) == OpenParen;
    const size_t name = isConstructor ? index : startsTypeDesc(index) ? scanTypeDesc(index) : 0;
    if (!name || kindAt(name) != Identifier || kindAt(name + 1) != OpenParen)
        return 0;
    const size_t close = matchOf(name + 1);
    return close && kindAt(close + 1) == OpenBrace ? name : 0;
}

void Parser::reportForeignFunction(size_t name) {
    size_t type = m_index;
    while (kindAt(type) == PublicKeyword || kindAt(type) == PrivateKeyword || textAt(type) == "static")
        ++type;
    const std::string params(textBetween(name + 1, matchOf(name + 1) + 1));
    const std::string_view result = textBetween(type, name);
    const bool isPublic = at(PublicKeyword) && type != name;
    std::string meant = std::string(isPublic ? "public " : "") + "function " +
                        std::string(type == name ? "init" : textAt(name)) + params;
    if (!result.empty() && result != "void")
        meant += " returns " + std::string(result);
    report(DiagnosticCode::ForeignDeclaration, {std::move(meant)});
}

// Behind the parameters: `-> T`, `: T`, `return T`, or only the type, before the brace of a body.
bool Parser::startsForeignReturnType() const {
    const bool hasWord = at(RightArrow) || at(Colon) || at(ReturnKeyword);
    const size_t type = m_index + hasWord;
    if (isFirstOnLine(m_index) || kindAt(type) == OpenBrace || !startsTypeDesc(type))
        return false;
    const size_t end = scanTypeDesc(type);
    return end && kindAt(end) == OpenBrace && !isFirstOnLine(end);
}

Node* Parser::parseForeignReturnType() {
    report(DiagnosticCode::ExpectedToken, {std::string(tokenKindPhrase(OpenBrace))});
    hint("the type of the result is written 'returns T'");
    if (at(RightArrow) || at(Colon) || at(ReturnKeyword))
        skip();
    return make(NodeKind::ReturnTypeDescriptor, {missing(ReturnsKeyword), nullptr, parseTypeDesc()});
}

} // namespace barre::syntax
