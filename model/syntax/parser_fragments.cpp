#include "model/syntax/grammar_checks.h"
#include "model/syntax/parser_impl.h"

namespace barre::syntax {

using model::DiagnosticCode;
using enum TokenKind;

namespace {

// Deeper bodies might reach the parser's limit in one place and not in another.
constexpr uint32_t deepestBodyAlone = 100;

} // namespace

ParsedFragment parseAs(GrammarRule rule, std::string_view text) {
    return {Parser(std::string(text)).parseFragment(rule)};
}

SyntaxTreePtr Parser::parseFragment(GrammarRule rule) {
    Node* content = parseRule(rule);
    if (!atEnd()) {
        reportUnexpected();
        skipTo(m_tokens.size());
    }
    Node* root = make(NodeKind::Fragment, {content, consume()});
    if (rule != GrammarRule::Expression)
        return finish(root);
    m_builder.finish(root, std::move(m_tokens));
    checkGrammar(root, m_builder.diagnostics());
    checkHasNoAction(content, m_builder.diagnostics());
    return m_builder.release();
}

/// The braces must be each other's partners, so that the text around them is read as without this text.
std::shared_ptr<SyntaxTree> Parser::parseBodyAlone() {
    const size_t close = matchOf(0);
    if (!at(OpenBrace) || kindAt(close) != CloseBrace)
        return nullptr;
    Node* body = parseFunctionBody(false);
    const auto* block = BlockFunctionBody::cast(body);
    const bool isWhole = atEnd() && !m_hasSkipped && peek().m_fullRange.isEmpty();
    if (!isWhole || TreeBuilder::heightOf(body) > deepestBodyAlone || block->closeBrace() != &m_tokens[close])
        return nullptr;
    m_builder.finish(body, std::move(m_tokens));
    return m_builder.release();
}

Node* Parser::parseRule(GrammarRule rule) {
    switch (rule) {
    case GrammarRule::Expression:
    case GrammarRule::ActionOrExpr: return parseExpression();
    case GrammarRule::TypeDescriptor: return parseTypeDesc();
    case GrammarRule::Statement: return parseStatement();
    case GrammarRule::Statements: return make(NodeKind::StatementList, {parseStatements(EndOfFile)});
    case GrammarRule::FunctionSignature: return parseFunctionSignature();
    case GrammarRule::Param: return parseParam();
    case GrammarRule::ModuleMember: return at(ImportKeyword) ? parseImportDecl() : parseModuleMember();
    case GrammarRule::ClassMember: return parseObjectMember(Place::Class);
    case GrammarRule::RecordMember: return parseRecordMember();
    case GrammarRule::EnumMember: return parseEnumMember();
    case GrammarRule::Identifier: return make(NodeKind::IdentifierName, {expectIdentifier()});
    case GrammarRule::ResourcePath: return parseResourcePath();
    case GrammarRule::AttachPoint: return parseAttachPoint();
    case GrammarRule::Lvalue: return parseLvalue();
    case GrammarRule::BindingPattern: return parseBindingPattern();
    case GrammarRule::TypedBindingPattern: return parseTypedBindingPattern();
    case GrammarRule::MatchPattern: return parseMatchPattern();
    case GrammarRule::MatchPatternList: return make(NodeKind::MatchPatternList, {parseMatchPatternList()});
    case GrammarRule::ArgList: return parseArgList();
    case GrammarRule::Args: {
        Token* open = missing(OpenParen);
        ListResult args = commaList(SIZE_MAX, EndOfFile, [&] { return parseArg(); });
        return make(NodeKind::ArgList, {open, args, missing(CloseParen)});
    }
    case GrammarRule::Annotation: return parseAnnotation();
    case GrammarRule::MappingField: return parseMappingField();
    }
    return parseExpression();
}

Node* Parser::parseLvalue() {
    Node* expression = parseExpression();
    if (expression->kind() != NodeKind::MissingExpr && !isLvalue(expression)) {
        m_reportedAt = SIZE_MAX;
        m_builder.diagnostics().push_back(
            model::makeDiagnostic(DiagnosticCode::InvalidLvalue, {0, m_textEnd}));
    }
    return expression;
}

} // namespace barre::syntax
