#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace barre::design {

/// The groups of the project tree, in their order.
enum class ItemGroup : uint8_t { EntryPoints, Listeners, Connections, Types, Functions, Variables, Tests };

enum class ItemKind : uint8_t {
#define ITEM_KIND(kind, group, word, icon, isNamed) kind,
#include "model/design/item_kinds.def"
};

/// A row of item_kinds.def.
struct ItemKindRow {
    ItemKind kind;
    ItemGroup group;
    std::string_view name; ///< the enumerator
    std::string_view word; ///< for people
    std::string_view icon;
    bool isNamed; ///< by a name that can be changed
};

/// The whole table, in the order of ItemKind.
std::span<const ItemKindRow> itemKinds();

inline const ItemKindRow& rowOf(ItemKind kind) {
    return itemKinds()[static_cast<size_t>(kind)];
}

/// The heading of a group: "Entry points".
std::string_view titleOf(ItemGroup group);

} // namespace barre::design
