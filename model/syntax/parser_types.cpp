#include "model/syntax/parser_impl.h"

namespace barre::syntax {

using model::DiagnosticCode;
using enum TokenKind;

static constexpr size_t mostDimensions = 300; ///< of an array type

// Union, the loosest operator of types.
Node* Parser::parseTypeDesc() {
    Nesting nesting(*this);
    if (isTooDeep())
        return missingTypeDesc();
    Node* left = parseIntersection();
    while (at(Pipe) && !isTooHigh(left)) {
        Token* pipe = consume();
        left = make(NodeKind::UnionTypeDesc, {left, pipe, parseIntersection()});
    }
    return left;
}

// The type of a typed binding pattern: what looks like an array dimension may be a list binding pattern.
Node* Parser::parseTypeDescBefore(bool bindingFollows) {
    FlagScope scope(m_bindingFollows, bindingFollows);
    return parseTypeDesc();
}

Node* Parser::parseIntersection() {
    Node* left = parsePostfixType();
    while (at(Ampersand) && !isTooHigh(left)) {
        Token* ampersand = consume();
        left = make(NodeKind::IntersectionTypeDesc, {left, ampersand, parsePostfixType()});
    }
    return left;
}

Node* Parser::parsePostfixType() {
    bool bindingFollows = m_bindingFollows;
    Node* type;
    {
        FlagScope scope(m_bindingFollows, false);
        type = parsePrimaryType();
    }
    for (;;) {
        if (isTooHigh(type))
            return type;
        if (at(QuestionMark) && isOptionalQuestionMark())
            type = make(NodeKind::OptionalTypeDesc, {type, consume()});
        else if (at(OpenBracket) && isArrayDimension(m_index) && !(bindingFollows && isListBinding(m_index)))
            type = parseArrayDimensions(type);
        else
            return type;
    }
}

// `T[]`, `T[*]`, `T[5]`, `T[N]`, `T[m:N]`
bool Parser::isArrayDimension(size_t index) const {
    size_t close = matchOf(index);
    if (close == 0)
        return kindAt(index + 1) == Asterisk;
    TokenKind content = kindAt(index + 1);
    bool isLength =
        content == Asterisk || content == IntLiteral || content == HexIntLiteral || content == Identifier;
    return close == index + 1 || (close == index + 2 && isLength) ||
           (close == index + 4 && isColonOfQualifiedName(index + 2));
}

// `T [a] = …`: one name in brackets before `=` or `in`.
bool Parser::isListBinding(size_t index) const {
    size_t close = matchOf(index);
    TokenKind next = kindAt(close + 1);
    return close > index + 1 && kindAt(index + 1) == Identifier && (next == Equal || next == InKeyword);
}

Node* Parser::parseArrayDimensions(Node* memberType) {
    bool bindingFollows = m_bindingFollows;
    ListMaker dimensions(*this);
    do {
        if (dimensions.size() >= mostDimensions) { // each is a level of the type
            report(DiagnosticCode::NestedTooDeeply);
            while (at(OpenBracket) && isArrayDimension(m_index))
                skipTo(matchOf(m_index) + 1);
            break;
        }
        size_t openIndex = m_index;
        Token* open = consume();
        Node* length = nullptr;
        if (at(Asterisk))
            length = make(NodeKind::InferredArrayLength, {consume()});
        else if (at(IntLiteral) || at(HexIntLiteral))
            length = make(NodeKind::BasicLiteral, {consume()});
        else if (at(Identifier))
            length = parseNameReference(NodeKind::VariableReferenceExpr);
        dimensions.add(
            make(NodeKind::ArrayDimension, {open, length, expectClose(open, openIndex, CloseBracket)}));
    } while (at(OpenBracket) && isArrayDimension(m_index) && !(bindingFollows && isListBinding(m_index)));
    return make(NodeKind::ArrayTypeDesc, {memberType, dimensions.list()});
}

// Behind `is`, a question mark may begin the branches of a conditional expression.
bool Parser::isOptionalQuestionMark() {
    if (!m_inIsExpr || !startsExpression(m_index + 1))
        return true;
    if (kind(1) == OpenBracket)
        return isArrayDimension(m_index + 1) && !ternaryHasColon();
    if (kind(1) == OpenBrace)
        return kindAt(matchOf(m_index + 1) + 1) != Colon;
    return kind(1) == Minus || kind(1) == Plus ? !ternaryHasColon() : false;
}

Node* Parser::missingTypeDesc() {
    reportMissing(DiagnosticCode::ExpectedTypeDescriptor);
    return make(NodeKind::MissingTypeDesc, {missing(Identifier)});
}

// A name with an optional module prefix, as the node kind that the place asks for.
Node* Parser::parseNameReference(NodeKind nodeKind) {
    Token *prefix = nullptr, *colon = nullptr;
    if (!m_noQualifiedName && isColonOfQualifiedName(m_index + 1)) {
        prefix = consume();
        colon = consume();
        return make(nodeKind, {prefix, colon, expectName()});
    }
    return make(nodeKind, {prefix, colon, expectIdentifier()});
}

Node* Parser::parseTypeReference() {
    return parseNameReference(NodeKind::TypeReference);
}

Node* Parser::parsePrimaryType() {
    Nesting nesting(*this);
    if (isTooDeep())
        return missingTypeDesc();
    switch (kind()) {
    case Identifier: return parseTypeReference();
    case OpenParen: {
        size_t openIndex = m_index;
        Token* open = consume();
        if (at(CloseParen))
            return make(NodeKind::NilTypeDesc, {open, consume()});
        FlagScope scope(m_inIsExpr, false);
        Node* type = parseTypeDesc();
        if (at(Comma)) {
            reportExpected(CloseParen);
            hint("a tuple type is written '[int, string]'");
        }
        return make(NodeKind::ParenthesizedTypeDesc, {open, type, expectClose(open, openIndex, CloseParen)});
    }
    case OpenBracket: return parseTupleTypeDesc();
    case RecordKeyword: return parseRecordTypeDesc();
    case DistinctKeyword: return make(NodeKind::DistinctTypeDesc, {consume(), parsePrimaryType()});
    case ObjectKeyword:
    case FunctionKeyword:
    case IsolatedKeyword:
    case TransactionalKeyword:
    case ClientKeyword:
    case ServiceKeyword: return parseObjectOrFunctionType();
    case TransactionKeyword:
        return isColonOfQualifiedName(m_index + 1) ? parseTypeReference() : missingTypeDesc();
    case IntLiteral:
    case HexIntLiteral:
    case FloatLiteral:
    case HexFloatLiteral:
    case StringLiteral:
    case TrueKeyword:
    case FalseKeyword:
    case NullKeyword:
    case Plus:
    case Minus: return parseSingletonType();
    default: return isTypeKeyword(kind()) ? parseKeywordType() : missingTypeDesc();
    }
}

Node* Parser::parseSingletonType() {
    Node* constant;
    if (at(Plus) || at(Minus)) {
        Token* sign = consume();
        bool isNumber = at(IntLiteral) || at(HexIntLiteral) || at(FloatLiteral) || at(HexFloatLiteral);
        Node* number = isNumber ? make(NodeKind::BasicLiteral, {consume()}) : missingExpression();
        constant = make(NodeKind::UnaryExpr, {sign, number});
    } else {
        constant = make(NodeKind::BasicLiteral, {consume()});
    }
    return make(NodeKind::SingletonTypeDesc, {constant});
}

Node* Parser::parseTypeParameter() {
    FlagScope scope(m_inIsExpr, false);
    return make(NodeKind::TypeParameter, {expect(Lt), parseTypeDesc(), expectGt()});
}

// `map<string, int>` names the type of the keys, too.
Node* Parser::parseMapTypeParameter() {
    FlagScope scope(m_inIsExpr, false);
    Token* open = expect(Lt);
    const size_t comma = startsTypeDesc(m_index) ? scanTypeDesc(m_index) : 0;
    const size_t end = comma && kindAt(comma) == Comma ? scanTypeDesc(comma + 1) : 0;
    if (end) {
        report(DiagnosticCode::UnexpectedToken, {"'" + std::string(textBetween(m_index, comma)) + "'"});
        hint("keys are strings, so write 'map<" + std::string(textBetween(comma + 1, end)) + ">'");
        skipTo(comma + 1);
    }
    return make(NodeKind::TypeParameter, {open, parseTypeDesc(), expectGt()});
}

Node* Parser::parseOptionalTypeParameter() {
    return at(Lt) ? parseTypeParameter() : nullptr;
}

Node* Parser::parseKeywordType() {
    if (isColonOfQualifiedName(m_index + 1))
        return parseTypeReference();
    switch (kind()) {
    case MapKeyword: return make(NodeKind::MapTypeDesc, {consume(), parseMapTypeParameter()});
    case XmlKeyword: return make(NodeKind::XmlTypeDesc, {consume(), parseOptionalTypeParameter()});
    case ErrorKeyword: return make(NodeKind::ErrorTypeDesc, {consume(), parseOptionalTypeParameter()});
    case FutureKeyword: return make(NodeKind::FutureTypeDesc, {consume(), parseOptionalTypeParameter()});
    case TypedescKeyword: return make(NodeKind::TypedescTypeDesc, {consume(), parseOptionalTypeParameter()});
    case StreamKeyword: return parseStreamTypeDesc();
    case TableKeyword: return parseTableTypeDesc();
    case VarKeyword: return missingTypeDesc();
    default: return make(NodeKind::BuiltinTypeDesc, {consume()});
    }
}

Node* Parser::parseStreamTypeDesc() {
    Token* keyword = consume();
    if (!at(Lt))
        return make(NodeKind::StreamTypeDesc, {keyword, nullptr});
    FlagScope scope(m_inIsExpr, false);
    Token* lt = consume();
    Node* value = parseTypeDesc();
    Token* comma = accept(Comma);
    Node* completion = comma ? parseTypeDesc() : nullptr;
    Node* parameters = make(NodeKind::StreamTypeParameters, {lt, value, comma, completion, expectGt()});
    return make(NodeKind::StreamTypeDesc, {keyword, parameters});
}

Node* Parser::parseTableTypeDesc() {
    Token* keyword = consume();
    Node* row = parseTypeParameter();
    Node* constraint = nullptr;
    if (atWord(KeyKeyword) && kind(1) == OpenParen)
        constraint = parseKeySpecifier();
    else if (atWord(KeyKeyword) && kind(1) == Lt)
        constraint = make(NodeKind::KeyTypeConstraint, {consumeAs(KeyKeyword), parseTypeParameter()});
    return make(NodeKind::TableTypeDesc, {keyword, row, constraint});
}

Node* Parser::parseKeySpecifier() {
    Token* keyword = expectWord(KeyKeyword);
    size_t openIndex = m_index;
    Token* open = expect(OpenParen);
    ListResult names = commaList(openIndex, CloseParen,
                                 [&] { return make(NodeKind::IdentifierName, {expectIdentifier()}); });
    return make(NodeKind::KeySpecifier, {keyword, open, names, expectClose(open, openIndex, CloseParen)});
}

Node* Parser::parseTupleTypeDesc() {
    FlagScope scope(m_inIsExpr, false);
    size_t openIndex = m_index;
    Token* open = consume();
    ListResult members = commaList(openIndex, CloseBracket, [&] { return parseTupleMember(); });
    return make(NodeKind::TupleTypeDesc, {open, members, expectClose(open, openIndex, CloseBracket)});
}

Node* Parser::parseTupleMember() {
    ListResult annots = parseAnnots();
    Node* type = parseTypeDesc();
    if (at(Ellipsis) && !annots)
        return make(NodeKind::TupleRestDescriptor, {type, consume()});
    return make(NodeKind::MemberTypeDescriptor, {annots, type});
}

Node* Parser::parseRecordTypeDesc() {
    Token* keyword = consume();
    FlagScope scope(m_inIsExpr, false);
    size_t openIndex = m_index;
    Token* open = at(OpenBracePipe) ? consume() : expect(OpenBrace);
    TokenKind closeKind = open->kind() == OpenBracePipe ? CloseBracePipe : CloseBrace;
    ListMaker fields(*this);
    while (!open->isMissing() && !at(CloseBrace) && !at(CloseBracePipe) && !atEnd()) {
        size_t before = m_index;
        fields.add(parseRecordMember());
        if (m_index == before)
            break;
    }
    ListResult list = fields.list();
    Token* close = open->isMissing() ? missing(closeKind) : expectClose(open, openIndex, closeKind);
    return make(NodeKind::RecordTypeDesc, {keyword, open, list, close});
}

Node* Parser::parseRecordMember() {
    Node* metadata = parseMetadata();
    if (at(Asterisk))
        return make(NodeKind::RecordTypeInclusion,
                    {metadata, consume(), parseTypeReference(), expectSemicolon()});
    const bool isOptionalField = kind(2) == QuestionMark && kind(3) == Semicolon; // not `readonly T? name;`
    bool isType = kind(1) == Ellipsis || kind(1) == Ampersand || kind(1) == Pipe || kind(1) == QuestionMark ||
                  (kind(1) == OpenBracket && kind(2) == CloseBracket) ||
                  (kind(1) == Identifier && (kind(2) == Semicolon || kind(2) == Equal || isOptionalField));
    Token* readonly = at(ReadonlyKeyword) && !isType ? consume() : nullptr;
    Node* type = parseTypeDesc();
    if (!metadata && !readonly && at(Ellipsis))
        return make(NodeKind::RecordRestDescriptor, {type, consume(), expectSemicolon()});
    Token* name = expectIdentifier();
    Token* questionMark = accept(QuestionMark);
    Token* equal = accept(Equal);
    Node* value = equal ? parseExpression() : nullptr;
    return make(NodeKind::IndividualFieldDescriptor,
                {metadata, readonly, type, name, questionMark, equal, value, expectSemicolon()});
}

bool Parser::startsObjectOrFunctionType(size_t index) const {
    while (kindAt(index) == IsolatedKeyword || kindAt(index) == TransactionalKeyword ||
           kindAt(index) == ClientKeyword || kindAt(index) == ServiceKeyword)
        ++index;
    return kindAt(index) == ObjectKeyword || kindAt(index) == FunctionKeyword;
}

Node* Parser::parseObjectOrFunctionType() {
    ListResult qualifiers =
        parseQualifiers({IsolatedKeyword, TransactionalKeyword, ClientKeyword, ServiceKeyword});
    if ((at(ObjectKeyword) || at(FunctionKeyword)) && isColonOfQualifiedName(m_index + 1) && !qualifiers)
        return parseTypeReference();
    if (at(FunctionKeyword)) {
        Token* keyword = consume();
        Node* signature = at(OpenParen) ? parseFunctionSignature() : nullptr;
        return make(NodeKind::FunctionTypeDesc, {qualifiers, keyword, signature});
    }
    FlagScope scope(m_inIsExpr, false);
    Token* keyword = expect(ObjectKeyword);
    size_t openIndex = m_index;
    Token* open = expect(OpenBrace);
    ListResult members = open->isMissing() ? nullptr : parseObjectMembers(Place::ObjectType);
    Token* close = open->isMissing() ? missing(CloseBrace) : expectClose(open, openIndex, CloseBrace);
    return make(NodeKind::ObjectTypeDesc, {qualifiers, keyword, open, members, close});
}

bool Parser::startsTypeDesc(size_t index) const {
    switch (kindAt(index)) {
    case Identifier:
    case OpenParen:
    case OpenBracket:
    case RecordKeyword:
    case DistinctKeyword:
    case IntLiteral:
    case HexIntLiteral:
    case FloatLiteral:
    case HexFloatLiteral:
    case StringLiteral:
    case TrueKeyword:
    case FalseKeyword:
    case NullKeyword: return true;
    case Plus:
    case Minus: return scanPrimaryType(index) != 0;
    case ObjectKeyword:
    case FunctionKeyword:
    case IsolatedKeyword:
    case TransactionalKeyword:
    case ClientKeyword:
    case ServiceKeyword: return startsObjectOrFunctionType(index);
    case TransactionKeyword: return isColonOfQualifiedName(index + 1);
    default: return isTypeKeyword(kindAt(index)) && kindAt(index) != VarKeyword;
    }
}

} // namespace barre::syntax
