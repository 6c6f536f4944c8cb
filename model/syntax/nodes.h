#pragma once

// The typed classes of all node kinds, generated from nodes.def: `cast<IfElseStmt>(node)->condition()`.

#include "model/syntax/tree.h"

namespace barre::syntax {

/// A class that groups kinds; it adds no slots.
#define BARRE_NODE_GROUP(Group, Base)                                                                        \
    class Group : public Base {                                                                              \
    public:                                                                                                  \
        static bool is(NodeKind kind) { return nodeGroup(kind) == NodeGroup::Group; }                        \
        static const Group* cast(const Node* node) { return syntax::cast<Group>(node); }                     \
    };
BARRE_NODE_GROUP(ModuleMember, Node)
BARRE_NODE_GROUP(ObjectMember, Node)
BARRE_NODE_GROUP(RecordMember, Node)
BARRE_NODE_GROUP(FunctionBody, Node)
BARRE_NODE_GROUP(Param, Node)
BARRE_NODE_GROUP(Arg, Node)
BARRE_NODE_GROUP(ResourcePathSegment, Node)
BARRE_NODE_GROUP(ResourceAccessSegment, Node)
BARRE_NODE_GROUP(TypeDesc, Node)
BARRE_NODE_GROUP(BindingPattern, Node)
BARRE_NODE_GROUP(MatchPattern, Node)
BARRE_NODE_GROUP(Statement, Node)
BARRE_NODE_GROUP(TemplateItem, Node)
BARRE_NODE_GROUP(MappingField, Node)
BARRE_NODE_GROUP(QueryClause, Node)
BARRE_NODE_GROUP(XmlStepStart, Node)
BARRE_NODE_GROUP(XmlStepExtend, Node)
#undef BARRE_NODE_GROUP

/// Expressions, and the actions that may stand in their place.
class Expression : public Node {
public:
    static bool is(NodeKind kind) {
        return nodeGroup(kind) == NodeGroup::Expression || nodeGroup(kind) == NodeGroup::Action;
    }
    static const Expression* cast(const Node* node) { return syntax::cast<Expression>(node); }
};

class Action : public Expression {
public:
    static bool is(NodeKind kind) { return nodeGroup(kind) == NodeGroup::Action; }
    static const Action* cast(const Node* node) { return syntax::cast<Action>(node); }
};

#define NODE(Kind, Base) class Kind;
#define TOKEN(name, kind)
#define ANY_TOKEN(name)
#define OPTIONAL_TOKEN(name, kind)
#define ANY_OPTIONAL_TOKEN(name)
#define CHILD(name, Type)
#define OPTIONAL_CHILD(name, Type)
#define LIST(name, Type)
#define SEPARATED_LIST(name, Type, separator)
#define TOKEN_LIST(name)
#define END_NODE(Kind)
#include "model/syntax/nodes.def"

// A slot's index is its line in nodes.def, counted from its NODE row. `nameSlot` is that index.
#define NODE(Kind, Base)                                                                                     \
    class Kind : public Base {                                                                               \
        static constexpr unsigned firstLine = __LINE__ + 1;                                                  \
                                                                                                             \
    public:                                                                                                  \
        static constexpr NodeKind nodeKind = NodeKind::Kind;                                                 \
        static bool is(NodeKind kind) { return kind == nodeKind; }                                           \
        static const Kind* cast(const Node* node) { return syntax::cast<Kind>(node); }
#define BARRE_SLOT(name, Result, wrap)                                                                       \
    static constexpr unsigned name##Slot = __LINE__ - firstLine;                                             \
    Result name() const {                                                                                    \
        return wrap(name##Slot);                                                                             \
    }
#define TOKEN(name, kind) BARRE_SLOT(name, const Token*, tokenSlot)
#define ANY_TOKEN(name) BARRE_SLOT(name, const Token*, tokenSlot)
#define OPTIONAL_TOKEN(name, kind) BARRE_SLOT(name, const Token*, tokenSlot)
#define ANY_OPTIONAL_TOKEN(name) BARRE_SLOT(name, const Token*, tokenSlot)
#define BARRE_CHILD(name, Type)                                                                              \
    static constexpr unsigned name##Slot = __LINE__ - firstLine;                                             \
    const syntax::Type* name() const {                                                                       \
        return static_cast<const syntax::Type*>(slot(name##Slot));                                           \
    }
#define CHILD(name, Type) BARRE_CHILD(name, Type)
#define OPTIONAL_CHILD(name, Type) BARRE_CHILD(name, Type)
#define LIST(name, Type)                                                                                     \
    static constexpr unsigned name##Slot = __LINE__ - firstLine;                                             \
    NodeList<syntax::Type> name() const {                                                                    \
        return NodeList<syntax::Type>(listData(name##Slot));                                                 \
    }
#define SEPARATED_LIST(name, Type, separator)                                                                \
    static constexpr unsigned name##Slot = __LINE__ - firstLine;                                             \
    SeparatedNodeList<syntax::Type> name() const {                                                           \
        return SeparatedNodeList<syntax::Type>(listData(name##Slot));                                        \
    }
#define TOKEN_LIST(name) BARRE_SLOT(name, TokenList, tokenListSlot)
#define END_NODE(Kind)                                                                                       \
    static constexpr unsigned slotCount = __LINE__ - firstLine;                                              \
    }                                                                                                        \
    ;
#include "model/syntax/nodes.def"
#undef BARRE_SLOT
#undef BARRE_CHILD

/// What has a function signature and a name: FunctionDefn and the method definitions and declarations.
class FunctionLike : public Node {
public:
    static bool is(NodeKind kind) {
        return NodeKind::FunctionDefn <= kind && kind <= NodeKind::ResourceMethodDecl;
    }
    static const FunctionLike* cast(const Node* node) { return syntax::cast<FunctionLike>(node); }

    const Metadata* metadata() const {
        return static_cast<const Metadata*>(slot(FunctionDefn::metadataSlot));
    }
    TokenList qualifiers() const { return tokenListSlot(FunctionDefn::qualifiersSlot); }
    const Token* functionKeyword() const { return tokenSlot(FunctionDefn::functionKeywordSlot); }
    const Token* name() const { return tokenSlot(FunctionDefn::nameSlot); }
    const ResourcePath* resourcePath() const {
        return static_cast<const ResourcePath*>(slot(FunctionDefn::resourcePathSlot));
    }
    const FunctionSignature* functionSignature() const {
        return static_cast<const FunctionSignature*>(slot(FunctionDefn::functionSignatureSlot));
    }
    /// Null for declarations.
    const FunctionBody* functionBody() const {
        bool isDecl = kind() >= NodeKind::MethodDecl;
        return isDecl ? nullptr : static_cast<const FunctionBody*>(slot(FunctionDefn::functionBodySlot));
    }
};

/// The metadata of a declaration or member, or null: works for every kind that has the slot.
const Metadata* metadataOf(const Node* node);
/// The `qualifiers` of a node (public, isolated, remote, …); empty if its kind has none.
TokenList qualifiersOf(const Node* node);
bool hasQualifier(const Node* node, TokenKind qualifier);
/// The token that names a declaration (slot `name`), or null if its kind has no such slot.
const Token* nameOf(const Node* node);
/// The annotations of a node, be they in its metadata or in its own `annots`.
NodeList<Annotation> annotsOf(const Node* node);

/// What an identifier token names: without the quote, escapes resolved.
std::string identifierValue(const Token* token);
std::string identifierValue(std::string_view text);
/// The value of a string literal token: without quotes, escapes resolved.
std::string stringLiteralValue(const Token* token);
/// Writes a name as an identifier: quoted where it is a keyword or not plain.
std::string identifierText(std::string_view name);
/// Writes a value as a string literal.
std::string stringLiteralText(std::string_view value);

} // namespace barre::syntax
