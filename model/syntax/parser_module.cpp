#include "model/syntax/parser_impl.h"

#include <algorithm>

namespace barre::syntax {

using model::DiagnosticCode;
using enum TokenKind;

Node* Parser::parseModulePart() {
    ListMaker imports(*this);
    while (at(ImportKeyword))
        imports.add(parseImportDecl());
    ListResult importList = imports.list();
    ListMaker members(*this);
    while (!atEnd()) {
        size_t before = m_index;
        members.add(parseModuleMember());
        if (m_index == before && !atEnd())
            members.add(parseInvalidModuleMember(nullptr));
    }
    ListResult memberList = members.list();
    return make(NodeKind::ModulePart, {importList, memberList, consume()});
}

Node* Parser::parseImportDecl() {
    Token* keyword = expect(ImportKeyword);
    Node* orgName = nullptr;
    auto parseName = [&] { return make(NodeKind::IdentifierName, {expectImportIdentifier()}); };
    if (kind(1) == Slash)
        orgName = make(NodeKind::ImportOrgName, {expectImportIdentifier(), consume()});
    ListResult moduleName = separatedList(Dot, parseName);
    Node* prefix = nullptr;
    if (at(AsKeyword)) {
        Token* as = consume();
        bool isPrefix = at(Identifier) || at(Underscore) || isTypeKeyword(kind()) || at(FunctionKeyword) ||
                        at(ObjectKeyword) || at(TransactionKeyword);
        prefix = make(NodeKind::ImportPrefix, {as, isPrefix ? consume() : expectIdentifier()});
    }
    return make(NodeKind::ImportDecl, {keyword, orgName, moduleName, prefix, expectSemicolon()});
}

// Words of the language are allowed in the names of modules: `lang.int`, `lang.'object`.
Token* Parser::expectImportIdentifier() {
    bool isWord = isReservedKeyword(kind()) && !at(AsKeyword) && !isFirstOnLine(m_index);
    return isWord ? consumeAs(Identifier) : expectIdentifier();
}

Node* Parser::parseModuleMember() {
    Node* metadata = parseMetadata();
    skipForeignModifier();
    size_t decisive = skipQualifiers(m_index);
    switch (kindAt(decisive)) {
    case ImportKeyword:
        report(DiagnosticCode::ImportAfterDeclaration);
        if (metadata)
            return parseInvalidModuleMember(metadata);
        return parseImportDecl();
    case FunctionKeyword:
        if (kindAt(decisive + 1) == OpenParen || !startsFunctionDefn(decisive + 1))
            return parseModuleVarDecl(metadata);
        return parseFunctionDefn(metadata);
    case ServiceKeyword: return parseServiceDecl(metadata);
    case ClassKeyword: return parseClassDefn(metadata);
    case TypeKeyword: return parseTypeDefn(metadata);
    case EnumKeyword: return parseEnumDecl(metadata);
    case ListenerKeyword: return parseListenerDecl(metadata);
    case ConstKeyword: return parseConstDecl(metadata);
    case AnnotationKeyword: return parseAnnotationDecl(metadata);
    case XmlnsKeyword: return parseXmlnsDecl(metadata, true);
    case VarKeyword: return parseModuleVarDecl(metadata);
    default:
        if (const size_t name = nameOfForeignFunction(m_index)) {
            reportForeignFunction(name);
            return parseInvalidModuleMember(metadata);
        }
        if (at(RecordKeyword) && kind(1) == Identifier && kind(2) == OpenBrace) {
            report(DiagnosticCode::ForeignDeclaration,
                   {"type " + std::string(textAt(m_index + 1)) + " record { … };"});
            return parseInvalidModuleMember(metadata);
        }
        if (decisive > m_index || startsTypeDesc(m_index))
            return parseModuleVarDecl(metadata);
        return parseInvalidModuleMember(metadata);
    }
}

// Behind `function`: a name, or something that shall be one. `function f = …` is a variable of a function
// type.
bool Parser::startsFunctionDefn(size_t index) const {
    TokenKind next = kindAt(index);
    if (next == Identifier && (kindAt(index + 1) == Equal || kindAt(index + 1) == Semicolon))
        return false;
    return isMethodName(next) || next == Dot || (isReservedKeyword(next) && kindAt(index + 1) == OpenParen);
}

namespace {

bool isClassQualifier(TokenKind kind) {
    switch (kind) {
    case PublicKeyword:
    case DistinctKeyword:
    case ReadonlyKeyword:
    case IsolatedKeyword:
    case ClientKeyword:
    case ServiceKeyword: return true;
    default: return false;
    }
}

} // namespace

// From a qualifier to the keyword that decides what is declared. `const` decides, unless `annotation`
// follows.
size_t Parser::skipQualifiers(size_t index) const {
    for (;; ++index) {
        switch (kindAt(index)) {
        case PublicKeyword:
        case PrivateKeyword:
        case FinalKeyword:
        case IsolatedKeyword:
        case ConfigurableKeyword:
        case TransactionalKeyword:
        case ClientKeyword:
        case RemoteKeyword:
        case ResourceKeyword: continue;
        case DistinctKeyword:
        case ReadonlyKeyword: {
            size_t decisive = index;
            while (isClassQualifier(kindAt(decisive)) && decisive - index < 16)
                ++decisive;
            return kindAt(decisive) == ClassKeyword ? decisive : index;
        }
        case ServiceKeyword: {
            TokenKind next = kindAt(index + 1);
            bool isQualifier = next == ClassKeyword || next == ObjectKeyword || next == IsolatedKeyword ||
                               next == DistinctKeyword || next == ReadonlyKeyword || next == ClientKeyword;
            if (!isQualifier)
                return index;
            continue;
        }
        case ConstKeyword:
            if (kindAt(index + 1) == AnnotationKeyword)
                continue;
            return index;
        default: return index;
        }
    }
}

Parser::ListResult Parser::parseQualifiers(std::initializer_list<TokenKind> allowed) {
    ListMaker list(*this);
    while (std::find(allowed.begin(), allowed.end(), kind()) != allowed.end())
        list.add(consume());
    return list.list();
}

Node* Parser::parseMetadata() {
    Node* documentation = nullptr;
    if (at(DocumentationLine)) {
        ListMaker lines(*this);
        while (at(DocumentationLine))
            lines.add(consume());
        documentation = make(NodeKind::DocumentationString, {lines.list()});
    }
    ListResult annots = parseAnnots();
    return documentation || annots ? make(NodeKind::Metadata, {documentation, annots}) : nullptr;
}

Parser::ListResult Parser::parseAnnots() {
    ListMaker list(*this);
    while (at(At))
        list.add(parseAnnotation());
    return list.list();
}

Node* Parser::parseAnnotation() {
    Nesting nesting(*this);
    Token* at = expect(At);
    Node* reference = parseAnnotTagReference();
    bool hasValue = kind() == OpenBrace && !isTooDeep();
    return make(NodeKind::Annotation, {at, reference, hasValue ? parseMappingConstructor() : nullptr});
}

Node* Parser::parseAnnotTagReference() {
    Token *prefix = nullptr, *colon = nullptr;
    if (!isFirstOnLine(m_index) || at(Identifier))
        if (isColonOfQualifiedName(m_index + 1)) {
            prefix = consume();
            colon = consume();
        }
    return make(NodeKind::AnnotTagReference, {prefix, colon, expectIdentifier()});
}

// A declaration that begins a line: recovery stops here.
bool Parser::startsModuleMember(size_t index) const {
    if (!isFirstOnLine(index))
        return false;
    TokenKind next = kindAt(index + 1);
    switch (kindAt(index)) {
    case ImportKeyword:
    case PublicKeyword:
    case TypeKeyword:
    case EnumKeyword:
    case ListenerKeyword:
    case ConstKeyword:
    case ClassKeyword:
    case AnnotationKeyword:
    case ConfigurableKeyword: return true;
    case FunctionKeyword: return next == Identifier && startsFunctionDefn(index + 1);
    case IsolatedKeyword:
    case TransactionalKeyword:
    case ClientKeyword:
    case DistinctKeyword:
    case ReadonlyKeyword: {
        size_t decisive = skipQualifiers(index);
        return kindAt(decisive) == ClassKeyword || kindAt(decisive) == ServiceKeyword ||
               (kindAt(decisive) == FunctionKeyword && kindAt(decisive + 1) == Identifier &&
                startsFunctionDefn(decisive + 1));
    }
    case ServiceKeyword:
        return next == ClassKeyword || next == Slash || next == OnKeyword || next == Identifier ||
               next == StringLiteral || (next == IsolatedKeyword && kindAt(index + 2) == ClassKeyword);
    default: return false;
    }
}

Node* Parser::parseInvalidModuleMember(Node* metadata) {
    if (metadata && (atEnd() || startsModuleMember(m_index))) {
        report(DiagnosticCode::DanglingDocumentation);
        return make(NodeKind::InvalidModuleMember, {metadata, nullptr});
    }
    report(DiagnosticCode::InvalidModuleMember);
    if (at(LetKeyword))
        hint("a variable is declared with its type, or with 'var'");
    size_t end = m_index;
    for (;;) {
        TokenKind last = kindAt(end);
        bool isBlock = matchOf(end) > end && (last == OpenBrace || last == OpenBracePipe);
        end = std::max(end, matchOf(end)) + 1;
        if (last == Semicolon || last == CloseBrace || isBlock || kindAt(end) == EndOfFile ||
            startsModuleMember(end) || kindAt(end) == DocumentationLine)
            break;
    }
    end = std::min(end, m_tokens.size() - 1);
    return make(NodeKind::InvalidModuleMember, {metadata, listUntil(end)});
}

Node* Parser::parseModuleVarDecl(Node* metadata) {
    ListMaker qualifiers(*this);
    // `isolated`, `client` and `service` before a function or object type belong to the type.
    while (at(PublicKeyword) || at(PrivateKeyword) || at(FinalKeyword) || at(ConfigurableKeyword) ||
           at(RemoteKeyword) || at(ResourceKeyword) ||
           ((at(IsolatedKeyword) || at(ClientKeyword) || at(TransactionalKeyword)) &&
            !startsObjectOrFunctionType(m_index)))
        qualifiers.add(consume());
    ListResult qualifierList = qualifiers.list();
    Node* pattern = parseTypedBindingPattern();
    Token* equal = accept(Equal);
    Node* initializer = nullptr;
    if (equal && at(QuestionMark))
        initializer = make(NodeKind::RequiredConfigurable, {consume()});
    else if (equal)
        initializer = parseExpression();
    return make(NodeKind::ModuleVarDecl,
                {metadata, qualifierList, pattern, equal, initializer, expectSemicolon()});
}

Node* Parser::parseServiceDecl(Node* metadata) {
    ListResult qualifiers =
        parseQualifiers({PublicKeyword, PrivateKeyword, FinalKeyword, IsolatedKeyword, ConfigurableKeyword,
                         TransactionalKeyword, ClientKeyword, RemoteKeyword, ResourceKeyword});
    Token* keyword = expect(ServiceKeyword);
    bool hasType = startsTypeDesc(m_index) && !at(StringLiteral);
    Node* type = hasType ? parseTypeDesc() : nullptr;
    Node* attachPoint = at(Slash) || at(StringLiteral) ? parseAttachPoint() : nullptr;
    Token* on = expect(OnKeyword);
    if (on->isMissing())
        hint("say which listener takes the connections, as in 'on wsListener'");
    // Without a listener, the brace is that of the members.
    ListResult expressions = separatedList(
        Comma, [&] { return on->isMissing() && at(OpenBrace) ? missingExpression() : parseExpression(); });
    Node* block = parseObjectConstructorBlock(Place::Object);
    return make(NodeKind::ServiceDecl, {metadata, qualifiers, keyword, type, attachPoint, on, expressions,
                                        block, accept(Semicolon)});
}

Node* Parser::parseAttachPoint() {
    if (at(StringLiteral))
        return make(NodeKind::BasicLiteral, {consume()});
    ListMaker segments(*this);
    do {
        Token* slash = expect(Slash);
        Token* name = accept(Identifier);
        if (!name && isReservedKeyword(kind()) && !at(OnKeyword))
            name = expectIdentifier();
        segments.add(make(NodeKind::AbsoluteResourcePathSegment, {slash, name}));
    } while (at(Slash));
    return make(NodeKind::AbsoluteResourcePath, {segments.list()});
}

Node* Parser::parseClassDefn(Node* metadata) {
    ListResult qualifiers =
        parseQualifiers({PublicKeyword, PrivateKeyword, FinalKeyword, IsolatedKeyword, ConfigurableKeyword,
                         TransactionalKeyword, ClientKeyword, RemoteKeyword, ResourceKeyword, ServiceKeyword,
                         DistinctKeyword, ReadonlyKeyword});
    Token* keyword = expect(ClassKeyword);
    Token* name = expectIdentifier();
    if (!at(OpenBrace) && braceOnLine(m_index)) {
        reportExpected(OpenBrace);
        hint("what a class shall be is included in its body, as in '*Type;'");
        skipTo(braceOnLine(m_index));
    }
    size_t openIndex = m_index;
    Token* open = expect(OpenBrace);
    ListResult members = parseObjectMembers(Place::Class);
    Token* close = expectClose(open, openIndex, CloseBrace);
    return make(NodeKind::ModuleClassDefn,
                {metadata, qualifiers, keyword, name, open, members, close, accept(Semicolon)});
}

Node* Parser::parseTypeDefn(Node* metadata) {
    ListResult qualifiers = parseDeclQualifiers();
    Token* keyword = expect(TypeKeyword);
    Token* name = expectIdentifier();
    Node* type = parseTypeDesc();
    if (is<MissingTypeDesc>(type) && at(OpenBrace) && matchOf(m_index)) {
        hint("fields stand in 'record { … }'");
        skipTo(matchOf(m_index) + 1);
    }
    return make(NodeKind::ModuleTypeDefn, {metadata, qualifiers, keyword, name, type, expectSemicolon()});
}

// Only `public` is right; the others are read so that the message can name them.
Parser::ListResult Parser::parseDeclQualifiers() {
    return parseQualifiers({PublicKeyword, PrivateKeyword, FinalKeyword, IsolatedKeyword, ConfigurableKeyword,
                            TransactionalKeyword, ClientKeyword, RemoteKeyword, ResourceKeyword});
}

Node* Parser::parseListenerDecl(Node* metadata) {
    ListResult qualifiers = parseDeclQualifiers();
    Token* keyword = expect(ListenerKeyword);
    bool hasType = !(at(Identifier) && kind(1) == Equal);
    Node* type = hasType ? parseTypeDesc() : nullptr;
    return make(NodeKind::ListenerDecl, {metadata, qualifiers, keyword, type, expectIdentifier(),
                                         expect(Equal), parseExpression(), expectSemicolon()});
}

Node* Parser::parseConstDecl(Node* metadata) {
    ListResult qualifiers = parseDeclQualifiers();
    Token* keyword = expect(ConstKeyword);
    bool hasType = !(at(Identifier) && kind(1) == Equal);
    Node* type = hasType ? parseTypeDesc() : nullptr;
    return make(NodeKind::ModuleConstDecl, {metadata, qualifiers, keyword, type, expectIdentifier(),
                                            expect(Equal), parseExpression(), expectSemicolon()});
}

Node* Parser::parseEnumDecl(Node* metadata) {
    ListResult qualifiers = parseDeclQualifiers();
    Token* keyword = expect(EnumKeyword);
    Token* name = expectIdentifier();
    size_t openIndex = m_index;
    Token* open = expect(OpenBrace);
    ListResult members = commaList(openIndex, CloseBrace, [&] { return parseEnumMember(); });
    Token* close = expectClose(open, openIndex, CloseBrace);
    return make(NodeKind::ModuleEnumDecl,
                {metadata, qualifiers, keyword, name, open, members, close, accept(Semicolon)});
}

Node* Parser::parseEnumMember() {
    Node* metadata = parseMetadata();
    Token* name = expectIdentifier();
    Token* equal = accept(Equal);
    Node* value = equal ? parseExpression() : nullptr;
    if (at(Semicolon)) { // of Java, between members or behind the last one
        report(DiagnosticCode::ExpectedToken, {std::string(tokenKindPhrase(Comma))});
        m_tokens[m_index].m_kind = Comma;
        if (kind(1) == CloseBrace)
            skip();
    }
    return make(NodeKind::EnumMember, {metadata, name, equal, value});
}

Node* Parser::parseXmlnsDecl(Node* metadata, bool isModuleLevel) {
    Token* keyword = expect(XmlnsKeyword);
    Node* uri = parseUnary();
    Token* as = accept(AsKeyword);
    Token* prefix = as ? expectIdentifier() : nullptr;
    Token* semicolon = expectSemicolon();
    if (isModuleLevel)
        return make(NodeKind::ModuleXmlnsDecl, {metadata, keyword, uri, as, prefix, semicolon});
    return make(NodeKind::XmlnsDeclStmt, {keyword, uri, as, prefix, semicolon});
}

Node* Parser::parseAnnotationDecl(Node* metadata) {
    ListResult qualifiers =
        parseQualifiers({PublicKeyword, PrivateKeyword, FinalKeyword, IsolatedKeyword, ConfigurableKeyword,
                         TransactionalKeyword, ClientKeyword, RemoteKeyword, ResourceKeyword, ConstKeyword});
    Token* keyword = expect(AnnotationKeyword);
    bool hasType = !(at(Identifier) && (kind(1) == OnKeyword || kind(1) == Semicolon));
    Node* type = hasType ? parseTypeDesc() : nullptr;
    Token* name = expectIdentifier();
    Token* on = accept(OnKeyword);
    ListResult points = nullptr;
    if (on)
        points = separatedList(Comma, [&] { return parseAnnotAttachPoint(); });
    return make(NodeKind::AnnotationDecl,
                {metadata, qualifiers, keyword, type, name, on, points, expectSemicolon()});
}

Node* Parser::parseAnnotAttachPoint() {
    Token* source = acceptWord(SourceKeyword);
    ListMaker words(*this);
    while (isReservedKeyword(kind()) || at(Identifier))
        words.add(consume());
    if (words.empty())
        reportMissing(DiagnosticCode::ExpectedConstruct, {"an attach point"});
    return make(NodeKind::AnnotAttachPoint, {source, words.list()});
}

} // namespace barre::syntax
