#include "model/syntax/parser_impl.h"

namespace barre::syntax {

using model::DiagnosticCode;
using enum TokenKind;

// An expression or an action; grammar_checks.cpp says where actions are not allowed.
Node* Parser::parseExpression() {
    Nesting nesting(*this);
    if (isTooDeep())
        return missingExpression();
    Node* node = parseConditional();
    return atSend() ? parseSend(node) : node;
}

Node* Parser::parseConditional() {
    Node* condition = parseNilConditional();
    return at(QuestionMark) ? parseTernary(condition) : condition;
}

Node* Parser::parseNilConditional() {
    Nesting nesting(*this);
    if (isTooDeep())
        return missingExpression();
    Node* left = parseBinary(0);
    if (at(QuestionMark) && kind(1) == QuestionMark && isAdjacent(m_index)) {
        report(DiagnosticCode::NotInLanguage, {"??"});
        hint("use '?:'");
        return make(NodeKind::NilConditionalExpr, {left, merge(2, Elvis), parseNilConditional()});
    }
    if (!at(Elvis))
        return left;
    return make(NodeKind::NilConditionalExpr, {left, consume(), parseNilConditional()});
}

Node* Parser::parseTernary(Node* condition) {
    Nesting nesting(*this);
    bool needsColon = !ternaryHasColon();
    Token* questionMark = consume();
    Node* whenTrue;
    {
        FlagScope scope(m_noQualifiedName, needsColon || m_noQualifiedName);
        whenTrue = parseExpression();
    }
    Token* colon = expect(Colon);
    Node* whenFalse = isTooDeep() ? missingExpression() : parseConditional();
    return make(NodeKind::TernaryConditionalExpr, {condition, questionMark, whenTrue, colon, whenFalse});
}

// At `?`: whether its colon follows, apart from the colons of qualified names. `c ? a:b` has none.
bool Parser::ternaryHasColon() const {
    size_t waiting = 1;
    size_t end = m_index + 1000; // far enough for what people write
    for (size_t i = m_index + 1; i < end; ++i) {
        switch (kindAt(i)) {
        case QuestionMark: ++waiting; break;
        case Colon:
            if (!isColonOfQualifiedName(i) && --waiting == 0)
                return true;
            break;
        case Semicolon:
        case Comma:
        case CloseParen:
        case CloseBracket:
        case CloseBrace:
        case CloseBracePipe:
        case EndOfFile: return false;
        default:
            if (matchOf(i) > i)
                i = matchOf(i);
        }
    }
    return true;
}

namespace {

enum Level {
    None = -1,
    Or,
    And,
    BitOr,
    BitXor,
    BitAnd,
    Equality,
    Relational,
    Range,
    Shift,
    Additive,
    Multiplicative
};

Level levelOf(TokenKind kind) {
    switch (kind) {
    case PipePipe: return Or;
    case AmpersandAmpersand: return And;
    case Pipe: return BitOr;
    case Caret: return BitXor;
    case Ampersand: return BitAnd;
    case EqualEqual:
    case NotEqual:
    case TripleEqual:
    case NotTripleEqual: return Equality;
    case Lt:
    case Gt:
    case LtEqual:
    case GtEqual:
    case LeftArrow:
    case IsKeyword: return Relational;
    case Ellipsis:
    case DotDotLt: return Range;
    case LtLt: return Shift;
    case Plus:
    case Minus: return Additive;
    case Asterisk:
    case Slash:
    case Percent: return Multiplicative;
    default: return None;
    }
}

} // namespace

// How many `>` stand side by side; 0 if they end in `>=` and are an assignment.
size_t Parser::shiftLength() const {
    size_t count = 1;
    while (count < 3 && kind(count) == Gt && isAdjacent(m_index + count - 1))
        ++count;
    bool isAssignment = kind(count) == GtEqual && isAdjacent(m_index + count - 1);
    return isAssignment ? 0 : count;
}

Node* Parser::parseBinary(int minimum) {
    Node* left = parseUnary();
    while (!isTooHigh(left)) {
        replaceForeignOperator();
        skipForeignAs();
        bool isNotIs = at(Exclamation) && kind(1) == IsKeyword;
        Level level = isNotIs ? Relational : levelOf(kind());
        size_t shift = at(Gt) ? shiftLength() : 1;
        if (shift > 1)
            level = Shift;
        if (level == None || level < minimum || shift == 0 || (level == BitOr && m_waitOperand))
            return left;
        if (isNotIs || at(IsKeyword)) {
            left = parseIs(left);
            continue;
        }
        Token* op = at(LeftArrow) ? splitFirst(Lt, Minus)
                    : shift == 2  ? merge(2, GtGt)
                    : shift == 3  ? merge(3, GtGtGt)
                                  : consume();
        Node* right = parseBinary(level + 1);
        left = make(level == Range ? NodeKind::RangeExpr : NodeKind::BinaryExpr, {left, op, right});
    }
    return left;
}

Node* Parser::parseIs(Node* expression) {
    Token* exclamation = accept(Exclamation);
    Token* keyword = consume();
    FlagScope scope(m_inIsExpr, true);
    return make(NodeKind::IsExpr, {expression, exclamation, keyword, parseTypeDesc()});
}

Node* Parser::parseUnary() {
    Nesting nesting(*this);
    if (isTooDeep())
        return missingExpression();
    switch (kind()) {
    case Plus:
    case Minus: return parseSign();
    case Tilde:
    case Exclamation: return make(NodeKind::UnaryExpr, {consume(), parseUnary()});
    case TypeofKeyword: return make(NodeKind::TypeofExpr, {consume(), parseUnary()});
    case CheckKeyword:
    case CheckpanicKeyword: {
        Token* keyword = consume();
        Node* operand = parseUnary();
        return make(NodeKind::CheckingExpr, {keyword, atSend() ? parseSend(operand) : operand});
    }
    case Lt: return parseTypeCast();
    default: return parsePostfix();
    }
}

Node* Parser::parseSign() {
    const bool isDoubled = m_index > 0 && m_tokens[m_index - 1].m_kind == kind();
    const std::string sign(tokenKindText(kind()));
    Node* expr = make(NodeKind::UnaryExpr, {consume(), parseUnary()});
    if (isDoubled && at(Semicolon))
        hint("write '" + sign + "= 1'");
    return expr;
}

Node* Parser::parseTypeCast() {
    Token* lt = consume();
    ListResult annots = parseAnnots();
    Node* type = nullptr;
    {
        BracketScope scope(*this);
        type = annots && at(Gt) ? nullptr : parseTypeDesc();
    }
    return make(NodeKind::TypeCastExpr, {lt, annots, type, expectGt(), parseUnary()});
}

Node* Parser::parsePostfix() {
    return parsePostfixOf(parsePrimary());
}

Node* Parser::parsePostfixOf(Node* node) {
    while (!isTooHigh(node)) {
        switch (kind()) {
        case Dot:
            if ((kind(1) == Dot || kind(1) == FloatLiteral) && isAdjacent(m_index))
                return node; // `0..10`
            node = parseDot(node);
            break;
        case OptionalChaining: node = parseFieldAccess(NodeKind::OptionalFieldAccessExpr, node); break;
        case DotAt:
            node = make(NodeKind::AnnotAccessExpr, {node, consume(), parseAnnotTagReference()});
            break;
        case OpenBracket: node = parseMemberAccess(node); break;
        case DotLt: node = parseXmlFilter(node); break;
        case SlashLt:
        case SlashAsterisk:
        case SlashDoubleAsteriskSlashLt: node = parseXmlStep(node); break;
        case RightArrow:
            if (atSend())
                return node;
            node = parseArrow(node);
            break;
        default: return node;
        }
    }
    return node;
}

Node* Parser::parseDot(Node* receiver) {
    bool isMethod = isMethodName(kind(1)) && kind(2) == OpenParen;
    if (!isMethod)
        return parseFieldAccess(NodeKind::FieldAccessExpr, receiver);
    return make(NodeKind::MethodCallExpr, {receiver, consume(), expectName(), parseArgList()});
}

Node* Parser::parseFieldAccess(NodeKind nodeKind, Node* receiver) {
    Token* dot = consume();
    Token *prefix = nullptr, *colon = nullptr;
    if (!m_noQualifiedName && (at(Identifier) || isTypeKeyword(kind())) &&
        isColonOfQualifiedName(m_index + 1)) {
        prefix = consume();
        colon = consume();
    }
    Token* name = expectIdentifier();
    if (name->isMissing() && isReservedKeyword(kind()) && !isFirstOnLine(m_index))
        skip(); // a field needs a quote if it is called like a reserved word
    return make(nodeKind, {receiver, dot, prefix, colon, name});
}

Node* Parser::parseMemberAccess(Node* container) {
    size_t openIndex = m_index;
    Token* open = consume();
    BracketScope scope(*this);
    ListResult keys = bracketedList(openIndex, Comma, CloseBracket, [&] { return parseExpression(); });
    return make(NodeKind::MemberAccessExpr,
                {container, open, keys, expectClose(open, openIndex, CloseBracket)});
}

Node* Parser::missingExpression() {
    // An operator that stands alone is the mistake; anything else only shows that something is missing before
    // it.
    if (levelOf(kind()) != None && !at(IsKeyword))
        report(DiagnosticCode::ExpectedExpression);
    reportMissing(DiagnosticCode::ExpectedExpression);
    hintAtExpression();
    if (at(CloseBrace) && kind(1) == Semicolon && !isFirstOnLine(m_index))
        skip(); // its partner is missing
    return make(NodeKind::MissingExpr, {missing(Identifier)});
}

Node* Parser::parsePrimary() {
    switch (kind()) {
    case IntLiteral:
    case HexIntLiteral:
    case FloatLiteral:
    case HexFloatLiteral:
    case StringLiteral:
    case TrueKeyword:
    case FalseKeyword:
    case NullKeyword: return make(NodeKind::BasicLiteral, {consume()});
    case Backtick: return parseTemplate(NodeKind::RawTemplateExpr);
    case Identifier:
        skipForeignPrefix();
        if (at(StringLiteral))
            return make(NodeKind::BasicLiteral, {consume()});
        if (kind(1) == Backtick)
            return atWord(Base16Keyword) || atWord(Base64Keyword)
                       ? parseByteArrayLiteral()
                       : parseTemplate(NodeKind::RegExpTemplateExpr);
        return startsInferFunction() ? parseInferFunction() : parseNameOrCall();
    case OpenParen: return startsInferFunction() ? parseInferFunction() : parseParenthesized();
    case OpenBracket: return parseListConstructor();
    case OpenBrace: return startsBlockOfCondition() ? missingExpression() : parseMappingConstructor();
    case At: return parseAnnotatedExpression();
    case LeftArrow: return parseReceiveAction();
    default: return isReservedKeyword(kind()) ? parseKeywordPrimary() : missingExpression();
    }
}

Node* Parser::parseKeywordPrimary() {
    if (isColonOfQualifiedName(m_index + 1) &&
        (isTypeKeyword(kind()) || at(FunctionKeyword) || at(ObjectKeyword) || at(TransactionKeyword)))
        return parseNameOrCall();
    if (startsQuery(m_index))
        return parseQuery();
    switch (kind()) {
    case StringKeyword:
        return kind(1) == Backtick ? parseTemplate(NodeKind::StringTemplateExpr) : parseTypeDescExpr();
    case XmlKeyword:
        return kind(1) == Backtick ? parseTemplate(NodeKind::XmlTemplateExpr) : parseTypeDescExpr();
    case TableKeyword: return kind(1) == Lt ? parseTypeDescExpr() : parseTableConstructor();
    case ErrorKeyword: return kind(1) == Lt ? parseTypeDescExpr() : parseErrorConstructor();
    case NewKeyword: return parseNew();
    case LetKeyword: return parseLet();
    case TrapKeyword: return make(NodeKind::TrapExpr, {consume(), parseExpression()});
    case StartKeyword: return parseStartAction(nullptr);
    case WaitKeyword: return parseWaitAction();
    case FlushKeyword: {
        Token* keyword = consume();
        bool hasPeer = at(Identifier) || at(FunctionKeyword);
        return make(NodeKind::FlushAction, {keyword, hasPeer ? parsePeerWorker() : nullptr});
    }
    case CommitKeyword: return make(NodeKind::CommitAction, {consume()});
    case TransactionalKeyword:
        if (!startsObjectOrFunctionType(m_index))
            return make(NodeKind::TransactionalExpr, {consume()});
        [[fallthrough]];
    case FunctionKeyword:
    case IsolatedKeyword:
    case ObjectKeyword:
    case ClientKeyword:
    case ServiceKeyword: return parseFunctionOrObject(nullptr);
    case RecordKeyword:
    case DistinctKeyword: return parseTypeDescExpr();
    default:
        if (isTypeKeyword(kind()) && !at(VarKeyword))
            return parseTypeDescExpr();
        return isMeantAsName(m_index) ? parseNameOrCall() : missingExpression();
    }
}

Node* Parser::parseTypeDescExpr() {
    FlagScope scope(m_inIsExpr, true);
    const size_t begin = m_index;
    Node* type = parsePostfixType();
    skipForeignCast(begin);
    return make(NodeKind::TypeDescExpr, {type});
}

Node* Parser::parseNameOrCall() {
    Node* reference = parseNameReference(NodeKind::VariableReferenceExpr);
    if (!at(OpenParen))
        return reference;
    return make(NodeKind::FunctionCallExpr, {reference, parseArgList()});
}

Node* Parser::parseParenthesized() {
    size_t openIndex = m_index;
    Token* open = consume();
    if (at(CloseParen))
        return make(NodeKind::NilLiteral, {open, consume()});
    BracketScope scope(*this);
    Node* inner = parseExpression();
    if (at(Equal) || at(Comma)) {
        const bool isEqual = at(Equal);
        reportExpected(CloseParen);
        hint(isEqual ? "values are compared with '=='" : "several values are a list: '[a, b]'");
    }
    Token* close = expectClose(open, openIndex, CloseParen);
    if (!close->isMissing() && atForeignCast(inner))
        return parseForeignCast(open, inner, close);
    return make(NodeKind::ParenthesizedExpr, {open, inner, close});
}

Node* Parser::parseArgList() {
    size_t openIndex = m_index;
    Token* open = expect(OpenParen);
    if (open->isMissing())
        return make(NodeKind::ArgList, {open, nullptr, missing(CloseParen)});
    BracketScope scope(*this);
    ListResult args = commaList(openIndex, CloseParen, [&] { return parseArg(); });
    return make(NodeKind::ArgList, {open, args, expectClose(open, openIndex, CloseParen)});
}

Node* Parser::parseArg() {
    if (at(Ellipsis))
        return make(NodeKind::RestArg, {consume(), parseExpression()});
    if (at(Identifier) && kind(1) == Equal)
        return make(NodeKind::NamedArg, {consume(), consume(), parseExpression()});
    return make(NodeKind::PositionalArg, {parseExpression()});
}

Node* Parser::parseLet() {
    Token* keyword = consume();
    ListResult declarations = separatedList(Comma, [&] { return parseLetVarDecl(); });
    return make(NodeKind::LetExpr, {keyword, declarations, expect(InKeyword), parseExpression()});
}

Node* Parser::parseLetVarDecl() {
    return make(NodeKind::LetVarDecl,
                {parseAnnots(), parseTypedBindingPattern(), expect(Equal), parseExpression()});
}

// `x => …`, `(x, y) => …`
bool Parser::startsInferFunction() const {
    if (m_noInferFunction)
        return false;
    if (at(Identifier))
        return kind(1) == RightDoubleArrow;
    size_t close = matchOf(m_index);
    return close && kindAt(close + 1) == RightDoubleArrow;
}

Node* Parser::parseInferFunction() {
    auto parseName = [&] { return make(NodeKind::IdentifierName, {expectIdentifier()}); };
    size_t openIndex = m_index;
    Token* open = accept(OpenParen);
    ListResult names = open ? commaList(openIndex, CloseParen, parseName) : separatedList(Comma, parseName);
    Token* close = open ? expectClose(open, openIndex, CloseParen) : nullptr;
    Node* params = make(NodeKind::InferParamList, {open, names, close});
    return make(NodeKind::InferAnonymousFunctionExpr, {params, parseExprFunctionBody(true)});
}

// Behind annotations, if any: an anonymous function or an object constructor.
Node* Parser::parseFunctionOrObject(ListResult annots) {
    size_t decisive = m_index;
    while (kindAt(decisive) == IsolatedKeyword || kindAt(decisive) == TransactionalKeyword ||
           kindAt(decisive) == ClientKeyword || kindAt(decisive) == ServiceKeyword)
        ++decisive;
    if (kindAt(decisive) == FunctionKeyword)
        return annots || kindAt(decisive + 1) == OpenParen ? parseAnonymousFunction(annots)
                                                           : parseTypeDescExpr();
    return parseObjectConstructor(annots);
}

Node* Parser::parseAnonymousFunction(ListResult annots) {
    ListResult qualifiers =
        parseQualifiers({IsolatedKeyword, TransactionalKeyword, ClientKeyword, ServiceKeyword});
    Token* keyword = expect(FunctionKeyword);
    Node* signature = parseFunctionSignature();
    return make(NodeKind::ExplicitAnonymousFunctionExpr,
                {annots, qualifiers, keyword, signature, parseFunctionBody(true)});
}

bool Parser::startsExpression(size_t index) const {
    switch (kindAt(index)) {
    case Identifier:
    case IntLiteral:
    case HexIntLiteral:
    case FloatLiteral:
    case HexFloatLiteral:
    case StringLiteral:
    case TrueKeyword:
    case FalseKeyword:
    case NullKeyword:
    case Backtick:
    case OpenParen:
    case OpenBracket:
    case OpenBrace:
    case At:
    case LeftArrow:
    case Plus:
    case Minus:
    case Tilde:
    case Exclamation:
    case Lt:
    case TypeofKeyword:
    case CheckKeyword:
    case CheckpanicKeyword:
    case FromKeyword:
    case LetKeyword:
    case NewKeyword:
    case TrapKeyword:
    case StartKeyword:
    case WaitKeyword:
    case FlushKeyword:
    case CommitKeyword:
    case TransactionalKeyword:
    case FunctionKeyword:
    case IsolatedKeyword:
    case ObjectKeyword:
    case ClientKeyword:
    case ServiceKeyword:
    case RecordKeyword:
    case DistinctKeyword: return true;
    case TransactionKeyword: return isColonOfQualifiedName(index + 1);
    default: return isTypeKeyword(kindAt(index)) && kindAt(index) != VarKeyword;
    }
}

} // namespace barre::syntax
