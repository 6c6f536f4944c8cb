#include "designer/layout/card_graph.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace barre::designer {

const QString foldRow = QStringLiteral("\u2026");

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("barre::designer::CardGraph", text);
}

NodeMark worse(NodeMark a, NodeMark b) {
    return a == NodeMark::Error || b == NodeMark::None ? a : b;
}

CardRow foldOf(const QString& words, const char* icon) {
    CardRow row;
    row.key = foldRow;
    row.icon = QLatin1StringView(icon);
    row.text = words;
    return row;
}

/// A few rows more than are shown are no reason to hide them.
bool isLong(const Card& card) {
    return card.rows.size() > size_t(foldedRows) + 4;
}

void fold(CardGraph& graph, int index) {
    Card& card = graph.nodes[size_t(index)].card;
    CardRow all = foldOf(tr("Show all %1").arg(card.rows.size()), "chevron-down");
    for (size_t row = foldedRows; row < card.rows.size(); ++row)
        all.mark = worse(all.mark, card.rows[row].mark);
    card.rows.resize(foldedRows);
    card.rows.push_back(all);
    for (CardGraph::Edge& edge : graph.edges) {
        if (edge.from == index)
            edge.fromRow = std::min(edge.fromRow, foldedRows);
        if (edge.to == index)
            edge.toRow = std::min(edge.toRow, foldedRows);
    }
}

/// Arrows of rows that became one row become one arrow.
void joinEdges(CardGraph& graph) {
    std::vector<CardGraph::Edge> edges;
    for (const CardGraph::Edge& edge : graph.edges)
        if (std::ranges::find(edges, edge) == edges.end())
            edges.push_back(edge);
    graph.edges = std::move(edges);
}

} // namespace

CardGraph foldLongCards(CardGraph graph, const std::set<QString>& unfolded) {
    bool isFolded = false;
    for (size_t index = 0; index < graph.nodes.size(); ++index) {
        Card& card = graph.nodes[index].card;
        if (!isLong(card))
            continue;
        if (unfolded.contains(graph.nodes[index].key)) {
            card.rows.push_back(foldOf(tr("Show fewer"), "chevron-up"));
        } else {
            fold(graph, int(index));
            isFolded = true;
        }
    }
    if (isFolded)
        joinEdges(graph);
    return graph;
}

} // namespace barre::designer
