#pragma once

#include "model/design/item_kinds.h"
#include "model/design/location.h"

#include <string>
#include <vector>

namespace barre::model {
class Snapshot;
}

namespace barre::design {

enum class TypeMemberKind : uint8_t { Field, Rest, Inclusion, EnumMember, UnionMember, Method, Element };

/// A row of a box of the type diagram.
struct TypeMember {
    TypeMemberKind kind{};
    SymbolId id;      ///< for class members
    std::string name; ///< empty for union members
    std::string type;
    std::string defaultText;
    std::string icon;
    bool isOptional = false;
    bool isReadonly = false;
    bool isFinal = false;
    std::string visibility;
    std::string documentation;
    SourceRange range;
};

/// A box of the type diagram.
struct TypeNode {
    SymbolId id;
    ItemKind kind{};
    std::string name;
    std::string detail; ///< `record`, `service class`, the text of other types
    std::string icon;
    std::string module;
    bool isOpen = true; ///< an open record
    bool isPublic = false;
    bool isReadonly = false;
    bool isDistinct = false;
    std::string text; ///< the type descriptor as it is written
    std::string documentation;
    std::vector<TypeMember> members;
    Location location;
    SourceRange nameRange;
    ProblemCount problems;
};

enum class TypeEdgeKind : uint8_t { Refers, Includes };

/// From a member's row (or -1) to the type that it names, by index.
struct TypeEdge {
    TypeEdgeKind kind{};
    int fromNode = -1;
    int fromRow = -1;
    int toNode = -1;

    friend bool operator==(const TypeEdge&, const TypeEdge&) = default;
};

/// The types that a project declares and how they name each other; layout is the designer's.
struct TypeGraph {
    std::vector<TypeNode> nodes;
    std::vector<TypeEdge> edges;
};

TypeGraph buildTypeGraph(const model::Snapshot& snapshot);

/// Only the types that can be reached from one of them, or reach it directly.
TypeGraph focusedOn(const TypeGraph& graph, const SymbolId& type);

} // namespace barre::design
