#include "model/format/spacing.h"

#include "model/format/imports.h"
#include "model/syntax/nodes.h"

namespace barre::model {

using syntax::Node;
using syntax::NodeKind;
using syntax::Token;
using syntax::TokenKind;

namespace {

bool isOneOf(TokenKind kind, std::initializer_list<TokenKind> kinds) {
    for (const TokenKind each : kinds)
        if (each == kind)
            return true;
    return false;
}

bool isFirst(const Token* token, const Node* node) {
    return node->firstToken() == token;
}
bool isLast(const Token* token, const Node* node) {
    return node->lastToken() == token;
}

/// The innermost node of the group that ends with the token.
template<class T>
const T* endingWith(const Token* token) {
    for (const Node* node = token->parent(); node && isLast(token, node); node = node->parent())
        if (const T* found = syntax::cast<T>(node))
            return found;
    return nullptr;
}

template<class T>
const T* beginningWith(const Token* token) {
    for (const Node* node = token->parent(); node && isFirst(token, node); node = node->parent())
        if (const T* found = syntax::cast<T>(node))
            return found;
    return nullptr;
}

bool isInTemplate(const Token* left, const Token* right) {
    const auto isContent = [](const Token* token) {
        return isOneOf(token->kind(),
                       {TokenKind::TemplateContent, TokenKind::Backtick, TokenKind::InterpolationStart});
    };
    const bool closesTag = left->kind() == TokenKind::Backtick && !isContent(right);
    const bool opensTag =
        right->kind() == TokenKind::Backtick && !isContent(left) && left->parent() == right->parent();
    if (left->parent()->kind() == NodeKind::Interpolation && left->kind() == TokenKind::CloseBrace)
        return true;
    if (right->parent()->kind() == NodeKind::Interpolation && right->kind() == TokenKind::CloseBrace)
        return true;
    return !closesTag && !opensTag && (isContent(left) || isContent(right));
}

/// Both tokens are on one line in the text.
bool isOnOneLine(const Token* from, const Token* to) {
    const auto text = from->parent()->tree().text({from->range().end, to->range().begin});
    return text.find('\n') == std::string_view::npos;
}

bool hasLineInside(const Node* node) {
    return !isOnOneLine(node->firstToken(), node->lastToken());
}

bool isEmptyBraces(const Token* left, const Token* right) {
    return isOpener(left) && isCloser(right) && left->parent() == right->parent();
}

/// Annotations of a declaration or a statement end their line; those of parameters and types do not.
bool endsAnnotationLine(const Token* token) {
    const auto* annotation = endingWith<syntax::Annotation>(token);
    if (!annotation)
        return false;
    const Node* owner = annotation->parent();
    const bool isOfField = syntax::is<syntax::IndividualFieldDescriptor>(owner->parent());
    return (owner->kind() == NodeKind::Metadata && !isOfField) ||
           owner->kind() == NodeKind::LocalVarDeclStmt || owner->kind() == NodeKind::NamedWorkerDecl;
}

bool isMember(const Node* node) {
    return syntax::is<syntax::ModuleMember>(node) || syntax::is<syntax::ObjectMember>(node);
}

const Node* memberEndingWith(const Token* token) {
    const Node* found = nullptr;
    for (const Node* node = token->parent(); node && isLast(token, node); node = node->parent())
        if (isMember(node))
            found = node;
    return found;
}

const Node* memberBeginningWith(const Token* token) {
    const Node* found = nullptr;
    for (const Node* node = token->parent(); node && isFirst(token, node); node = node->parent())
        if (isMember(node))
            found = node;
    return found;
}

/// Usually has several lines.
bool isLong(const Node* member) {
    switch (member->kind()) {
    case NodeKind::FunctionDefn:
    case NodeKind::ModuleClassDefn:
    case NodeKind::ServiceDecl:
    case NodeKind::ModuleTypeDefn:
    case NodeKind::ModuleEnumDecl:
    case NodeKind::AnnotationDecl: return true;
    default: return false;
    }
}

/// Between two members: long declarations keep a distance.
Spacing betweenMembers(const Node* left, const Node* right) {
    const bool isImport = left->kind() == NodeKind::ImportDecl;
    if (isImport != (right->kind() == NodeKind::ImportDecl))
        return Spacing::BlankLine;
    if (isImport && importGroup(syntax::cast<syntax::ImportDecl>(left)) !=
                        importGroup(syntax::cast<syntax::ImportDecl>(right)))
        return Spacing::BlankLine;
    const bool isOfModule =
        left->parent() == right->parent() && left->parent()->kind() == NodeKind::ModulePart;
    const bool keepsDistance = isOfModule && !isImport && (isLong(left) || isLong(right));
    return keepsDistance ? Spacing::BlankLine : Spacing::Line;
}

bool endsLine(const Token* left) {
    if (left->kind() == TokenKind::DocumentationLine || endsAnnotationLine(left))
        return true;
    const bool isEnd =
        isOneOf(left->kind(), {TokenKind::Semicolon, TokenKind::CloseBrace, TokenKind::CloseBracePipe});
    if (!isEnd)
        return false;
    return endingWith<syntax::Statement>(left) || endingWith<syntax::MatchClause>(left) ||
           memberEndingWith(left);
}

bool isInBrokenRecord(const Token* left) {
    const auto* field = endingWith<syntax::RecordMember>(left);
    return field && hasLineInside(field->parent());
}

/// `{` or `}` of something whose parts have lines of their own.
bool isBlockBrace(const Token* token) {
    return (isOpener(token) || isCloser(token)) && isBlock(token->parent());
}

bool continuesStatement(const Token* left, const Token* right) {
    return left->kind() == TokenKind::CloseBrace &&
           (right->kind() == TokenKind::ElseKeyword ||
            (right->kind() == TokenKind::OnKeyword && right->parent()->kind() == NodeKind::OnFailClause));
}

/// `"<"` and `">"` that are brackets.
bool isAngle(const Token* token) {
    if (!isOneOf(token->kind(), {TokenKind::Lt, TokenKind::Gt}))
        return false;
    const NodeKind kind = token->parent()->kind();
    return kind != NodeKind::BinaryExpr;
}

bool isNameColon(const Token* token) {
    if (token->kind() != TokenKind::Colon)
        return false;
    switch (token->parent()->kind()) {
    case NodeKind::VariableReferenceExpr:
    case NodeKind::TypeReference:
    case NodeKind::AnnotTagReference:
    case NodeKind::FieldAccessExpr:
    case NodeKind::OptionalFieldAccessExpr:
    case NodeKind::XmlAtomicNamePattern: return true;
    default: return false;
    }
}

/// `/` alone, as the path of a service.
bool isRootPath(const Token* slash) {
    const auto* segment = syntax::cast<syntax::AbsoluteResourcePathSegment>(slash->parent());
    return segment && !segment->name();
}

bool isTightAfter(const Token* left) {
    const NodeKind parent = left->parent()->kind();
    switch (left->kind()) {
    case TokenKind::OpenParen:
    case TokenKind::OpenBracket:
    case TokenKind::Dot:
    case TokenKind::OptionalChaining:
    case TokenKind::DotAt:
    case TokenKind::SlashLt:
    case TokenKind::DotLt:
    case TokenKind::SlashDoubleAsteriskSlashLt:
    case TokenKind::At: return true;
    case TokenKind::OpenBrace:
    case TokenKind::OpenBracePipe: return true;
    case TokenKind::Colon: return isNameColon(left);
    case TokenKind::Lt: return isAngle(left);
    case TokenKind::Gt: return parent == NodeKind::TypeCastExpr;
    case TokenKind::Asterisk: return parent != NodeKind::BinaryExpr;
    case TokenKind::Ellipsis:
        return parent != NodeKind::RangeExpr && parent != NodeKind::RestParam &&
               parent != NodeKind::RecordRestDescriptor && parent != NodeKind::TupleRestDescriptor &&
               parent != NodeKind::ResourcePathRestParam;
    case TokenKind::Pipe:
        return parent != NodeKind::BinaryExpr && parent != NodeKind::AlternateWaitAction &&
               parent != NodeKind::AlternateReceiveAction;
    case TokenKind::Slash: return parent != NodeKind::BinaryExpr && !isRootPath(left);
    case TokenKind::RightArrow:
        return parent == NodeKind::RemoteMethodCallAction || parent == NodeKind::ResourceAccessAction;
    default: break;
    }
    const bool isNotIs = left->kind() == TokenKind::Exclamation && parent == NodeKind::IsExpr;
    return isNotIs || parent == NodeKind::UnaryExpr;
}

bool isTightParen(const Token* right) {
    switch (right->parent()->kind()) {
    case NodeKind::ArgList: {
        const Node* owner = right->parent()->parent();
        return owner->kind() != NodeKind::ImplicitNewExpr && owner->kind() != NodeKind::RetryStmt;
    }
    case NodeKind::FunctionSignature: return !syntax::is<syntax::FunctionTypeDesc>(right->parent()->parent());
    case NodeKind::ErrorBindingPattern:
    case NodeKind::ErrorMatchPattern: return true;
    case NodeKind::KeySpecifier: return true;
    default: return false;
    }
}

bool isTightBefore(const Token* left, const Token* right) {
    const NodeKind parent = right->parent()->kind();
    switch (right->kind()) {
    case TokenKind::CloseParen:
    case TokenKind::CloseBracket:
    case TokenKind::CloseBrace:
    case TokenKind::CloseBracePipe:
    case TokenKind::OptionalChaining:
    case TokenKind::DotAt:
    case TokenKind::DotLt:
    case TokenKind::SlashLt:
    case TokenKind::SlashAsterisk:
    case TokenKind::SlashDoubleAsteriskSlashLt: return true;
    case TokenKind::Dot: return parent != NodeKind::DotResourcePath;
    case TokenKind::Colon: return parent != NodeKind::TernaryConditionalExpr;
    case TokenKind::OpenParen: return isTightParen(right);
    case TokenKind::OpenBracket:
        return parent == NodeKind::MemberAccessExpr || parent == NodeKind::ArrayDimension ||
               parent == NodeKind::XmlStepMemberExtend;
    case TokenKind::Lt:
        return isAngle(right) && parent != NodeKind::TypeCastExpr &&
               parent != NodeKind::InferredTypedescDefault;
    case TokenKind::Gt: return isAngle(right);
    case TokenKind::QuestionMark:
        return parent == NodeKind::OptionalTypeDesc || parent == NodeKind::IndividualFieldDescriptor;
    case TokenKind::Ellipsis:
        return parent == NodeKind::RestParam || parent == NodeKind::RecordRestDescriptor ||
               parent == NodeKind::TupleRestDescriptor || parent == NodeKind::ResourcePathRestParam;
    case TokenKind::Pipe:
        return parent != NodeKind::BinaryExpr && parent != NodeKind::AlternateWaitAction &&
               parent != NodeKind::AlternateReceiveAction;
    case TokenKind::Slash:
        return parent != NodeKind::BinaryExpr && !(parent == NodeKind::AbsoluteResourcePathSegment &&
                                                   isFirst(right, right->parent()->parent()));
    case TokenKind::RightArrow:
        return parent == NodeKind::RemoteMethodCallAction || parent == NodeKind::ResourceAccessAction;
    default: break;
    }
    (void)left;
    return false;
}

bool isInline(const Node* node) {
    return !hasLineInside(node);
}

} // namespace

bool isBlock(const Node* node) {
    switch (node->kind()) {
    case NodeKind::BlockFunctionBody:
    case NodeKind::StatementBlock:
    case NodeKind::ModuleClassDefn:
    case NodeKind::MatchStmt:
    case NodeKind::ForkStmt: return true;
    case NodeKind::ObjectConstructorBlock:
        return !static_cast<const syntax::ObjectConstructorBlock*>(node)->members().empty();
    case NodeKind::ObjectTypeDesc:
        return !static_cast<const syntax::ObjectTypeDesc*>(node)->members().empty();
    case NodeKind::ModuleEnumDecl: return true;
    case NodeKind::RecordTypeDesc: return !isInline(node);
    default: return false;
    }
}

bool isOpener(const Token* token) {
    return isOneOf(token->kind(), {TokenKind::OpenBrace, TokenKind::OpenBracePipe, TokenKind::OpenParen,
                                   TokenKind::OpenBracket});
}

bool isCloser(const Token* token) {
    return token->parent()->kind() != NodeKind::Interpolation &&
           isOneOf(token->kind(), {TokenKind::CloseBrace, TokenKind::CloseBracePipe, TokenKind::CloseParen,
                                   TokenKind::CloseBracket});
}

Spacing spacingBetween(const Token* left, const Token* right) {
    if (isInTemplate(left, right))
        return Spacing::Verbatim;
    if (right->kind() == TokenKind::EndOfFile)
        return Spacing::Line;
    if (right->kind() == TokenKind::Backtick && left->parent() == right->parent())
        return Spacing::OneSpace;
    if (isOneOf(right->kind(), {TokenKind::Semicolon, TokenKind::Comma}))
        return Spacing::Joined;
    if (continuesStatement(left, right))
        return Spacing::OneSpace;
    if (isEmptyBraces(left, right))
        return isBlock(left->parent()) ? Spacing::Line : Spacing::Tight;
    if (isBlockBrace(left) && isOpener(left))
        return Spacing::Line;
    if (isBlockBrace(right))
        return isCloser(right) ? Spacing::Line : Spacing::OneSpace;
    const Node* leftMember = memberEndingWith(left);
    const Node* rightMember = memberBeginningWith(right);
    if (leftMember && rightMember)
        return betweenMembers(leftMember, rightMember);
    if (endsLine(left) || isInBrokenRecord(left))
        return Spacing::Line;
    if (left->kind() == TokenKind::Comma && left->parent()->kind() == NodeKind::ModuleEnumDecl)
        return Spacing::Line;
    if (right->kind() == TokenKind::OpenBrace && right->parent()->kind() == NodeKind::ObjectConstructorBlock)
        return Spacing::OneSpace;
    return isTightAfter(left) || isTightBefore(left, right) ? Spacing::Tight : Spacing::Space;
}

} // namespace barre::model
