#pragma once

#include "model/diagnostics/diagnostic_code.h"
#include "model/syntax/parser.h"
#include "model/syntax/tree_builder.h"

namespace barre::syntax {

/// Sets a flag of the parser for a while.
class FlagScope {
public:
    FlagScope(bool& flag, bool value) : m_flag(flag), m_before(flag) { flag = value; }
    ~FlagScope() { m_flag = m_before; }
    FlagScope(const FlagScope&) = delete;
    FlagScope& operator=(const FlagScope&) = delete;

private:
    bool& m_flag;
    bool m_before;
};

/// Recursive descent over the tokens of one text. Each chapter of the grammar has its file,
/// parser_<chapter>.cpp. Every function returns a node, of missing tokens if need be; lists stop when an
/// element takes no token.
class Parser {
public:
    explicit Parser(std::string text);
    /// Reads only a part of the text.
    Parser(std::string text, SourceRange place);

    SyntaxTreePtr parseFile();
    SyntaxTreePtr parseFragment(GrammarRule rule);
    /// A function body and nothing else, or null.
    std::shared_ptr<SyntaxTree> parseBodyAlone();

private:
    SyntaxTreePtr finish(Node* root);

    using ListResult = const ListData*;

    /// Collects a list's elements, and separators between them, on a stack that all lists share.
    class ListMaker;
    /// Counts how deep the recursion is.
    class Nesting;
    /// Inside brackets, the place around them forbids nothing.
    class BracketScope;

    // parser_core.cpp: tokens
    const Token& peek(size_t ahead = 0) const {
        size_t index = m_index + ahead;
        return m_tokens[index < m_tokens.size() ? index : m_tokens.size() - 1];
    }
    TokenKind kind(size_t ahead = 0) const { return peek(ahead).m_kind; }
    TokenKind kindAt(size_t index) const {
        return m_tokens[index < m_tokens.size() ? index : m_tokens.size() - 1].m_kind;
    }
    bool at(TokenKind kind) const { return m_tokens[m_index].m_kind == kind; }
    bool atWord(TokenKind word, size_t ahead = 0) const { return peek(ahead).m_contextual == word; }
    bool atEnd() const { return at(TokenKind::EndOfFile); }
    bool isAdjacent(size_t index) const;
    bool isFirstOnLine(size_t index) const;
    bool isColonOfQualifiedName(size_t index) const;
    static bool isMethodName(TokenKind kind);
    size_t matchOf(size_t index) const { return m_tokens[index].m_match; }

    Token* consume();
    Token* consumeAs(TokenKind kind);
    Token* merge(size_t count, TokenKind kind);
    Token* accept(TokenKind kind) { return at(kind) ? consume() : nullptr; }
    Token* acceptWord(TokenKind word) { return atWord(word) ? consumeAs(word) : nullptr; }
    Token* expect(TokenKind kind);
    Token* expectWord(TokenKind word);
    Token* expectGt();
    Token* expectIdentifier();
    bool isMeantAsName(size_t index) const;
    Token* expectName();
    Token* expectSemicolon();
    bool endsLineOfStatement(size_t index) const;
    Token* expectClose(const Token* open, size_t openIndex, TokenKind kind);
    Token* missing(TokenKind kind);
    Token* splitFirst(TokenKind first, TokenKind second);
    void skip();
    void skipTo(size_t index);
    void report(model::DiagnosticCode code, std::vector<std::string> args = {});
    void reportExpected(TokenKind kind);
    void reportMissing(model::DiagnosticCode code, std::vector<std::string> args = {});
    /// What may be meant, for the message about this place.
    void hint(std::string text);
    void hintAtMissing(TokenKind expected, std::string text);
    void reportUnexpected();
    bool isTooDeep();
    bool isAtMaxDepth() const;

