#include "model/design/design_graph.h"

#include "model/design/declarations.h"
#include "model/design/service_design.h"
#include "model/design/signature.h"
#include "model/design/tree_text.h"

#include <algorithm>

namespace barre::design {

using namespace syntax;
using model::Snapshot;

namespace {

/// Builds the canvas of one snapshot: nodes first, then the edges between those that are there.
class GraphBuilder {
public:
    explicit GraphBuilder(const Snapshot& snapshot)
        : m_snapshot(snapshot), m_all(programDeclarationsOf(snapshot)) {}

    DesignGraph build() {
        for (const Declaration& declaration : m_all)
            if (declaration.ownerId.empty() && isShown(declaration)) {
                if (isGrouped(declaration))
                    addToGroup(declaration);
                else
                    addNode(declaration);
            }
        for (const Declaration& declaration : m_all)
            addEdges(declaration);
        return std::move(m_graph);
    }

private:
    bool isShown(const Declaration& declaration) const {
        switch (itemKindOf(declaration)) {
        case ItemKind::Listener:
        case ItemKind::Service:
        case ItemKind::Client:
        case ItemKind::Main:
        case ItemKind::Function:
        case ItemKind::Variable: return true;
        default: return isConnectionClass(m_all, declaration);
        }
    }

    /// From this many on, the functions of a module are the rows of one box.
    static constexpr std::ptrdiff_t leastGroup = 3;

    bool isGrouped(const Declaration& declaration) const {
        const auto isPeer = [&](const Declaration& other) {
            return other.module == declaration.module && other.ownerId.empty() &&
                   itemKindOf(other) == ItemKind::Function;
        };
        return itemKindOf(declaration) == ItemKind::Function &&
               std::ranges::count_if(m_all, isPeer) >= leastGroup;
    }

    void addToGroup(const Declaration& function) {
        const SymbolId id = functionGroupId(function.moduleName());
        auto group = std::ranges::find(m_graph.nodes, id, &DesignNode::id);
        if (group == m_graph.nodes.end()) {
            DesignNode node;
            node.id = id;
            node.kind = ItemKind::Function;
            node.title = "Functions";
            node.icon = rowOf(node.kind).icon;
            node.module = function.moduleName();
            group = m_graph.nodes.insert(group, std::move(node));
        }
        group->rows.push_back(row(function));
        group->problems += group->rows.back().problems;
        group->subtitle = std::to_string(group->rows.size()) +
                          (group->module.empty() ? " in this module" : " in " + group->module);
    }

    void addNode(const Declaration& declaration) {
        DesignNode node;
        node.id = declaration.id;
        node.kind =
            is<ModuleClassDefn>(declaration.node) ? ItemKind::ConnectionClass : itemKindOf(declaration);
        node.title = declaration.shownName();
        node.icon = rowOf(node.kind).icon;
        node.module = declaration.moduleName();
        node.location = declaration.location();
        node.problems = problemsIn(m_snapshot, node.location);
        describe(node, declaration);
        addRows(node, declaration);
        m_graph.nodes.push_back(std::move(node));
    }

    void describe(DesignNode& node, const Declaration& declaration) const {
        if (const auto* service = cast<ServiceDecl>(declaration.node)) {
            const std::string path = servicePathOf(service);
            node.title = path.empty() ? "service" : path;
            node.subtitle = isWebSocketService(m_all, declaration) ? "websocket service" : "service";
        } else if (const auto* listener = cast<ListenerDecl>(declaration.node)) {
            const std::string port = buildListenerDesign(m_snapshot, declaration.id).port;
            node.subtitle =
                port.empty() ? oneLine(listener->typeDescriptor()) : "port " + valueOf(listener, port);
        } else if (const auto* variable = cast<ModuleVarDecl>(declaration.node)) {
            const std::string isolated =
                hasQualifier(variable, TokenKind::IsolatedKeyword) ? "isolated " : "";
            node.subtitle = isolated + oneLine(variable->typedBindingPattern()->typeDescriptor());
        } else if (const auto* function = cast<FunctionLike>(declaration.node)) {
            node.subtitle = "function " + startSignature(function);
        } else {
            node.subtitle = "connection service";
        }
    }

