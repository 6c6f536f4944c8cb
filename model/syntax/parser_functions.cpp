#include "model/syntax/parser_impl.h"

#include <algorithm>

namespace barre::syntax {

using model::DiagnosticCode;
using enum TokenKind;

Node* Parser::parseFunctionDefn(Node* metadata) {
    ListResult qualifiers =
        parseQualifiers({PublicKeyword, PrivateKeyword, FinalKeyword, IsolatedKeyword, ConfigurableKeyword,
                         TransactionalKeyword, ClientKeyword, RemoteKeyword, ResourceKeyword});
    Token* keyword = expect(FunctionKeyword);
    Token* name = expectName();
    if (name->isMissing() && kind(1) == OpenParen)
        skip(); // a reserved word where the name belongs
    return make(NodeKind::FunctionDefn, {metadata, qualifiers, keyword, name, nullptr,
                                         parseFunctionSignature(true), parseFunctionBody(false)});
}

Node* Parser::parseFunctionSignature(bool hasBody) {
    size_t openIndex = m_index;
    Token* open = expect(OpenParen);
    ListResult params = commaList(openIndex, CloseParen, [&] { return parseParam(); });
    Token* close = expectClose(open, openIndex, CloseParen);
    Node* returnType = at(ReturnsKeyword)                     ? parseReturnTypeDescriptor()
                       : hasBody && startsForeignReturnType() ? parseForeignReturnType()
                                                              : nullptr;
    return make(NodeKind::FunctionSignature, {open, params, close, returnType});
}

Node* Parser::parseReturnTypeDescriptor() {
    return make(NodeKind::ReturnTypeDescriptor, {expect(ReturnsKeyword), parseAnnots(), parseTypeDesc()});
}

Node* Parser::parseParam() {
    if (at(DocumentationLine)) {
        report(DiagnosticCode::MetadataNotAllowed);
        while (at(DocumentationLine))
            skip();
    }
    ListResult annots = parseAnnots();
    if (at(Asterisk))
        return make(NodeKind::IncludedRecordParam,
                    {annots, consume(), parseTypeReference(), accept(Identifier)});
    Node* type = parseTypeDesc();
    if (Token* ellipsis = accept(Ellipsis))
        return make(NodeKind::RestParam, {annots, type, ellipsis, accept(Identifier)});
    Token* name = isMeantAsName(m_index) ? expectIdentifier() : accept(Identifier);
    if (!name && at(Colon)) {
        report(DiagnosticCode::ExpectedToken, {std::string(tokenKindPhrase(Comma))});
        hint("the type comes first, as in 'int count'");
    }
    if (!at(Equal))
        return make(NodeKind::RequiredParam, {annots, type, name});
    Token* equal = consume();
    bool isInferred = at(Lt) && kind(1) == Gt;
    Node* value =
        isInferred ? make(NodeKind::InferredTypedescDefault, {consume(), consume()}) : parseExpression();
    return make(NodeKind::DefaultableParam, {annots, type, name, equal, value});
}

Node* Parser::parseFunctionBody(bool isAnonymous) {
    if (at(RightDoubleArrow))
        return parseExprFunctionBody(isAnonymous);
    if (at(Equal) && !isAnonymous) {
        Token* equal = consume();
        return make(NodeKind::ExternalFunctionBody,
                    {equal, parseAnnots(), expect(ExternalKeyword), expectSemicolon()});
    }
    if (!at(OpenBrace) && braceOnLine(m_index)) {
        reportExpected(OpenBrace);
        skipTo(braceOnLine(m_index));
    }
    size_t openIndex = m_index;
    Token* open = expect(OpenBrace);
    if (open->isMissing() && startsBodyWithoutBrace())
        return make(NodeKind::BlockFunctionBody,
                    {open, parseStatements(CloseBrace), expect(CloseBrace), nullptr});
    ListResult statements = open->isMissing() ? nullptr : parseStatements(CloseBrace);
    if (open->isMissing() && at(Semicolon)) // a declaration where a definition belongs
        return make(NodeKind::BlockFunctionBody, {open, nullptr, missing(CloseBrace), consume()});
    Token* close = open->isMissing() ? missing(CloseBrace) : expectClose(open, openIndex, CloseBrace);
    return make(NodeKind::BlockFunctionBody,
                {open, statements, close, isAnonymous ? nullptr : accept(Semicolon)});
}

// Behind a signature that is complete, the lines of a body go on as if the brace were there.
bool Parser::startsBodyWithoutBrace() const {
    const TokenKind before = m_index > 0 ? kindAt(m_index - 1) : OpenParen;
    const bool isComplete = before != OpenParen && before != Comma && before != DocumentationLine;
    return isComplete && isFirstOnLine(m_index) && !at(CloseBrace) && !atEnd() && !endsStatements();
}

Node* Parser::parseExprFunctionBody(bool isAnonymous) {
    return make(NodeKind::ExprFunctionBody,
                {expect(RightDoubleArrow), parseExpression(), isAnonymous ? nullptr : expectSemicolon()});
}

// ------------------------------------------------------------------------------------------------ Resource
// paths

// Behind the accessor of a method that lacks `resource`.
bool Parser::startsResourcePath(size_t index) const {
    return !isFirstOnLine(index) && kindAt(index - 1) == Identifier &&
           (kindAt(index) == Dot || kindAt(index) == Identifier || kindAt(index) == OpenBracket ||
            kindAt(index) == Slash);
}

Token* Parser::expectAccessor() {
    Token* name = expectName();
    if (name->isMissing())
        hint("the accessor is missing, as in 'get .'");
    return name;
}

// What people write for a path that is none: it is said once, and read over.
void Parser::skipForeignPath() {
    if (at(Slash)) {
        report(DiagnosticCode::UnexpectedToken, {std::string(tokenKindPhrase(Slash))});
        hint(kind(1) == OpenParen ? "the path of the service itself is written '.'"
                                  : "the path of a resource does not begin with '/'");
        skip();
    } else if (at(OpenBrace) && matchOf(m_index) && kindAt(matchOf(m_index) + 1) == OpenParen) {
        reportExpected(OpenBracket);
        hint("a part of the path is written '[string " + std::string(textAt(m_index + 1)) + "]'");
        skipTo(matchOf(m_index) + 1);
    } else if (at(OpenParen)) {
        reportMissing(DiagnosticCode::ExpectedConstruct, {"a path"});
        hint("the path of the service itself is written '.'");
    }
}

Node* Parser::parseResourcePath() {
    skipForeignPath();
    if (at(Dot)) {
        ListMaker only(*this);
        only.add(make(NodeKind::DotResourcePath, {consume()}));
        return make(NodeKind::ResourcePath, {only.separatedList()});
    }
    return make(NodeKind::ResourcePath, {separatedList(Slash, [&] { return parseResourcePathSegment(); })});
}

Node* Parser::parseResourcePathSegment() {
    if (!at(OpenBracket))
        return make(NodeKind::ResourcePathSegmentName, {expectPathIdentifier()});
    size_t openIndex = m_index;
    Token* open = consume();
    ListResult annots = parseAnnots();
    Node* type = parseTypeDesc();
    Token* ellipsis = accept(Ellipsis);
    Token* name = accept(Identifier);
    Token* close = expectClose(open, openIndex, CloseBracket);
    if (ellipsis)
        return make(NodeKind::ResourcePathRestParam, {open, annots, type, ellipsis, name, close});
    return make(NodeKind::ResourcePathSegmentParam, {open, annots, type, name, close});
}

// A reserved word in a path is skipped: it needs a quote.
Token* Parser::expectPathIdentifier() {
    Token* name = expectIdentifier();
    bool isWord = name->isMissing() && isReservedKeyword(kind()) &&
                  (kind(1) == OpenParen || kind(1) == Slash || kind(1) == OpenBracket);
    if (isWord)
        skip();
    return name;
}

// ----------------------------------------------------------------------------------------------- Object
// members

Node* Parser::parseObjectConstructorBlock(Place place) {
    size_t openIndex = m_index;
    Token* open = expect(OpenBrace);
    ListResult members = open->isMissing() ? nullptr : parseObjectMembers(place);
    Token* close = open->isMissing() ? missing(CloseBrace) : expectClose(open, openIndex, CloseBrace);
    return make(NodeKind::ObjectConstructorBlock, {open, members, close});
}

Parser::ListResult Parser::parseObjectMembers(Place place) {
    Nesting nesting(*this);
    if (isTooDeep())
        return nullptr;
    FlagScope scope(m_inMembers, true);
    ListMaker members(*this);
    while (!at(CloseBrace) && !atEnd()) {
        if (endsObjectMembers())
            break;
        size_t before = m_index;
        members.add(parseObjectMember(place));
        if (m_index == before)
            break;
    }
    return members.list();
}

// A declaration of the module, at the beginning of a line without indentation: the closing brace was
// forgotten.
bool Parser::endsObjectMembers() const {
    SourceRange range = peek().m_range;
    bool isAtMargin = range.begin == 0 || m_builder.text()[range.begin - 1] == '\n';
    return isAtMargin && startsModuleMember(m_index);
}

bool Parser::startsMethod(size_t index) const {
    size_t decisive = skipQualifiers(index);
    return kindAt(decisive) == FunctionKeyword && kindAt(decisive + 1) != OpenParen &&
           startsFunctionDefn(decisive + 1);
}

bool Parser::startsObjectMember(size_t index) const {
    switch (kindAt(index)) {
    case PublicKeyword:
    case PrivateKeyword:
    case RemoteKeyword:
    case ResourceKeyword: return true;
    case At:
    case DocumentationLine:
    case FinalKeyword: return isFirstOnLine(index);
    default: return isFirstOnLine(index) && startsMethod(index);
    }
}

Node* Parser::parseObjectMember(Place place) {
    Node* metadata = parseMetadata();
    skipForeignModifier();
    if (at(Asterisk) && place != Place::Object)
        return make(NodeKind::ObjectTypeInclusion,
                    {metadata, consume(), parseTypeReference(), expectSemicolon()});
    if (startsMethod(m_index))
        return parseMethod(metadata, place);
    if (const size_t name = nameOfForeignFunction(m_index)) {
        reportForeignFunction(name);
        return parseInvalidObjectMember(metadata, place);
    }
    if (skipQualifiers(m_index) > m_index || startsTypeDesc(m_index))
        return parseObjectField(metadata, place);
    return parseInvalidObjectMember(metadata, place);
}

Node* Parser::parseMethod(Node* metadata, Place place) {
    bool isRemote = false, isResource = false;
    ListMaker list(*this);
    while (!at(FunctionKeyword)) {
        isRemote |= at(RemoteKeyword);
        isResource |= at(ResourceKeyword);
        list.add(consume());
    }
    ListResult qualifiers = list.list();
    if (!isResource && startsResourcePath(m_index + 2)) {
        report(DiagnosticCode::ExpectedConstruct, {"'resource' before 'function'"});
        isResource = true;
    }
    Token* keyword = expect(FunctionKeyword);
    Token* name = isResource && !at(Identifier) ? expectAccessor() : expectName();
    if (name->isMissing() && kind(1) == OpenParen)
        skip();
    Node* path = isResource ? parseResourcePath() : nullptr;
    bool isDecl = place == Place::ObjectType;
    Node* signature = parseFunctionSignature(!isDecl);
    const void* body = isDecl ? static_cast<const void*>(expectSemicolon())
                              : static_cast<const void*>(parseFunctionBody(false));
    NodeKind decl = isResource ? NodeKind::ResourceMethodDecl
                    : isRemote ? NodeKind::RemoteMethodDecl
                               : NodeKind::MethodDecl;
    NodeKind defn = isResource ? NodeKind::ResourceMethodDefn
                    : isRemote ? NodeKind::RemoteMethodDefn
                               : NodeKind::MethodDefn;
    return make(isDecl ? decl : defn, {metadata, qualifiers, keyword, name, path, signature, body});
}

Node* Parser::parseObjectField(Node* metadata, Place place) {
    ListMaker list(*this);
    while ((at(PublicKeyword) || at(PrivateKeyword) || at(FinalKeyword) || at(RemoteKeyword) ||
            at(ResourceKeyword) || at(ConfigurableKeyword) || at(IsolatedKeyword)) &&
           !startsObjectOrFunctionType(m_index))
        list.add(consume());
    ListResult qualifiers = list.list();
    Node* type = parseTypeDesc();
    Token* name = expectIdentifier();
    if (place == Place::ObjectType)
        return make(NodeKind::ObjectFieldDescriptor, {metadata, qualifiers, type, name, expectSemicolon()});
    Token* equal = accept(Equal);
    Node* initializer = equal ? parseExpression() : nullptr;
    return make(NodeKind::ObjectField,
                {metadata, qualifiers, type, name, equal, initializer, expectSemicolon()});
}

Node* Parser::parseInvalidObjectMember(Node* metadata, Place place) {
    if (metadata && (at(CloseBrace) || atEnd())) {
        report(DiagnosticCode::DanglingDocumentation);
        return make(NodeKind::InvalidObjectMember, {metadata, nullptr});
    }
    static constexpr const char* names[] = {"a module", "a class", "an object", "an object type"};
    report(DiagnosticCode::InvalidObjectMember, {names[size_t(place)]});
    size_t end = m_index;
    for (;;) {
        TokenKind last = kindAt(end);
        bool isBlock = matchOf(end) > end && (last == OpenBrace || last == OpenBracePipe);
        end = std::max(end, matchOf(end)) + 1;
        if (last == Semicolon || isBlock || kindAt(end) == EndOfFile || kindAt(end) == CloseBrace ||
            startsObjectMember(end) || startsModuleMember(end))
            break;
    }
    end = std::min(end, m_tokens.size() - 1);
    return make(NodeKind::InvalidObjectMember, {metadata, listUntil(end)});
}

} // namespace barre::syntax