    Node* make(NodeKind kind, std::initializer_list<const void*> slots) {
        return m_builder.make(kind, slots);
    }
    bool isTooHigh(const Node* node);
    template<class ParseElement>
    ListResult separatedList(TokenKind separator, ParseElement parseElement);
    template<class ParseElement>
    ListResult bracketedList(size_t openIndex, TokenKind separator, TokenKind close,
                             ParseElement parseElement);
    template<class ParseElement>
    ListResult commaList(size_t openIndex, TokenKind close, ParseElement parseElement);
    Token* recoverSeparator(size_t openIndex, TokenKind separator, bool hasProgress);
    size_t knownClose(size_t openIndex) const;
    ListResult listUntil(size_t end);

    // parser_module.cpp: imports, metadata, declarations
    Node* parseModulePart();
    Node* parseImportDecl();
    Node* parseModuleMember();
    Node* parseInvalidModuleMember(Node* metadata);
    Node* parseModuleVarDecl(Node* metadata);
    Node* parseServiceDecl(Node* metadata);
    Node* parseClassDefn(Node* metadata);
    Node* parseListenerDecl(Node* metadata);
    Node* parseConstDecl(Node* metadata);
    Node* parseTypeDefn(Node* metadata);
    Node* parseEnumDecl(Node* metadata);
    Node* parseEnumMember();
    Node* parseXmlnsDecl(Node* metadata, bool isModuleLevel);
    Node* parseAnnotationDecl(Node* metadata);
    Node* parseAnnotAttachPoint();
    Node* parseAttachPoint();
    Node* parseMetadata();
    ListResult parseAnnots();
    Node* parseAnnotation();
    Node* parseAnnotTagReference();
    Token* expectImportIdentifier();
    bool startsFunctionDefn(size_t index) const;
    ListResult parseDeclQualifiers();
    ListResult parseQualifiers(std::initializer_list<TokenKind> allowed);
    bool startsModuleMember(size_t index) const;
    size_t skipQualifiers(size_t index) const;

    // parser_functions.cpp: functions, methods, members of objects and classes
    enum class Place : uint8_t { Module, Class, Object, ObjectType };
    Node* parseFunctionDefn(Node* metadata);
    Node* parseFunctionSignature(bool hasBody = false);
    Node* parseParam();
    Node* parseReturnTypeDescriptor();
    Node* parseFunctionBody(bool isAnonymous);
    Node* parseExprFunctionBody(bool isAnonymous);
    bool startsResourcePath(size_t index) const;
    Token* expectAccessor();
    void skipForeignPath();
    Node* parseResourcePath();
    Node* parseResourcePathSegment();
    Token* expectPathIdentifier();
    bool endsObjectMembers() const;
    Node* parseObjectConstructorBlock(Place place);
    ListResult parseObjectMembers(Place place);
    Node* parseObjectMember(Place place);
    Node* parseMethod(Node* metadata, Place place);
    Node* parseObjectField(Node* metadata, Place place);
    Node* parseInvalidObjectMember(Node* metadata, Place place);
    bool startsObjectMember(size_t index) const;
    bool startsMethod(size_t index) const;

    // parser_types.cpp
    Node* parseTypeDesc();
    Node* parseTypeDescBefore(bool bindingFollows);
    Node* parseIntersection();
    Node* parsePostfixType();
    Node* parsePrimaryType();
    Node* parseKeywordType();
    Node* parseTypeParameter();
    Node* parseMapTypeParameter();
    Node* parseOptionalTypeParameter();
    Node* parseStreamTypeDesc();
    Node* parseTableTypeDesc();
    Node* parseKeySpecifier();
    Node* parseRecordTypeDesc();
    Node* parseRecordMember();
    Node* parseTupleTypeDesc();
    Node* parseTupleMember();
    Node* parseObjectOrFunctionType();
    Node* parseTypeReference();
    bool startsObjectOrFunctionType(size_t index) const;
    Node* parseArrayDimensions(Node* memberType);
    Node* parseSingletonType();
    Node* missingTypeDesc();
    bool startsTypeDesc(size_t index) const;
    bool isArrayDimension(size_t index) const;
    bool isListBinding(size_t index) const;
    Node* parseNameReference(NodeKind nodeKind);
    bool isOptionalQuestionMark();

