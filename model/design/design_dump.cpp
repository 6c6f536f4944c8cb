#include "model/design/design_dump.h"

#include "model/design/declarations.h"
#include "model/design/design_graph.h"
#include "model/design/entry_points.h"
#include "model/design/flow_graph.h"
#include "model/design/type_graph.h"

namespace barre::design {

namespace {

std::string withDetail(std::string text, const std::string& detail) {
    return detail.empty() ? text : text + " (" + detail + ")";
}

void addItem(std::string& out, const TreeItem& item, const std::string& indent) {
    out += indent + withDetail(std::string(rowOf(item.kind).name) + " " + item.label, item.detail) + "\n";
    for (const TreeItem& child : item.children)
        addItem(out, child, indent + "  ");
}

void addTree(std::string& out, const EntryPoints& tree) {
    out += "project " + tree.projectName + "\n";
    for (const TreeGroup& group : tree.groups) {
        out += "  " + group.title + "\n";
        for (const TreeItem& item : group.items)
            addItem(out, item, "    ");
    }
}

std::string endOf(const DesignGraph& graph, int node, int row) {
    const DesignNode& at = graph.nodes[size_t(node)];
    return at.title + (row < 0 ? "" : "." + at.rows[size_t(row)].label);
}

void addCanvas(std::string& out, const DesignGraph& graph) {
    static constexpr const char* words[] = {"attaches", "creates", "uses", "calls"};
    out += "\ncanvas\n";
    for (const DesignNode& node : graph.nodes) {
        out += "  " + withDetail(std::string(rowOf(node.kind).name) + " " + node.title, node.subtitle) + "\n";
        for (const DesignRow& row : node.rows)
            out += "    " + withDetail(row.label, row.detail) + "\n";
    }
    for (const DesignEdge& edge : graph.edges)
        out += "  " + endOf(graph, edge.fromNode, edge.fromRow) + " " + words[size_t(edge.kind)] + " " +
               endOf(graph, edge.toNode, edge.toRow) + "\n";
}

void addTypes(std::string& out, const TypeGraph& graph) {
    out += "\ntypes\n";
    for (const TypeNode& node : graph.nodes) {
        out += "  " + withDetail(node.name, node.detail) + "\n";
        for (const TypeMember& member : node.members)
            out += "    " + member.name + (member.name.empty() || member.type.empty() ? "" : " ") +
                   member.type + "\n";
    }
    for (const TypeEdge& edge : graph.edges)
        out += "  " + graph.nodes[size_t(edge.fromNode)].name +
               (edge.kind == TypeEdgeKind::Includes ? " includes " : " refers to ") +
               graph.nodes[size_t(edge.toNode)].name + "\n";
}

} // namespace

std::string dumpDesign(const model::Snapshot& snapshot) {
    std::string out;
    addTree(out, buildEntryPoints(snapshot));
    addCanvas(out, buildDesignGraph(snapshot));
    addTypes(out, buildTypeGraph(snapshot));
    for (const Declaration& declaration : declarationsOf(snapshot))
        if (syntax::is<syntax::FunctionLike>(declaration.node))
            out += "\nflow " + declaration.id.path + "\n" + dump(buildFlowGraph(snapshot, declaration.id));
    return out;
}

} // namespace barre::design
