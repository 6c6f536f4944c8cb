#include "model/syntax/grammar_checks.h"

#include "model/diagnostics/diagnostic_code.h"
#include "model/syntax/nodes.h"
#include "model/syntax/template_text.h"

#include <algorithm>

namespace barre::syntax {

using model::Diagnostic;
using model::DiagnosticCode;

namespace {

class GrammarChecker {
public:
    explicit GrammarChecker(std::vector<Diagnostic>& diagnostics) : m_diagnostics(diagnostics) {}

    void check(const Node* node);
    void checkAction(const Node* action);
    void report(DiagnosticCode code, SourceRange range, std::vector<std::string> args = {}) {
        m_diagnostics.push_back(model::makeDiagnostic(code, range, std::move(args)));
    }

private:
    void checkKind(const Node* node);
    void checkQualifiers(const Node* node);
    void checkStatementExpression(const Node* expression);
    void checkAssignment(const Expression* lvexpr);
    void checkArgs(const ArgList* list);
    void checkParams(const FunctionSignature* signature);
    void checkRest(NodeKind rest, NodeList<Node> elements);
    void checkChained(const BinaryExpr* expression);
    void checkRows(NodeList<Expression> rows);
    void checkByteArray(const ByteArrayLiteral* literal);
    void checkUninitialized(const TypedBindingPattern* pattern, const Token* equal, const Token* semicolon);
    void checkNotEmpty(size_t size, const Token* open, std::string construct, std::string element);

