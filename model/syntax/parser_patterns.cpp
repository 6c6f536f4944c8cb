#include "model/syntax/parser_impl.h"

namespace barre::syntax {

using model::DiagnosticCode;
using enum TokenKind;

Node* Parser::parseTypedBindingPattern() {
    Node* type = at(VarKeyword) ? make(NodeKind::VarTypeDesc, {consume()}) : parseTypeDescBefore(true);
    return make(NodeKind::TypedBindingPattern, {type, parseBindingPattern()});
}

Node* Parser::parseBindingPattern() {
    Nesting nesting(*this);
    switch (isTooDeep() ? EndOfFile : kind()) {
    case Identifier: return make(NodeKind::CaptureBindingPattern, {consume()});
    case Underscore: return make(NodeKind::WildcardBindingPattern, {consume()});
    case OpenBracket: {
        size_t openIndex = m_index;
        Token* open = consume();
        ListResult members = commaList(openIndex, CloseBracket, [&] { return parseListBindingMember(); });
        return make(NodeKind::ListBindingPattern,
                    {open, members, expectClose(open, openIndex, CloseBracket)});
    }
    case OpenBrace: {
        size_t openIndex = m_index;
        Token* open = consume();
        ListResult fields = commaList(openIndex, CloseBrace, [&] { return parseFieldBindingPattern(); });
        return make(NodeKind::MappingBindingPattern,
                    {open, fields, expectClose(open, openIndex, CloseBrace)});
    }
    case ErrorKeyword: return parseErrorBindingPattern();
    default:
        if (isMeantAsName(m_index))
            return make(NodeKind::CaptureBindingPattern, {expectIdentifier()});
        reportMissing(DiagnosticCode::ExpectedBindingPattern);
        return make(NodeKind::CaptureBindingPattern, {missing(Identifier)});
    }
}

Node* Parser::parseRestBindingPattern() {
    return make(NodeKind::RestBindingPattern, {expect(Ellipsis), expectIdentifier()});
}

Node* Parser::parseListBindingMember() {
    return at(Ellipsis) ? parseRestBindingPattern() : parseBindingPattern();
}

Node* Parser::parseFieldBindingPattern() {
    if (at(Ellipsis))
        return parseRestBindingPattern();
    Token* name = expectIdentifier();
    Token* colon = accept(Colon);
    return make(NodeKind::FieldBindingPattern, {name, colon, colon ? parseBindingPattern() : nullptr});
}

Node* Parser::parseErrorBindingPattern() {
    Token* keyword = consume();
    Node* reference = at(Identifier) ? parseTypeReference() : nullptr;
    size_t openIndex = m_index;
    Token* open = expect(OpenParen);
    ListResult args = commaList(openIndex, CloseParen, [&] { return parseErrorBindingArg(); });
    return make(NodeKind::ErrorBindingPattern,
                {keyword, reference, open, args, expectClose(open, openIndex, CloseParen)});
}

Node* Parser::parseErrorBindingArg() {
    if (at(Ellipsis))
        return parseRestBindingPattern();
    if (at(Identifier) && kind(1) == Equal)
        return make(NodeKind::NamedArgBindingPattern, {consume(), consume(), parseBindingPattern()});
    return parseBindingPattern();
}

// ------------------------------------------------------------------------------------------------ Match
// patterns

Parser::ListResult Parser::parseMatchPatternList() {
    return separatedList(Pipe, [&] { return parseMatchPattern(); });
}

Node* Parser::parseMatchPattern() {
    Nesting nesting(*this);
    switch (isTooDeep() ? EndOfFile : kind()) {
    case VarKeyword: return make(NodeKind::VarMatchPattern, {consume(), parseBindingPattern()});
    case Underscore: return make(NodeKind::WildcardMatchPattern, {consume()});
    case OpenBracket: {
        size_t openIndex = m_index;
        Token* open = consume();
        ListResult members = commaList(openIndex, CloseBracket, [&] { return parseMatchPatternMember(); });
        return make(NodeKind::ListMatchPattern, {open, members, expectClose(open, openIndex, CloseBracket)});
    }
    case OpenBrace: {
        size_t openIndex = m_index;
        Token* open = consume();
        ListResult fields = commaList(openIndex, CloseBrace, [&] { return parseFieldMatchPattern(); });
        return make(NodeKind::MappingMatchPattern, {open, fields, expectClose(open, openIndex, CloseBrace)});
    }
    case ErrorKeyword: return parseErrorMatchPattern();
    default: return parseConstPattern();
    }
}

Node* Parser::parseConstPattern() {
    Node* constant = nullptr;
    switch (kind()) {
    case IntLiteral:
    case HexIntLiteral:
    case FloatLiteral:
    case HexFloatLiteral:
    case StringLiteral:
    case TrueKeyword:
    case FalseKeyword:
    case NullKeyword: constant = make(NodeKind::BasicLiteral, {consume()}); break;
    case Plus:
    case Minus: {
        Token* sign = consume();
        bool isNumber = at(IntLiteral) || at(HexIntLiteral) || at(FloatLiteral) || at(HexFloatLiteral);
        Node* number = isNumber ? make(NodeKind::BasicLiteral, {consume()}) : missingExpression();
        constant = make(NodeKind::UnaryExpr, {sign, number});
        break;
    }
    case OpenParen:
        if (kind(1) == CloseParen) {
            constant = make(NodeKind::NilLiteral, {consume(), consume()});
            break;
        }
        [[fallthrough]];
    default:
        if (at(Identifier) || isColonOfQualifiedName(m_index + 1)) {
            constant = parseNameReference(NodeKind::VariableReferenceExpr);
            break;
        }
        reportMissing(DiagnosticCode::ExpectedMatchPattern);
        constant = make(NodeKind::MissingExpr, {missing(Identifier)});
    }
    return make(NodeKind::ConstPattern, {constant});
}

Node* Parser::parseMatchPatternMember() {
    if (at(Ellipsis))
        return make(NodeKind::RestMatchPattern, {consume(), expect(VarKeyword), expectIdentifier()});
    return parseMatchPattern();
}

Node* Parser::parseFieldMatchPattern() {
    if (at(Ellipsis))
        return parseMatchPatternMember();
    return make(NodeKind::FieldMatchPattern, {expectIdentifier(), expect(Colon), parseMatchPattern()});
}

Node* Parser::parseErrorMatchPattern() {
    Token* keyword = consume();
    Node* reference = at(Identifier) ? parseTypeReference() : nullptr;
    size_t openIndex = m_index;
    Token* open = expect(OpenParen);
    ListResult args = commaList(openIndex, CloseParen, [&] { return parseErrorMatchArg(); });
    return make(NodeKind::ErrorMatchPattern,
                {keyword, reference, open, args, expectClose(open, openIndex, CloseParen)});
}

Node* Parser::parseErrorMatchArg() {
    if (at(Identifier) && kind(1) == Equal)
        return make(NodeKind::NamedArgMatchPattern, {consume(), consume(), parseMatchPattern()});
    return parseMatchPatternMember();
}

} // namespace barre::syntax
