#pragma once

#include "model/design/item_kinds.h"
#include "model/design/location.h"

#include <string>
#include <vector>

namespace barre::model {
class Snapshot;
}

namespace barre::design {

/// A row inside a node of the canvas: a handler, a resource, an option. Edges may start and end at it.
struct DesignRow {
    SymbolId id; ///< empty for an option row
    std::string label;
    std::string detail;
    std::string icon;
    Location location;
    ProblemCount problems;
    bool isHandler = false; ///< the runtime calls it, and counts the calls
};

/// A box of the canvas: a declaration, or the functions of a module as its rows.
struct DesignNode {
    SymbolId id; ///< of a group: functionGroupId
    ItemKind kind{};
    std::string title;    ///< `/chat`
    std::string subtitle; ///< `websocket service`, `port 8080`, `isolated map<websocket:Caller>`
    std::string icon;
    std::string module;
    std::vector<DesignRow> rows;
    Location location; ///< empty for a group
    ProblemCount problems;

    bool isGroup() const { return kind == ItemKind::Function && !rows.empty(); }
};

/// The id of the box that gathers a module's functions; no declaration has it.
SymbolId functionGroupId(const std::string& module);

enum class DesignEdgeKind : uint8_t {
    Attaches, ///< listener → service
    Creates,  ///< upgrade resource → connection class
    Uses,     ///< handler or function → module state
    Calls     ///< handler or function → function or client
};

/// An arrow between two nodes, by index; a row of -1 is the node itself.
struct DesignEdge {
    DesignEdgeKind kind{};
    int fromNode = -1;
    int fromRow = -1;
    int toNode = -1;
    int toRow = -1;

    friend bool operator==(const DesignEdge&, const DesignEdge&) = default;
};

/// The canvas of a project; layout is the designer's.
struct DesignGraph {
    std::vector<DesignNode> nodes;
    std::vector<DesignEdge> edges;
};

/// Listeners, services, connection classes, module state, clients and the functions between them.
DesignGraph buildDesignGraph(const model::Snapshot& snapshot);

} // namespace barre::design