    std::vector<Diagnostic>& m_diagnostics;
};

// ---------------------------------------------------------------------------------------------------------
// Actions

/// Nodes around an action that are an action themselves then.
bool passesActionOn(const Node* node) {
    switch (node->kind()) {
    case NodeKind::ParenthesizedExpr:
    case NodeKind::CheckingExpr:
    case NodeKind::TrapExpr:
    case NodeKind::TypeCastExpr: return true;
    default: return false;
    }
}

/// Whether the grammar says action-or-expr, or action, for this child.
bool allowsAction(const Node* parent, const Node* child) {
    switch (parent->kind()) {
    case NodeKind::LocalVarDeclStmt:
    case NodeKind::DestructuringAssignmentStmt:
    case NodeKind::ActionStmt:
    case NodeKind::CheckingStmt:
    case NodeKind::MatchStmt:
    case NodeKind::ForeachStmt:
    case NodeKind::ReturnStmt:
    case NodeKind::StartAction:
    case NodeKind::Fragment: return true;
    case NodeKind::AssignmentStmt: return static_cast<const AssignmentStmt*>(parent)->expression() == child;
    case NodeKind::CompoundAssignmentStmt:
        return static_cast<const CompoundAssignmentStmt*>(parent)->expression() == child;
    default: return false;
    }
}

/// A clause of a query that says action-or-expr; the query is then an action itself.
const Node* queryAround(const Node* parent) {
    bool isClause = is<FromClause>(parent) || is<JoinClause>(parent) || is<SelectClause>(parent) ||
                    is<CollectClause>(parent) || (is<LetVarDecl>(parent) && is<LetClause>(parent->parent()));
    if (!isClause)
        return nullptr;
    while (parent && !is<QuerySelectExpr>(parent) && !is<QueryCollectExpr>(parent) &&
           !is<QueryAction>(parent))
        parent = parent->parent();
    return parent;
}

} // namespace

void GrammarChecker::checkAction(const Node* action) {
    const Node* node = action;
    while (const Node* parent = node->parent()) {
        if (passesActionOn(parent)) {
            node = parent;
        } else if (const Node* query = queryAround(parent)) {
            if (is<QueryAction>(query))
                return; // checked on its own
            node = query;
        } else {
            if (!allowsAction(parent, node))
                report(DiagnosticCode::ActionNotAllowed, action->range());
            return;
        }
    }
}

// ------------------------------------------------------------------------------------------------------
// Qualifiers

namespace {

struct AllowedQualifiers {
    NodeKind kind;
    std::initializer_list<TokenKind> qualifiers;
};

using enum TokenKind;

// Kinds that are not here allow what the parser reads.
const AllowedQualifiers qualifierTable[] = {
    {NodeKind::FunctionDefn, {PublicKeyword, IsolatedKeyword, TransactionalKeyword}},
    {NodeKind::MethodDefn, {PublicKeyword, PrivateKeyword, IsolatedKeyword, TransactionalKeyword}},
    {NodeKind::RemoteMethodDefn, {RemoteKeyword, IsolatedKeyword, TransactionalKeyword}},
    {NodeKind::ResourceMethodDefn, {ResourceKeyword, IsolatedKeyword, TransactionalKeyword}},
    {NodeKind::MethodDecl, {PublicKeyword, IsolatedKeyword, TransactionalKeyword}},
    {NodeKind::RemoteMethodDecl, {RemoteKeyword, IsolatedKeyword, TransactionalKeyword}},
    {NodeKind::ResourceMethodDecl, {ResourceKeyword, IsolatedKeyword, TransactionalKeyword}},
    {NodeKind::ListenerDecl, {PublicKeyword}},
    {NodeKind::ServiceDecl, {IsolatedKeyword}},
    {NodeKind::ModuleTypeDefn, {PublicKeyword}},
    {NodeKind::ModuleEnumDecl, {PublicKeyword}},
    {NodeKind::ModuleConstDecl, {PublicKeyword}},
    {NodeKind::ModuleVarDecl, {PublicKeyword, FinalKeyword, IsolatedKeyword, ConfigurableKeyword}},
    {NodeKind::AnnotationDecl, {PublicKeyword, ConstKeyword}},
    {NodeKind::ModuleClassDefn,
     {PublicKeyword, DistinctKeyword, ReadonlyKeyword, IsolatedKeyword, ClientKeyword, ServiceKeyword}},
    {NodeKind::ObjectField, {PublicKeyword, PrivateKeyword, FinalKeyword}},
    {NodeKind::ObjectFieldDescriptor, {PublicKeyword}},
    {NodeKind::ExplicitAnonymousFunctionExpr, {IsolatedKeyword, TransactionalKeyword}},
    {NodeKind::FunctionTypeDesc, {IsolatedKeyword, TransactionalKeyword}},
    {NodeKind::ObjectConstructorExpr, {IsolatedKeyword, ClientKeyword, ServiceKeyword}},
    {NodeKind::ObjectTypeDesc, {IsolatedKeyword, ClientKeyword, ServiceKeyword}},
};

bool isAllowed(NodeKind kind, TokenKind qualifier) {
    for (const AllowedQualifiers& row : qualifierTable)
        if (row.kind == kind)
            return std::find(row.qualifiers.begin(), row.qualifiers.end(), qualifier) != row.qualifiers.end();
    return true;
}

struct QualifierPair {
    NodeKind kind;
    TokenKind one, other;
};

/// Qualifiers of a construct that exclude each other.
constexpr QualifierPair excludingPairs[] = {
    {NodeKind::ModuleVarDecl, ConfigurableKeyword, FinalKeyword},
    {NodeKind::ModuleVarDecl, ConfigurableKeyword, IsolatedKeyword},
    {NodeKind::ModuleVarDecl, PublicKeyword, IsolatedKeyword},
};

bool exclude(NodeKind kind, TokenKind a, TokenKind b) {
    return std::any_of(std::begin(excludingPairs), std::end(excludingPairs), [&](const QualifierPair& row) {
        return row.kind == kind && ((row.one == a && row.other == b) || (row.one == b && row.other == a));
    });
}

} // namespace

void GrammarChecker::checkQualifiers(const Node* node) {
    TokenList qualifiers = qualifiersOf(node);
    for (size_t i = 0; i < qualifiers.size(); ++i) {
        const Token* token = qualifiers[i];
        auto isSame = [&](const Token* other) { return other->kind() == token->kind(); };
        auto before = std::find_if(qualifiers.begin(), qualifiers.end(), isSame);
        if (!isAllowed(node->kind(), token->kind()))
            report(DiagnosticCode::QualifierNotAllowed, token->range(), {std::string(token->text())});
        else if (*before != token)
            report(DiagnosticCode::DuplicateQualifier, token->range(), {std::string(token->text())});
        for (size_t j = 0; j < i; ++j)
            if (exclude(node->kind(), qualifiers[j]->kind(), token->kind()))
                report(DiagnosticCode::QualifierConflict, token->range(),
                       {std::string(qualifiers[j]->text()), std::string(token->text())});
    }
}

// ------------------------------------------------------------------------------------------------------
// Statements

bool isLvalue(const Node* expression) {
    if (is<VariableReferenceExpr>(expression))
        return true;
    if (auto* access = cast<FieldAccessExpr>(expression))
        return isLvalue(access->expression());
    if (auto* access = cast<MemberAccessExpr>(expression))
        return isLvalue(access->containerExpression());
    return false;
}

void GrammarChecker::checkStatementExpression(const Node* expression) {
    if (!is<FunctionCallExpr>(expression) && !is<MethodCallExpr>(expression))
        report(DiagnosticCode::InvalidExpressionStatement, expression->range());
    const std::string_view text = expression->text();
    if (text.starts_with("++") || text.starts_with("--"))
        m_diagnostics.back().hint = "write '" + std::string(text.substr(0, 1)) + "= 1' behind the variable";
}

void GrammarChecker::checkAssignment(const Expression* lvexpr) {
    if (!isLvalue(lvexpr))
        report(DiagnosticCode::InvalidLvalue, lvexpr->range());
}

void GrammarChecker::checkUninitialized(const TypedBindingPattern* pattern, const Token* equal,
                                        const Token* semicolon) {
    bool needsValue =
        is<VarTypeDesc>(pattern->typeDescriptor()) || !is<CaptureBindingPattern>(pattern->bindingPattern());
    if (!equal && needsValue && !semicolon->isMissing())
        report(DiagnosticCode::ExpectedToken, semicolon->range(), {"'='"});
}

// -----------------------------------------------------------------------------------------------------------
// Lists

void GrammarChecker::checkArgs(const ArgList* list) {
    enum Order { Positional, Named, Rest };
    static constexpr const char* names[] = {"a positional argument", "a named argument", "a rest argument"};
    Order last = Positional;
    for (const Arg* arg : list->args()) {
        Order order = is<PositionalArg>(arg) ? Positional : is<NamedArg>(arg) ? Named : Rest;
        if (order < last || (last != Positional && order == Rest))
            report(DiagnosticCode::ArgumentOrder, arg->range(), {names[order], names[last]});
        last = std::max(last, order);
    }
}

void GrammarChecker::checkParams(const FunctionSignature* signature) {
    enum Order { Required, Defaultable, Included, Rest };
    static constexpr const char* names[] = {"a required parameter", "a defaultable parameter",
                                            "an included record parameter", "a rest parameter"};
    Order last = Required;
    for (const Param* param : signature->params()) {
        Order order = is<RequiredParam>(param)      ? Required
                      : is<DefaultableParam>(param) ? Defaultable
                      : is<RestParam>(param)        ? Rest
                                                    : Included;
        if (order < last || last == Rest)
            report(DiagnosticCode::ParameterOrder, param->range(), {names[order], names[last]});
        last = std::max(last, order);
    }
}

/// What stands after the rest part is wrong, not the rest itself.
void GrammarChecker::checkRest(NodeKind rest, NodeList<Node> elements) {
    for (size_t i = 1; i < elements.size(); ++i)
        if (elements[i - 1]->kind() == rest)
            report(DiagnosticCode::RestNotLast, elements[i]->range());
}

void GrammarChecker::checkRows(NodeList<Expression> rows) {
    for (const Expression* row : rows)
        if (!is<MappingConstructorExpr>(row))
            report(DiagnosticCode::ExpectedConstruct, row->range(), {"a mapping constructor"});
}

void GrammarChecker::checkNotEmpty(size_t size, const Token* open, std::string construct,
                                   std::string element) {
    if (size == 0 && !open->isMissing())
        report(DiagnosticCode::EmptyConstruct, open->range(), {std::move(construct), std::move(element)});
}

// -----------------------------------------------------------------------------------------------------
// Expressions

namespace {

bool isRelational(const Node* node) {
    auto* binary = cast<BinaryExpr>(node);
    if (!binary)
        return false;
    switch (binary->binaryOperator()->kind()) {
    case Lt:
    case Gt:
    case LtEqual:
    case GtEqual: return true;
    default: return false;
    }
}

/// The digits of a byte array literal without white space; false if there is anything else.
bool isBase16(std::string_view digits) {
    auto isDigit = [](char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); };
    return digits.size() % 2 == 0 && std::all_of(digits.begin(), digits.end(), isDigit);
}

bool isBase64(std::string_view digits) {
    auto isDigit = [](char c) {
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '+' || c == '/';
    };
    size_t padding = 0;
    while (padding < 2 && digits.size() > padding && digits[digits.size() - 1 - padding] == '=')
        ++padding;
    return digits.size() % 4 == 0 &&
           std::all_of(digits.begin(), digits.end() - std::ptrdiff_t(padding), isDigit);
}

} // namespace

