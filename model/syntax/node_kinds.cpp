#include "model/syntax/node_kinds.h"

#include <iterator>

namespace barre::syntax {

namespace {

constexpr SlotInfo slotRows[] = {
#define NODE(Kind, Base)
#define TOKEN(name, kind) {#name, SlotShape::Token, TokenKind::kind, {}},
#define ANY_TOKEN(name) {#name, SlotShape::Token, TokenKind::Invalid, {}},
#define OPTIONAL_TOKEN(name, kind) {#name, SlotShape::OptionalToken, TokenKind::kind, {}},
#define ANY_OPTIONAL_TOKEN(name) {#name, SlotShape::OptionalToken, TokenKind::Invalid, {}},
#define CHILD(name, Type) {#name, SlotShape::Child, TokenKind::Invalid, #Type},
#define OPTIONAL_CHILD(name, Type) {#name, SlotShape::OptionalChild, TokenKind::Invalid, #Type},
#define LIST(name, Type) {#name, SlotShape::List, TokenKind::Invalid, #Type},
#define SEPARATED_LIST(name, Type, separator) {#name, SlotShape::SeparatedList, TokenKind::separator, #Type},
#define TOKEN_LIST(name) {#name, SlotShape::TokenList, TokenKind::Invalid, {}},
#define END_NODE(Kind)
#include "model/syntax/nodes.def"
};

struct Row {
    std::string_view name;
    NodeGroup group;
    uint16_t slotCount;
};

constexpr Row rows[] = {
#define NODE(Kind, Base)                                                                                     \
    {                                                                                                        \
#Kind, NodeGroup::Base, 0
#define TOKEN(name, kind) +1
#define ANY_TOKEN(name) +1
#define OPTIONAL_TOKEN(name, kind) +1
#define ANY_OPTIONAL_TOKEN(name) +1
#define CHILD(name, Type) +1
#define OPTIONAL_CHILD(name, Type) +1
#define LIST(name, Type) +1
#define SEPARATED_LIST(name, Type, separator) +1
#define TOKEN_LIST(name) +1
#define END_NODE(Kind)                                                                                       \
    }                                                                                                        \
    ,
#include "model/syntax/nodes.def"
};

struct SlotStarts {
    uint16_t starts[std::size(rows)]{};

    constexpr SlotStarts() {
        uint16_t start = 0;
        for (size_t i = 0; i < std::size(rows); ++i) {
            starts[i] = start;
            start = uint16_t(start + rows[i].slotCount);
        }
    }
};

constexpr SlotStarts slotStarts;

} // namespace

std::string_view nodeKindName(NodeKind kind) {
    return rows[size_t(kind)].name;
}

NodeGroup nodeGroup(NodeKind kind) {
    return rows[size_t(kind)].group;
}

std::span<const SlotInfo> slotsOf(NodeKind kind) {
    return std::span(slotRows).subspan(slotStarts.starts[size_t(kind)], rows[size_t(kind)].slotCount);
}

size_t nodeKindCount() {
    return std::size(rows);
}

} // namespace barre::syntax