    /// A port that is a configurable is shown as its value.
    std::string valueOf(const Node* place, const std::string& text) const {
        const Declaration* declaration = findNamed(m_all, place, "", text);
        const std::string value = declaration ? configuredText(m_snapshot, *declaration) : std::string();
        return value.empty() ? text : value;
    }

    void addRows(DesignNode& node, const Declaration& declaration) const {
        if (!is<ServiceDecl>(declaration.node) && !is<ModuleClassDefn>(declaration.node))
            return;
        for (const Declaration& member : m_all)
            if (member.ownerId == declaration.id && is<FunctionLike>(member.node))
                node.rows.push_back(row(member));
        if (!is<ServiceDecl>(declaration.node))
            return;
        for (const Option& option : buildServiceDesign(m_snapshot, declaration.id).options)
            if (option.isSet && option.row)
                node.rows.push_back({{},
                                     std::string(option.row->label),
                                     option.text,
                                     "settings",
                                     {declaration.file->path, option.range},
                                     {},
                                     false});
    }

    DesignRow row(const Declaration& member) const {
        DesignRow row;
        row.id = member.id;
        row.label = member.shownName();
        if (is<ResourceMethodDefn>(member.node))
            row.label = resourceLabel(cast<FunctionLike>(member.node));
        row.icon = iconOf(member);
        row.location = member.location();
        row.problems = problemsIn(m_snapshot, row.location);
        row.isHandler = hasQualifier(member.node, TokenKind::RemoteKeyword);
        return row;
    }

    /// Where a declaration is drawn: as a box (row -1) or as a row of one; a node of -1 if it is not.
    struct Place {
        int node = -1;
        int row = -1;
    };

    Place placeOf(const SymbolId& id) const {
        if (id.empty()) // rows that are no declarations have none, as a listener that is made in place
            return {};
        for (size_t i = 0; i < m_graph.nodes.size(); ++i) {
            const DesignNode& node = m_graph.nodes[i];
            if (node.id == id)
                return {int(i), -1};
            const auto row = std::ranges::find(node.rows, id, &DesignRow::id);
            if (row != node.rows.end())
                return {int(i), int(row - node.rows.begin())};
        }
        return {};
    }

    void addEdge(DesignEdgeKind kind, const Place& from, const Place& to) {
        if (from.node < 0 || to.node < 0)
            return;
        // What the functions of a group do among themselves is told by their flows.
        const bool isInside =
            from.node == to.node && (from.row == to.row || m_graph.nodes[size_t(from.node)].isGroup());
        if (isInside)
            return;
        const DesignEdge edge{kind, from.node, from.row, to.node, to.row};
        if (std::ranges::find(m_graph.edges, edge) == m_graph.edges.end())
            m_graph.edges.push_back(edge);
    }

    void addEdges(const Declaration& declaration) {
        const Place place = placeOf(declaration.id);
        if (place.node < 0)
            return;
        if (is<ServiceDecl>(declaration.node))
            for (const AttachedListener& listener : buildServiceDesign(m_snapshot, declaration.id).listeners)
                addEdge(DesignEdgeKind::Attaches, placeOf(listener.id), place);
        if (!is<FunctionLike>(declaration.node))
            return;
        for (const MadeClass& made : classesMadeBy(m_all, declaration.node))
            addEdge(DesignEdgeKind::Creates, place, placeOf(made.declaration->id));
        for (const Declaration* used : usesOf(m_all, declaration.node))
            addEdge(itemKindOf(*used) == ItemKind::Variable ? DesignEdgeKind::Uses : DesignEdgeKind::Calls,
                    place, placeOf(used->id));
    }

    const Snapshot& m_snapshot;
    std::vector<Declaration> m_all;
    DesignGraph m_graph;
};

} // namespace

SymbolId functionGroupId(const std::string& module) {
    return {module + "/functions"};
}

DesignGraph buildDesignGraph(const Snapshot& snapshot) {
    return GraphBuilder(snapshot).build();
}

} // namespace barre::design
