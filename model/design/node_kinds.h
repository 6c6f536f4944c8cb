#pragma once

#include "model/design/form_field.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace barre::design {

/// Sections of the palette, in their order. Hidden kinds cannot be inserted.
enum class PaletteGroup : uint8_t {
    WebSocket,
    Statement,
    Control,
    Errors,
    Concurrency,
    Logging,
    Calls,
    Transactions,
    Hidden
};

/// The colour token of a step.
enum class ColourKind : uint8_t { Data, Control, Call, Error, Concurrency, Log };

/// How a step is drawn.
enum class NodeShape : uint8_t {
    Step,      ///< a box
    Branches,  ///< a diamond with blocks side by side (if, match)
    Container, ///< a frame around one block, maybe with an on-fail lane (loops, lock, do)
    Lanes,     ///< a frame around several blocks that run side by side (fork)
    Note,      ///< a comment
    Code       ///< a box with up to six lines of code
};

/// The kinds of steps, rows of node_kinds.def.
enum class NodeKind : uint8_t {
#define F(field, slot)
#define NODE_KIND(kind, group, label, icon, colour, shape, statements, callee, newText, help, also, fields)  \
    kind,
#include "model/design/node_kinds.def"
};

/// A field of a kind and the syntax slot that holds its text.
struct FieldBinding {
    FieldId id{};
    std::string_view slot; ///< path of slot names from the statement; see model/design/README.md
};

/// A row of node_kinds.def.
struct NodeKindRow {
    NodeKind kind{};
    std::string_view name; ///< the enumerator
    PaletteGroup group{};
    std::string_view label; ///< "Send text message"
    std::string_view icon;
    ColourKind colour{};
    NodeShape shape{};
    std::string_view statements; ///< names of the syntax kinds, separated by blanks
    std::string_view callee;     ///< `->method`, `.method`, `module:function`, or empty
    std::string_view newText;    ///< what is inserted; `${Field=default}` is filled with a value
    std::string_view help;
    std::string_view also; ///< other words that a search finds it by
    std::span<const FieldBinding> fields;
};

/// The whole table, in the order of NodeKind.
std::span<const NodeKindRow> nodeKinds();

inline const NodeKindRow& rowOf(NodeKind kind) {
    return nodeKinds()[static_cast<size_t>(kind)];
}

/// The heading of a palette section: "Error handling".
std::string_view titleOf(PaletteGroup group);

} // namespace barre::design