void GrammarChecker::checkChained(const BinaryExpr* expression) {
    if (isRelational(expression) && isRelational(expression->left()))
        report(DiagnosticCode::ChainedComparison, expression->binaryOperator()->range());
}

void GrammarChecker::checkByteArray(const ByteArrayLiteral* literal) {
    std::string digits;
    if (literal->content())
        for (char c : literal->content()->text())
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
                digits += c;
    bool isHex = literal->keyword()->kind() == Base16Keyword;
    if (!(isHex ? isBase16(digits) : isBase64(digits)))
        report(DiagnosticCode::InvalidByteArray, literal->range(), {std::string(literal->keyword()->text())});
}

// ------------------------------------------------------------------------------------------------------------
// Walk

void GrammarChecker::check(const Node* node) {
    if (Action::is(node->kind()))
        checkAction(node);
    if (!node->hasErrors())
        checkKind(node);
}

void GrammarChecker::checkKind(const Node* node) {
    checkQualifiers(node);
    switch (node->kind()) {
    case NodeKind::CallStmt:
        return checkStatementExpression(static_cast<const CallStmt*>(node)->expression());
    case NodeKind::AssignmentStmt: return checkAssignment(static_cast<const AssignmentStmt*>(node)->lvexpr());
    case NodeKind::CompoundAssignmentStmt:
        return checkAssignment(static_cast<const CompoundAssignmentStmt*>(node)->lvexpr());
    case NodeKind::LocalVarDeclStmt: {
        auto* decl = static_cast<const LocalVarDeclStmt*>(node);
        return checkUninitialized(decl->typedBindingPattern(), decl->equal(), decl->semicolon());
    }
    case NodeKind::ModuleVarDecl: {
        auto* decl = static_cast<const ModuleVarDecl*>(node);
        return checkUninitialized(decl->typedBindingPattern(), decl->equal(), decl->semicolon());
    }
    case NodeKind::ArgList: return checkArgs(static_cast<const ArgList*>(node));
    case NodeKind::FunctionSignature: return checkParams(static_cast<const FunctionSignature*>(node));
    case NodeKind::BinaryExpr: return checkChained(static_cast<const BinaryExpr*>(node));
    case NodeKind::RangeExpr: {
        auto* range = static_cast<const RangeExpr*>(node);
        if (is<RangeExpr>(range->left()))
            report(DiagnosticCode::ChainedComparison, range->rangeOperator()->range());
        return;
    }
    case NodeKind::ErrorConstructorExpr: {
        const ArgList* args = static_cast<const ErrorConstructorExpr*>(node)->argList();
        return checkNotEmpty(args->args().size(), args->openParen(), "an error constructor", "argument");
    }
    case NodeKind::TableConstructorExpr:
        return checkRows(static_cast<const TableConstructorExpr*>(node)->rows());
    case NodeKind::RegExpTemplateExpr:
        return checkRegExp(static_cast<const RegExpTemplateExpr*>(node), m_diagnostics);
    case NodeKind::XmlTemplateExpr: return checkXml(static_cast<const XmlTemplateExpr*>(node), m_diagnostics);
    case NodeKind::ByteArrayLiteral: return checkByteArray(static_cast<const ByteArrayLiteral*>(node));
    case NodeKind::ListBindingPattern:
        return checkRest(NodeKind::RestBindingPattern,
                         node->separatedListSlot(ListBindingPattern::membersSlot));
    case NodeKind::MappingBindingPattern:
        return checkRest(NodeKind::RestBindingPattern,
                         node->separatedListSlot(MappingBindingPattern::fieldsSlot));
    case NodeKind::ErrorBindingPattern:
        return checkRest(NodeKind::RestBindingPattern,
                         node->separatedListSlot(ErrorBindingPattern::argsSlot));
    case NodeKind::ListMatchPattern:
        return checkRest(NodeKind::RestMatchPattern, node->separatedListSlot(ListMatchPattern::membersSlot));
    case NodeKind::MappingMatchPattern:
        return checkRest(NodeKind::RestMatchPattern,
                         node->separatedListSlot(MappingMatchPattern::fieldsSlot));
    case NodeKind::ErrorMatchPattern:
        return checkRest(NodeKind::RestMatchPattern, node->separatedListSlot(ErrorMatchPattern::argsSlot));
    case NodeKind::TupleTypeDesc:
        return checkRest(NodeKind::TupleRestDescriptor, node->separatedListSlot(TupleTypeDesc::membersSlot));
    case NodeKind::RecordTypeDesc:
        return checkRest(NodeKind::RecordRestDescriptor, node->listSlot(RecordTypeDesc::fieldsSlot));
    case NodeKind::ResourcePath:
        return checkRest(NodeKind::ResourcePathRestParam,
                         node->separatedListSlot(ResourcePath::segmentsSlot));
    case NodeKind::ResourceAccessAction:
        return checkRest(NodeKind::ResourceAccessRestSegment,
                         node->separatedListSlot(ResourceAccessAction::resourceAccessPathSlot));
    case NodeKind::MatchStmt: {
        auto* match = static_cast<const MatchStmt*>(node);
        return checkNotEmpty(match->clauses().size(), match->openBrace(), "a match statement", "clause");
    }
    case NodeKind::ForkStmt: {
        auto* fork = static_cast<const ForkStmt*>(node);
        return checkNotEmpty(fork->workers().size(), fork->openBrace(), "a fork statement", "worker");
    }
    case NodeKind::ModuleEnumDecl: {
        auto* decl = static_cast<const ModuleEnumDecl*>(node);
        return checkNotEmpty(decl->members().size(), decl->openBrace(), "an enumeration", "member");
    }
    case NodeKind::MultipleWaitAction: {
        auto* wait = static_cast<const MultipleWaitAction*>(node);
        return checkNotEmpty(wait->fields().size(), wait->openBrace(), "a wait action", "field");
    }
    case NodeKind::MultipleReceiveAction: {
        auto* receive = static_cast<const MultipleReceiveAction*>(node);
        return checkNotEmpty(receive->fields().size(), receive->openBrace(), "a receive action", "field");
    }
    default: return;
    }
}

void checkGrammar(const Node* root, std::vector<Diagnostic>& diagnostics) {
    GrammarChecker checker(diagnostics);
    forEachNode(root, [&](const Node* node) { checker.check(node); });
}

void checkHasNoAction(const Node* expression, std::vector<Diagnostic>& diagnostics) {
    while (passesActionOn(expression)) {
        std::vector<const Node*> children = expression->childNodes();
        expression = children.back();
    }
    if (Action::is(expression->kind()))
        GrammarChecker(diagnostics).report(DiagnosticCode::ActionNotAllowed, expression->range());
}

} // namespace barre::syntax