    // parser_type_scan.cpp: looks ahead over a type descriptor, without nodes. 0: there is none.
    size_t scanTypeDesc(size_t index) const;
    size_t scanTypeOperand(size_t index) const;
    size_t scanPrimaryType(size_t index) const;
    size_t scanFunctionType(size_t index) const;
    size_t scanKeywordType(size_t index) const;
    size_t scanTypeParameters(size_t index) const;
    size_t scanQualifiedName(size_t index) const;
    bool startsVarDecl(size_t index) const;

    // parser_foreign.cpp: what people write who come from other languages
    std::string_view textAt(size_t index) const;
    std::string_view textBetween(size_t first, size_t end) const;
    bool isAtMargin(size_t index) const;
    size_t indentationAt(size_t index) const;
    size_t braceOnLine(size_t index) const;
    size_t endOfForeignBlock(size_t index) const;
    size_t endOfLineStatement(size_t index) const;
    size_t endOfForeignStatement(size_t index) const;
    bool continuesForeign(size_t index) const;
    Node* parseForeignStatement();
    std::string loopAdvice() const;
    bool atForeignElse() const;
    bool startsMisplacedDeclaration(size_t index) const;
    Node* parseMisplacedDeclaration();
    bool lacksType() const;
    Node* parsePatternWithoutType();
    Node* parseCollection();
    Node* parseForeignVarDecl();
    std::string foreignTypeAt(size_t index) const;
    Node* parseForeignType();
    Node* parseBlockWithoutBraces();
    void replaceForeignOperator();
    void hintAtToken(TokenKind expected);
    void hintAtExpression();
    void skipForeignPrefix();
    Node* parseForeignNew(size_t typeEnd);
    void skipForeignBrackets();
    void skipForeignAs();
    bool atForeignCast(const Node* inner) const;
    Node* parseForeignCast(Token* open, const Node* inner, Token* close);
    void skipForeignCast(size_t typeIndex);
    void reportCast(size_t typeIndex, size_t typeEnd);
    void skipForeignModifier();
    size_t nameOfForeignFunction(size_t index) const;
    void reportForeignFunction(size_t name);
    bool startsForeignReturnType() const;
    Node* parseForeignReturnType();

    // parser_patterns.cpp
    Node* parseTypedBindingPattern();
    Node* parseBindingPattern();
    Node* parseListBindingMember();
    Node* parseFieldBindingPattern();
    Node* parseErrorBindingArg();
    Node* parseErrorBindingPattern();
    Node* parseRestBindingPattern();
    Node* parseMatchPattern();
    Node* parseMatchPatternMember();
    Node* parseFieldMatchPattern();
    Node* parseErrorMatchPattern();
    Node* parseErrorMatchArg();
    Node* parseConstPattern();
    ListResult parseMatchPatternList();

    // parser_statements.cpp
    Node* parseStatementBlock();
    ListResult parseStatements(TokenKind close);
    Node* parseStatement();
    Node* parseKeywordStatement();
    Node* parseStatementWithAnnots();
    Node* parseLocalVarDecl(ListResult annots);
    Node* parseCondition();
    bool startsBlockOfCondition() const;
    Node* parseIfElse();
    Node* parseIfElseBehind(Token* keyword);
    Node* parseMatchStmt();
    Node* parseMatchClause();
    Node* parseForeach();
    Node* parseRetry();
    Node* parseTransaction();
    Node* parseFork();
    Node* parseNamedWorker(ListResult annots);
    Node* parseOnFailClause();
    void rejectOnFail(model::DiagnosticCode code, const std::string& advice);
    Node* parseExpressionStatement();
    Node* parseDestructuringAssignment();
    Node* parseInvalidStatement(ListResult annots);
    Node* parseStatementWithExpression(NodeKind nodeKind, bool isOptional);
    bool startsStatement(size_t index) const;
    bool startsKeywordStatement(size_t index) const;
    bool startsDestructuring() const;
    Token* acceptCompoundAssignment();
    bool endsStatements() const;
    bool startsNamedWorker(size_t index) const;

