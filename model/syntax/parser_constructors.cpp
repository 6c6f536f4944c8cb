#include "model/syntax/parser_impl.h"

namespace barre::syntax {

using model::DiagnosticCode;
using enum TokenKind;

Node* Parser::parseListConstructor() {
    size_t openIndex = m_index;
    Token* open = consume();
    BracketScope scope(*this);
    ListResult members = commaList(openIndex, CloseBracket, [&] { return parseListMember(); });
    return make(NodeKind::ListConstructorExpr, {open, members, expectClose(open, openIndex, CloseBracket)});
}

Node* Parser::parseListMember() {
    if (at(Ellipsis))
        return make(NodeKind::SpreadListMember, {consume(), parseExpression()});
    return parseExpression();
}

Node* Parser::parseMappingConstructor() {
    size_t openIndex = m_index;
    Token* open = expect(OpenBrace);
    BracketScope scope(*this);
    ListResult fields =
        open->isMissing() ? nullptr : commaList(openIndex, CloseBrace, [&] { return parseMappingField(); });
    Token* close = open->isMissing() ? missing(CloseBrace) : expectClose(open, openIndex, CloseBrace);
    return make(NodeKind::MappingConstructorExpr, {open, fields, close});
}

Node* Parser::parseMappingField() {
    if (at(Ellipsis))
        return make(NodeKind::SpreadField, {consume(), parseExpression()});
    if (at(OpenBracket)) {
        size_t openIndex = m_index;
        Token* open = consume();
        Node* name = parseExpression();
        Token* close = expectClose(open, openIndex, CloseBracket);
        return make(NodeKind::ComputedNameField, {open, name, close, expect(Colon), parseExpression()});
    }
    Token* readonly = accept(ReadonlyKeyword);
    Token* name = at(StringLiteral) ? consume() : expectIdentifier();
    if (name->isMissing() && isReservedKeyword(kind()) && kind(1) == Colon)
        skip(); // a reserved word needs a quote
    bool needsValue = name->kind() == StringLiteral;
    Token* colon = needsValue ? expect(Colon) : accept(Colon);
    Node* value = colon ? parseExpression() : nullptr;
    return make(NodeKind::SpecificField, {readonly, name, colon, value});
}

Node* Parser::parseTableConstructor() {
    Token* keyword = consume();
    Node* keys = atWord(KeyKeyword) ? parseKeySpecifier() : nullptr;
    size_t openIndex = m_index;
    Token* open = expect(OpenBracket);
    BracketScope scope(*this);
    ListResult rows =
        open->isMissing() ? nullptr : commaList(openIndex, CloseBracket, [&] { return parseExpression(); });
    Token* close = open->isMissing() ? missing(CloseBracket) : expectClose(open, openIndex, CloseBracket);
    return make(NodeKind::TableConstructorExpr, {keyword, keys, open, rows, close});
}

Node* Parser::parseNew() {
    const size_t type = startsTypeDesc(m_index + 1) ? scanTypeDesc(m_index + 1) : 0;
    if (type && kindAt(type - 1) == CloseBracket)
        return parseForeignNew(type);
    Token* keyword = consume();
    bool hasClass = at(Identifier) || at(StreamKeyword) || isColonOfQualifiedName(m_index + 1);
    if (!hasClass)
        return make(NodeKind::ImplicitNewExpr, {keyword, at(OpenParen) ? parseArgList() : nullptr});
    Node* classDescriptor = at(StreamKeyword) ? parseKeywordType() : parseTypeReference();
    return make(NodeKind::ExplicitNewExpr, {keyword, classDescriptor, parseArgList()});
}

Node* Parser::parseErrorConstructor() {
    Token* keyword = consume();
    Node* reference = at(Identifier) || isColonOfQualifiedName(m_index + 1) ? parseTypeReference() : nullptr;
    return make(NodeKind::ErrorConstructorExpr, {keyword, reference, parseArgList()});
}

Node* Parser::parseObjectConstructor(ListResult annots) {
    ListResult qualifiers =
        parseQualifiers({IsolatedKeyword, TransactionalKeyword, ClientKeyword, ServiceKeyword});
    Token* keyword = expect(ObjectKeyword);
    Node* reference = at(Identifier) || isColonOfQualifiedName(m_index + 1) ? parseTypeReference() : nullptr;
    return make(NodeKind::ObjectConstructorExpr,
                {annots, qualifiers, keyword, reference, parseObjectConstructorBlock(Place::Object)});
}

Node* Parser::parseAnnotatedExpression() {
    ListResult annots = parseAnnots();
    return at(StartKeyword) ? parseStartAction(annots) : parseFunctionOrObject(annots);
}

// -----------------------------------------------------------------------------------------------------
// Templates

// The tag, if the kind has one, then backticks; the lexer has found the content already.
Node* Parser::parseTemplate(NodeKind nodeKind) {
    bool isRaw = nodeKind == NodeKind::RawTemplateExpr;
    Token* tag = isRaw ? nullptr : at(Identifier) && atWord(ReKeyword) ? consumeAs(ReKeyword) : consume();
    if (tag && tag->kind() == Identifier) {
        m_builder.diagnostics().push_back(model::makeDiagnostic(
            DiagnosticCode::InvalidTemplateTag, tag->range(),
            {std::string(m_builder.text().substr(tag->range().begin, tag->range().length()))}));
        if (m_index > 1 && kindAt(m_index - 2) == InterpolationStart)
            m_builder.diagnostics().back().hint = "the insertion before it has no '}'";
    }
    Token* open = expect(Backtick);
    BracketScope scope(*this);
    ListResult items = parseTemplateItems();
    if (atEnd())
        m_reportedAt = m_index; // the lexer has said it
    Token* close = expect(Backtick);
    if (isRaw)
        return make(nodeKind, {open, items, close});
    return make(nodeKind, {tag, open, items, close});
}

Parser::ListResult Parser::parseTemplateItems() {
    ListMaker items(*this);
    for (;;) {
        if (at(TemplateContent)) {
            items.add(make(NodeKind::TemplateString, {consume()}));
        } else if (at(InterpolationStart)) {
            size_t openIndex = m_index;
            Token* open = consume();
            Node* expression = parseExpression();
            items.add(
                make(NodeKind::Interpolation, {open, expression, expectClose(open, openIndex, CloseBrace)}));
        } else {
            return items.list();
        }
    }
}

Node* Parser::parseByteArrayLiteral() {
    Token* keyword = consumeAs(atWord(Base16Keyword) ? Base16Keyword : Base64Keyword);
    Token* open = expect(Backtick);
    Token* content = accept(TemplateContent);
    return make(NodeKind::ByteArrayLiteral, {keyword, open, content, expect(Backtick)});
}

} // namespace barre::syntax
