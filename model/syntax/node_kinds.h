#pragma once

#include "model/syntax/token_kinds.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace barre::syntax {

/// One value per row of nodes.def.
enum class NodeKind : uint16_t {
#define NODE(Kind, Base) Kind,
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
};

/// The classes that group node kinds; `Action` counts as `Expression` too, since an action may stand wherever
/// the grammar says action-or-expr.
enum class NodeGroup : uint8_t {
    Node,
    ModuleMember,
    ObjectMember,
    RecordMember,
    FunctionBody,
    Param,
    Arg,
    ResourcePathSegment,
    ResourceAccessSegment,
    TypeDesc,
    BindingPattern,
    MatchPattern,
    Statement,
    Expression,
    Action,
    TemplateItem,
    MappingField,
    QueryClause,
    XmlStepStart,
    XmlStepExtend,
};

enum class SlotShape : uint8_t { Token, OptionalToken, Child, OptionalChild, List, SeparatedList, TokenList };

/// One row of a node's slots. `tokenKind` is the token's or separator's kind; Invalid: of several kinds.
struct SlotInfo {
    std::string_view name;
    SlotShape shape;
    TokenKind tokenKind = TokenKind::Invalid;
    std::string_view typeName; ///< the class of the node or of the list's nodes
};

/// `IfElseStmt`
std::string_view nodeKindName(NodeKind kind);
NodeGroup nodeGroup(NodeKind kind);
std::span<const SlotInfo> slotsOf(NodeKind kind);
size_t nodeKindCount();

} // namespace barre::syntax
