#include "model/syntax/parser_impl.h"

#include <algorithm>

namespace barre::syntax {

using model::DiagnosticCode;
using enum TokenKind;

Node* Parser::parseStatementBlock() {
    if (!at(OpenBrace)) {
        reportExpected(OpenBrace);
        if (at(Equal))
            hint("values are compared with '=='");
        hintAtMissing(OpenBrace, "the statements stand in braces: '{ … }'");
        const size_t brace = braceOnLine(m_index);
        if (!brace)
            return parseBlockWithoutBraces();
        skipTo(brace);
    }
    size_t openIndex = m_index;
    Token* open = consume();
    ListResult statements = parseStatements(CloseBrace);
    return make(NodeKind::StatementBlock, {open, statements, expectClose(open, openIndex, CloseBrace)});
}

Parser::ListResult Parser::parseStatements(TokenKind close) {
    BracketScope scope(*this);
    Nesting nesting(*this);
    if (isTooDeep())
        return nullptr;
    ListMaker statements(*this);
    while (!at(close) && !atEnd() && !endsStatements()) {
        size_t before = m_index;
        statements.add(parseStatement());
        if (m_index == before)
            break;
    }
    return statements.list();
}

// A line that begins a declaration or a method cannot be a statement: a closing brace was forgotten.
bool Parser::endsStatements() const {
    if (!isFirstOnLine(m_index))
        return false;
    switch (kind()) {
    case PrivateKeyword:
    case RemoteKeyword:
    case ResourceKeyword: return true;
    case FunctionKeyword:
    case IsolatedKeyword:
    case TransactionalKeyword: return startsMethod(m_index) && !startsMisplacedDeclaration(m_index);
    case ConstKeyword: return isAtMargin(m_index);
    default: return startsModuleMember(m_index) && !startsMisplacedDeclaration(m_index);
    }
}

Node* Parser::parseStatement() {
    skipForeignModifier();
    if (endOfForeignStatement(m_index))
        return parseForeignStatement();
    if (startsMisplacedDeclaration(m_index))
        return parseMisplacedDeclaration();
    if (!foreignTypeAt(m_index).empty())
        return parseForeignType();
    switch (kind()) {
    case At: return parseStatementWithAnnots();
    case FinalKeyword: return parseLocalVarDecl(nullptr);
    case DocumentationLine:
        report(DiagnosticCode::MetadataNotAllowed);
        hint("a comment begins with '//'");
        while (at(DocumentationLine))
            skip();
        return at(CloseBrace) || atEnd() ? make(NodeKind::InvalidStmt, {nullptr, nullptr}) : parseStatement();
    case IfKeyword: return parseIfElse();
    case DoKeyword: return make(NodeKind::DoStmt, {consume(), parseStatementBlock(), parseOnFailClause()});
    case LockKeyword:
        return make(NodeKind::LockStmt, {consume(), parseStatementBlock(), parseOnFailClause()});
    case WhileKeyword: {
        Token* keyword = consume();
        Node* condition = parseCondition();
        return make(NodeKind::WhileStmt, {keyword, condition, parseStatementBlock(), parseOnFailClause()});
    }
    case ForeachKeyword: return parseForeach();
    case MatchKeyword: return parseMatchStmt();
    case RetryKeyword: return parseRetry();
    case ForkKeyword: return parseFork();
    case WorkerKeyword: return parseNamedWorker(nullptr);
    case ContinueKeyword: return make(NodeKind::ContinueStmt, {consume(), expectSemicolon()});
    case BreakKeyword: return make(NodeKind::BreakStmt, {consume(), expectSemicolon()});
    case FailKeyword: return parseStatementWithExpression(NodeKind::FailStmt, false);
    case PanicKeyword: return parseStatementWithExpression(NodeKind::PanicStmt, false);
    case ReturnKeyword: return parseStatementWithExpression(NodeKind::ReturnStmt, true);
    case RollbackKeyword: return parseStatementWithExpression(NodeKind::RollbackStmt, true);
    case XmlnsKeyword: return parseXmlnsDecl(nullptr, false);
    case TransactionKeyword:
        if (!isColonOfQualifiedName(m_index + 1))
            return parseTransaction();
        break;
    case TransactionalKeyword:
        if (kind(1) == WorkerKeyword)
            return parseNamedWorker(nullptr);
        break;
    case OpenBrace:
        if (!startsDestructuring())
            return parseStatementBlock();
        break;
    case LetKeyword:
    case ConstKeyword: return parseForeignVarDecl();
    default: break;
    }
    if (startsDestructuring())
        return parseDestructuringAssignment();
    if (startsVarDecl(m_index))
        return parseLocalVarDecl(nullptr);
    return startsExpression(m_index) ? parseExpressionStatement() : parseInvalidStatement(nullptr);
}

Node* Parser::parseStatementWithExpression(NodeKind nodeKind, bool isOptional) {
    Token* keyword = consume();
    bool isAbsent = isOptional && (at(Semicolon) || at(CloseBrace));
    Node* expression = isAbsent ? nullptr : parseExpression();
    if (at(Equal)) {
        reportExpected(Semicolon);
        hint("values are compared with '=='");
    }
    return make(nodeKind, {keyword, expression, expectSemicolon()});
}

Node* Parser::parseStatementWithAnnots() {
    ListResult annots = parseAnnots();
    if (at(WorkerKeyword) || (at(TransactionalKeyword) && kind(1) == WorkerKeyword))
        return parseNamedWorker(annots);
    if (at(StartKeyword)) {
        Node* action = parsePostfixOf(parseStartAction(annots));
        return make(NodeKind::ActionStmt, {action, expectSemicolon()});
    }
    if (at(FinalKeyword) || startsVarDecl(m_index))
        return parseLocalVarDecl(annots);
    return parseInvalidStatement(annots);
}

Node* Parser::parseLocalVarDecl(ListResult annots) {
    Token* final = accept(FinalKeyword);
    Node* pattern = final && lacksType() ? parsePatternWithoutType() : parseTypedBindingPattern();
    skipForeignBrackets();
    Token* equal = accept(Equal);
    Node* initializer = equal ? parseActionOrExpr() : nullptr;
    return make(NodeKind::LocalVarDeclStmt, {annots, final, pattern, equal, initializer, expectSemicolon()});
}

// A block follows: without this, a forgotten condition would read the block as a mapping constructor.
Node* Parser::parseCondition() {
    FlagScope scope(m_blockFollows, true);
    return parseExpression();
}

// At `{` in a condition: whether it is the block. A mapping constructor would be compared, tested or asked,
// or another condition would follow.
bool Parser::startsBlockOfCondition() const {
    if (!m_blockFollows)
        return false;
    size_t behind = matchOf(m_index) + 1;
    switch (kindAt(behind)) {
    case OpenBrace:
    case EqualEqual:
    case NotEqual:
    case TripleEqual:
    case NotTripleEqual:
    case AmpersandAmpersand:
    case PipePipe:
    case IsKeyword:
    case Dot: return false;
    case Exclamation: return kindAt(behind + 1) != IsKeyword;
    default: return true;
    }
}

Node* Parser::parseIfElse() {
    return parseIfElseBehind(consume());
}

Node* Parser::parseIfElseBehind(Token* keyword) {
    Nesting nesting(*this);
    Node* condition = parseCondition();
    Node* block = parseStatementBlock();
    Node* elseBlock = nullptr;
    if (atForeignElse() && !isTooDeep()) {
        report(DiagnosticCode::NotInLanguage, {std::string(textAt(m_index))});
        hint("write 'else if'");
        Token* elseKeyword = consumeAs(ElseKeyword);
        elseBlock = make(NodeKind::ElseBlock, {elseKeyword, parseIfElseBehind(missing(IfKeyword))});
    } else if (at(ElseKeyword)) {
        Token* elseKeyword = consume();
        if (!at(IfKeyword) && !at(OpenBrace) && braceOnLine(m_index)) {
            reportExpected(OpenBrace);
            hint("a condition stands behind 'else if'");
        }
        Node* body = at(IfKeyword) && !isTooDeep() ? parseIfElse() : parseStatementBlock();
        elseBlock = make(NodeKind::ElseBlock, {elseKeyword, body});
    }
    rejectOnFail(DiagnosticCode::InvalidStatement,
                 "'on fail' stands behind a 'do', 'lock', loop, 'match' or 'transaction'");
    return make(NodeKind::IfElseStmt, {keyword, condition, block, elseBlock});
}

Node* Parser::parseOnFailClause() {
    if (!at(OnKeyword) || kind(1) != FailKeyword)
        return nullptr;
    Token* on = consume();
    Token* fail = consume();
    Node* pattern = at(OpenBrace) ? nullptr : parseTypedBindingPattern();
    Node* block = parseStatementBlock();
    rejectOnFail(DiagnosticCode::SecondOnFail, {});
    return make(NodeKind::OnFailClause, {on, fail, pattern, block});
}

// Behind a block that has one already, or can have none: skipped with its block, which begins on its line.
void Parser::rejectOnFail(DiagnosticCode code, const std::string& advice) {
    while (at(OnKeyword) && kind(1) == FailKeyword) {
        report(code);
        hint(advice);
        size_t open = m_index + 2;
        while (kindAt(open) != OpenBrace && !isFirstOnLine(open) && kindAt(open) != EndOfFile)
            ++open;
        skipTo(kindAt(open) == OpenBrace && matchOf(open) ? matchOf(open) + 1 : open);
    }
}

Node* Parser::parseForeach() {
    Token* keyword = consume();
    const bool hasParen = at(OpenParen) && matchOf(m_index) && kindAt(matchOf(m_index) + 1) == OpenBrace;
    if (hasParen) {
        report(DiagnosticCode::UnexpectedToken, {std::string(tokenKindPhrase(OpenParen))});
        hint("the header of 'foreach' has no parentheses");
        skip();
    }
    const bool isUntyped = at(Identifier) && kind(1) == InKeyword;
    Node* pattern = isUntyped ? parsePatternWithoutType() : parseTypedBindingPattern();
    Token* in = expect(InKeyword);
    Node* values = parseCollection();
    if (hasParen && at(CloseParen))
        skip();
    return make(NodeKind::ForeachStmt,
                {keyword, pattern, in, values, parseStatementBlock(), parseOnFailClause()});
}

Node* Parser::parseMatchStmt() {
    Token* keyword = consume();
    Node* target = parseActionOrExpr();
    size_t openIndex = m_index;
    Token* open = expect(OpenBrace);
    ListMaker clauses(*this);
    while (!open->isMissing() && !at(CloseBrace) && !atEnd() && !endsStatements()) {
        size_t before = m_index;
        clauses.add(parseMatchClause());
        if (m_index == before)
            break;
    }
    ListResult list = clauses.list();
    Token* close = open->isMissing() ? missing(CloseBrace) : expectClose(open, openIndex, CloseBrace);
    return make(NodeKind::MatchStmt, {keyword, target, open, list, close, parseOnFailClause()});
}

Node* Parser::parseMatchClause() {
    if (at(Identifier) && textAt(m_index) == "case" && !isFirstOnLine(m_index + 1)) {
        report(DiagnosticCode::NotInLanguage, {"case"});
        hint("a clause begins with its pattern");
        skip();
    }
    ListResult patterns = parseMatchPatternList();
    Node* guard = nullptr;
    if (at(IfKeyword)) {
        Token* keyword = consume();
        FlagScope scope(m_noInferFunction, true);
        guard = make(NodeKind::MatchGuard, {keyword, parseExpression()});
    }
    Token* arrow = expect(RightDoubleArrow);
    if (arrow->isMissing())
        hintAtMissing(RightDoubleArrow, at(Comma) ? "several patterns are separated by '|'"
                                                  : "a clause is written '1 => { … }'");
    if (arrow->isMissing() && at(Colon))
        skip();
    return make(NodeKind::MatchClause, {patterns, guard, arrow, parseStatementBlock()});
}

Node* Parser::parseRetry() {
    Token* keyword = consume();
    Node* typeParameter = parseOptionalTypeParameter();
    Node* args = at(OpenParen) ? parseArgList() : nullptr;
    if (at(TransactionKeyword))
        return make(NodeKind::RetryTransactionStmt, {keyword, typeParameter, args, parseTransaction()});
    return make(NodeKind::RetryStmt,
                {keyword, typeParameter, args, parseStatementBlock(), parseOnFailClause()});
}

Node* Parser::parseTransaction() {
    return make(NodeKind::TransactionStmt, {consume(), parseStatementBlock(), parseOnFailClause()});
}

Node* Parser::parseFork() {
    Token* keyword = consume();
    size_t openIndex = m_index;
    Token* open = expect(OpenBrace);
    ListMaker workers(*this);
    while (!open->isMissing()) {
        ListResult annots = startsNamedWorker(m_index) ? parseAnnots() : nullptr;
        if (!at(WorkerKeyword) && !(at(TransactionalKeyword) && kind(1) == WorkerKeyword))
            break;
        workers.add(parseNamedWorker(annots));
    }
    ListResult list = workers.list();
    Token* close = open->isMissing() ? missing(CloseBrace) : expectClose(open, openIndex, CloseBrace);
    return make(NodeKind::ForkStmt, {keyword, open, list, close});
}

// Annotations, then a worker.
bool Parser::startsNamedWorker(size_t index) const {
    while (kindAt(index) == At) {
        index = scanQualifiedName(index + 1);
        if (kindAt(index) == OpenBrace && matchOf(index))
            index = matchOf(index) + 1;
    }
    return kindAt(index) == WorkerKeyword ||
           (kindAt(index) == TransactionalKeyword && kindAt(index + 1) == WorkerKeyword);
}

Node* Parser::parseNamedWorker(ListResult annots) {
    Token* transactional = accept(TransactionalKeyword);
    Token* keyword = expect(WorkerKeyword);
    Token* name = expectIdentifier();
    Node* returnType = at(ReturnsKeyword) ? parseReturnTypeDescriptor() : nullptr;
    return make(NodeKind::NamedWorkerDecl, {annots, transactional, keyword, name, returnType,
                                            parseStatementBlock(), parseOnFailClause()});
}

// A binding pattern, other than a name, before `=`.
bool Parser::startsDestructuring() const {
    switch (kind()) {
    case Underscore: return kind(1) == Equal;
    case OpenBracket:
    case OpenBrace: return matchOf(m_index) && kindAt(matchOf(m_index) + 1) == Equal;
    case ErrorKeyword: {
        size_t open = kind(1) == Identifier ? scanQualifiedName(m_index + 1) : m_index + 1;
        return kindAt(open) == OpenParen && matchOf(open) && kindAt(matchOf(open) + 1) == Equal;
    }
    default: return false;
    }
}

Node* Parser::parseDestructuringAssignment() {
    return make(NodeKind::DestructuringAssignmentStmt,
                {parseBindingPattern(), expect(Equal), parseActionOrExpr(), expectSemicolon()});
}

// The operator's tokens, joined if the lexer left them apart; null if there is none.
Token* Parser::acceptCompoundAssignment() {
    switch (kind()) {
    case PlusEqual:
    case MinusEqual:
    case AsteriskEqual:
    case SlashEqual:
    case AmpersandEqual:
    case PipeEqual:
    case CaretEqual:
    case LtLtEqual: return consume();
    case Gt:
        if (isAdjacent(m_index) && kind(1) == GtEqual)
            return merge(2, GtGtEqual);
        if (isAdjacent(m_index) && kind(1) == Gt && isAdjacent(m_index + 1) && kind(2) == GtEqual)
            return merge(3, GtGtGtEqual);
        return nullptr;
    default: return nullptr;
    }
}

Node* Parser::parseExpressionStatement() {
    Node* expression = parseActionOrExpr();
    if (at(Equal))
        return make(NodeKind::AssignmentStmt,
                    {expression, consume(), parseActionOrExpr(), expectSemicolon()});
    if (Token* op = acceptCompoundAssignment())
        return make(NodeKind::CompoundAssignmentStmt,
                    {expression, op, parseActionOrExpr(), expectSemicolon()});
    NodeKind nodeKind = Action::is(expression->kind())                 ? NodeKind::ActionStmt
                        : expression->kind() == NodeKind::CheckingExpr ? NodeKind::CheckingStmt
                                                                       : NodeKind::CallStmt;
    return make(nodeKind, {expression, expectSemicolon()});
}

bool Parser::startsKeywordStatement(size_t index) const {
    switch (kindAt(index)) {
    case IfKeyword:
    case DoKeyword:
    case LockKeyword:
    case WhileKeyword:
    case ForeachKeyword:
    case MatchKeyword:
    case RetryKeyword:
    case ForkKeyword:
    case WorkerKeyword:
    case ContinueKeyword:
    case BreakKeyword:
    case FailKeyword:
    case PanicKeyword:
    case ReturnKeyword:
    case RollbackKeyword:
    case XmlnsKeyword:
    case FinalKeyword:
    case VarKeyword:
    case TransactionKeyword: return true;
    default: return false;
    }
}

bool Parser::startsStatement(size_t index) const {
    return startsKeywordStatement(index) ||
           (isFirstOnLine(index) && (startsExpression(index) || startsTypeDesc(index)));
}

// Up to the end of what looks like a statement.
Node* Parser::parseInvalidStatement(ListResult annots) {
    report(DiagnosticCode::InvalidStatement);
    size_t end = m_index;
    if (!at(CloseBrace) && !atEnd()) {
        for (;;) {
            TokenKind last = kindAt(end);
            bool isBlock = matchOf(end) > end && last == OpenBrace;
            end = std::max(end, matchOf(end)) + 1;
            TokenKind next = kindAt(end);
            if (last == Semicolon || isBlock || next == EndOfFile || next == CloseBrace ||
                startsStatement(end) || startsModuleMember(end))
                break;
        }
    }
    end = std::min(end, m_tokens.size() - 1);
    return make(NodeKind::InvalidStmt, {annots, listUntil(end)});
}

} // namespace barre::syntax