    // parser_actions.cpp
    Node* parseActionOrExpr() { return parseExpression(); }
    Node* parseStartAction(ListResult annots);
    Node* parseWaitAction();
    Node* parseWaitField();
    Node* parseReceiveAction();
    Node* parseReceiveField();
    Node* parsePeerWorker();
    Node* parseArrow(Node* receiver);
    Node* parseResourceAccess(Node* receiver, Token* arrow);
    Node* parseResourceAccessSegment();
    Node* parseSend(Node* expression);
    bool atSend() const;

    // parser_expressions.cpp
    Node* parseExpression();
    Node* parseConditional();
    Node* parseNilConditional();
    Node* parseIs(Node* expression);
    size_t shiftLength() const;
    Node* parseFieldAccess(NodeKind nodeKind, Node* receiver);
    Node* parseFunctionOrObject(ListResult annots);
    Node* parseTernary(Node* condition);
    Node* parseBinary(int minimum);
    Node* parseUnary();
    Node* parsePostfix();
    Node* parsePostfixOf(Node* node);
    Node* parseDot(Node* receiver);
    Node* parseMemberAccess(Node* container);
    Node* parsePrimary();
    Node* parseKeywordPrimary();
    Node* parseNameOrCall();
    Node* parseParenthesized();
    bool startsBodyWithoutBrace() const;
    Node* parseSign();
    Node* parseTypeCast();
    Node* parseArgList();
    Node* parseArg();
    Node* parseLet();
    Node* parseLetVarDecl();
    Node* parseInferFunction();
    Node* parseAnonymousFunction(ListResult annots);
    Node* parseTypeDescExpr();
    Node* missingExpression();
    bool startsExpression(size_t index) const;
    bool startsInferFunction() const;
    bool ternaryHasColon() const;

    // parser_constructors.cpp
    Node* parseListConstructor();
    Node* parseListMember();
    Node* parseMappingConstructor();
    Node* parseMappingField();
    Node* parseTableConstructor();
    Node* parseNew();
    Node* parseErrorConstructor();
    Node* parseObjectConstructor(ListResult annots);
    Node* parseAnnotatedExpression();
    Node* parseTemplate(NodeKind nodeKind);
    ListResult parseTemplateItems();
    Node* parseByteArrayLiteral();

    // parser_queries.cpp
    Node* parseQuery();
    Node* parseQueryConstructType();
    Node* parseQueryPipeline();
    Node* parseIntermediateClause();
    Node* parseFromClause();
    Node* parseJoinClause();
    Node* parseOrderByClause();
    Node* parseGroupByClause();
    Node* parseGroupingKey();
    Node* parseSelectClause();
    Node* parseOnConflictClause();
    bool startsQuery(size_t index) const;

    // parser_fragments.cpp
    Node* parseRule(GrammarRule rule);
    Node* parseLvalue();

    // parser_xml.cpp
    Node* parseXmlFilter(Node* expression);
    Node* parseXmlStep(Node* expression);
    Node* parseXmlStepExtend();
    ListResult parseXmlNamePattern();
    Node* parseXmlAtomicNamePattern();

    TreeBuilder m_builder;
    std::vector<Token> m_tokens;
    size_t m_index = 0;
    uint32_t m_textEnd = 0;    ///< of the last token
    uint32_t m_fullEnd = 0;    ///< of the last token, with trivia
    bool m_hasSkipped = false; ///< text between the last token and m_index has no place
    size_t m_reportedAt = SIZE_MAX;
    uint32_t m_depth = 0;
    mutable uint32_t m_scanDepth = 0;
    std::vector<const void*> m_stack; ///< elements of the lists being made

