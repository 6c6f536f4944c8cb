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
    explicit GraphBuilder(const Snapshot& snapshot) : m_snapshot(snapshot), m_all(declarationsOf(snapshot)) {}

    DesignGraph build() {
        for (const Declaration& declaration : m_all)
            if (declaration.ownerId.empty() && isShown(declaration))
                addNode(declaration);
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

    void addNode(const Declaration& declaration) {
        DesignNode node;
        node.id = declaration.id;
        node.kind =
            is<ModuleClassDefn>(declaration.node) ? ItemKind::ConnectionClass : itemKindOf(declaration);
        node.title = declaration.name;
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
        const auto* variable = declaration ? cast<ModuleVarDecl>(declaration->node) : nullptr;
        if (!variable)
            return text;
        const model::ConfigValue* value =
            m_snapshot.config().find(m_snapshot.manifest().org, declaration->module->name, text);
        return value ? value->text : oneLine(variable->initializer());
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
                                     {}});
    }

    DesignRow row(const Declaration& member) const {
        DesignRow row;
        row.id = member.id;
        row.label = member.name;
        if (is<ResourceMethodDefn>(member.node))
            row.label = resourceLabel(cast<FunctionLike>(member.node));
        row.icon = iconOf(member);
        row.location = member.location();
        row.problems = problemsIn(m_snapshot, row.location);
        return row;
    }

    /// The node of a declaration, or -1.
    int nodeOf(const SymbolId& id) const {
        for (size_t i = 0; i < m_graph.nodes.size(); ++i)
            if (m_graph.nodes[i].id == id)
                return int(i);
        return -1;
    }

    int rowOfMember(int node, const SymbolId& id) const {
        const auto& rows = m_graph.nodes[size_t(node)].rows;
        const auto found = std::ranges::find(rows, id, &DesignRow::id);
        return found == rows.end() ? -1 : int(found - rows.begin());
    }

    void addEdge(DesignEdge edge) {
        if (edge.fromNode < 0 || edge.toNode < 0 ||
            (edge.fromNode == edge.toNode && edge.fromRow == edge.toRow))
            return;
        if (std::ranges::find(m_graph.edges, edge) == m_graph.edges.end())
            m_graph.edges.push_back(edge);
    }

    void addEdges(const Declaration& declaration) {
        if (is<ServiceDecl>(declaration.node))
            for (const AttachedListener& listener : buildServiceDesign(m_snapshot, declaration.id).listeners)
                addEdge({DesignEdgeKind::Attaches, nodeOf(listener.id), -1, nodeOf(declaration.id), -1});
        if (!is<FunctionLike>(declaration.node))
            return;
        const bool isMember = !declaration.ownerId.empty();
        const int node = nodeOf(isMember ? declaration.ownerId : declaration.id);
        if (node < 0)
            return;
        const int row = isMember ? rowOfMember(node, declaration.id) : -1;
        for (const MadeClass& made : classesMadeBy(m_all, declaration.node))
            addEdge({DesignEdgeKind::Creates, node, row, nodeOf(made.declaration->id), -1});
        for (const Declaration* used : usesOf(m_all, declaration.node)) {
            const bool isState = itemKindOf(*used) == ItemKind::Variable;
            addEdge(
                {isState ? DesignEdgeKind::Uses : DesignEdgeKind::Calls, node, row, nodeOf(used->id), -1});
        }
    }

    const Snapshot& m_snapshot;
    std::vector<Declaration> m_all;
    DesignGraph m_graph;
};

} // namespace

DesignGraph buildDesignGraph(const Snapshot& snapshot) {
    return GraphBuilder(snapshot).build();
}

} // namespace barre::design