    // What the place forbids; brackets forbid nothing anew.
    bool m_blockFollows = false;    ///< behind the condition comes a block
    bool m_noInferFunction = false; ///< in a match guard `=>` ends the expression
    bool m_noQualifiedName = false; ///< in `c ? a:b` the colon belongs to the `?`
    bool m_bindingFollows = false;  ///< behind the type comes a pattern, which may begin with `[`
    bool m_inIsExpr = false;        ///< behind the type may come a `?` that is not the type's
    bool m_inMembers = false;       ///< the function is a method, so that other methods may follow
    bool m_waitOperand = false;     ///< `|` separates the futures of a wait action
};

class Parser::Nesting {
public:
    explicit Nesting(Parser& parser) : m_parser(parser) { ++m_parser.m_depth; }
    ~Nesting() { --m_parser.m_depth; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

private:
    Parser& m_parser;
};

class Parser::ListMaker {
public:
    explicit ListMaker(Parser& parser) : m_parser(parser), m_begin(parser.m_stack.size()) {}
    ~ListMaker() { m_parser.m_stack.resize(m_begin); }
    ListMaker(const ListMaker&) = delete;
    ListMaker& operator=(const ListMaker&) = delete;

    void add(const void* element) { m_parser.m_stack.push_back(element); }
    bool empty() const { return m_parser.m_stack.size() == m_begin; }
    size_t size() const { return m_parser.m_stack.size() - m_begin; }
    /// What was added, as it is.
    ListResult list() const {
        return m_parser.m_builder.makeList(m_parser.m_stack.data() + m_begin, size(), 0);
    }
    /// What was added, as elements and separators in turn.
    ListResult separatedList() const;

private:
    Parser& m_parser;
    size_t m_begin;
};

class Parser::BracketScope {
public:
    explicit BracketScope(Parser& parser)
        : m_block(parser.m_blockFollows, false), m_inferFunction(parser.m_noInferFunction, false),
          m_qualifiedName(parser.m_noQualifiedName, false), m_binding(parser.m_bindingFollows, false),
          m_isExpr(parser.m_inIsExpr, false), m_wait(parser.m_waitOperand, false) {}

private:
    FlagScope m_block, m_inferFunction, m_qualifiedName, m_binding, m_isExpr, m_wait;
};

/// A list of at least one element; a separator asks for another one. If the closing bracket is known, what
/// has no place before it is skipped, so that the list goes on behind a mistake.
template<class ParseElement>
Parser::ListResult Parser::bracketedList(size_t openIndex, TokenKind separator, TokenKind close,
                                         ParseElement parseElement) {
    ListMaker list(*this);
    for (;;) {
        size_t before = m_index;
        list.add(parseElement());
        if (at(close))
            return list.separatedList();
        if (at(separator)) {
            list.add(consume());
            continue;
        }
        Token* found = recoverSeparator(openIndex, separator, m_index > before);
        if (!found)
            return list.separatedList();
        list.add(found);
    }
}

/// A list without brackets of its own.
template<class ParseElement>
Parser::ListResult Parser::separatedList(TokenKind separator, ParseElement parseElement) {
    ListMaker list(*this);
    list.add(parseElement());
    while (at(separator)) {
        list.add(consume());
        list.add(parseElement());
    }
    return list.separatedList();
}

/// Any number of elements with commas between them, up to the closing bracket.
template<class ParseElement>
Parser::ListResult Parser::commaList(size_t openIndex, TokenKind close, ParseElement parseElement) {
    return at(close) ? nullptr : bracketedList(openIndex, TokenKind::Comma, close, parseElement);
}

} // namespace barre::syntax
