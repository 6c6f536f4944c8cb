#include "designer/overview/overview_cards.h"

#include "designer/canvas/problem_mark.h"
#include "designer/canvas/text.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace barre::designer {

namespace {

using design::DesignEdgeKind;
using design::DesignNode;
using design::DesignRow;
using design::ItemKind;

constexpr double leastWidth = 168, mostWidth = 320;

CardRow rowOf(const DesignRow& row, const LiveMarks& marks) {
    CardRow result;
    result.key = toQString(row.id.path);
    result.icon = toQString(row.icon);
    result.text = toQString(row.label);
    result.trailing = toQString(row.detail);
    result.mark = markOf(row.problems);
    if (marks.running && row.isHandler) {
        const LiveMarks::Handler* handler = marks.handler(row.id.path);
        result.trailing = handler ? callText(*handler, true) : QStringLiteral("0");
        result.reserve = QStringLiteral("0000 / 0.0 ms");
    }
    return result;
}

/// The dot and the number of connections on a running service.
void markConnections(Card& card, const DesignNode& node, const LiveMarks& marks) {
    if (!marks.running || node.kind != ItemKind::Service)
        return;
    const auto it = marks.connectionsOfService.find(node.title);
    card.trailing = QStringLiteral("\u25CF %1").arg(it == marks.connectionsOfService.end() ? 0 : it->second);
    card.trailingColour = Colour::Run;
}

Card cardOf(const DesignNode& node, const LiveMarks& marks) {
    Card card;
    card.icon = toQString(node.icon);
    card.iconColour = colourOf(node.kind);
    const bool isNamed = design::rowOf(node.kind).isNamed && !node.isGroup();
    card.title = isNamed ? withModule(node.module, node.title) : toQString(node.title);
    card.subtitle = toQString(node.subtitle);
    card.mark = markOf(node.problems);
    card.tooltip = card.title + QLatin1Char('\n') + card.subtitle;
    for (const DesignRow& row : node.rows)
        card.rows.push_back(rowOf(row, marks));
    markConnections(card, node, marks);
    return card;
}

} // namespace

Colour colourOf(design::ItemKind kind) {
    switch (kind) {
    case ItemKind::Service:
    case ItemKind::Client:
    case ItemKind::Function: return Colour::Call;
    case ItemKind::Listener: return Colour::Run;
    case ItemKind::ConnectionClass:
    case ItemKind::Class:
    case ItemKind::ObjectType:
    case ItemKind::Record:
    case ItemKind::Enum:
    case ItemKind::Union:
    case ItemKind::Array:
    case ItemKind::Tuple:
    case ItemKind::Map:
    case ItemKind::OtherType: return Colour::Data;
    case ItemKind::ErrorType: return Colour::ErrorHandling;
    case ItemKind::Variable: return Colour::Concurrency;
    default: return Colour::TextSecondary;
    }
}

namespace {

/// At most four figures and a unit.
QString shortNumber(int64_t number) {
    if (number < 10'000)
        return QString::number(number);
    const bool isMillions = number >= 1'000'000;
    const double part = double(number) / (isMillions ? 1e6 : 1e3);
    return QString::number(part, 'f', part < 100 ? 1 : 0) + (isMillions ? u'M' : u'k');
}

} // namespace

QString callText(const LiveMarks::Handler& handler, bool withDuration) {
    const QString calls = shortNumber(handler.calls);
    if (!withDuration || handler.calls == 0 || handler.microseconds == 0)
        return calls;
    const double milliseconds = double(handler.microseconds) / double(handler.calls) / 1000;
    return QCoreApplication::translate("overview", "%1 / %2 ms")
        .arg(calls, QString::number(milliseconds, 'f', milliseconds < 10 ? 1 : 0));
}

namespace {

bool isOnlyPair(const design::DesignGraph& graph, const design::DesignEdge& pair) {
    return std::ranges::count_if(graph.edges, [&](const design::DesignEdge& edge) {
               return edge.kind == DesignEdgeKind::Attaches &&
                      (edge.fromNode == pair.fromNode || edge.toNode == pair.toNode);
           }) == 1;
}

/// Where each listener has one service and each service one listener, they stand in one column: the canvas
/// stays narrow.
bool areListenersOnServices(const design::DesignGraph& graph) {
    return std::ranges::all_of(graph.edges, [&](const design::DesignEdge& edge) {
        return edge.kind != DesignEdgeKind::Attaches || isOnlyPair(graph, edge);
    });
}

} // namespace

CardGraph overviewCards(const design::DesignGraph& graph, const LiveMarks& marks) {
    CardGraph result;
    const bool isDown = areListenersOnServices(graph);
    for (const DesignNode& node : graph.nodes)
        result.nodes.push_back({toQString(node.id.path), cardOf(node, marks), leastWidth, mostWidth});
    for (const design::DesignEdge& edge : graph.edges)
        result.edges.push_back({edge.fromNode, edge.fromRow, edge.toNode, edge.toRow,
                                edge.kind == DesignEdgeKind::Calls ? LinkLook::Dashed : LinkLook::Normal,
                                isDown && edge.kind == DesignEdgeKind::Attaches});
    return result;
}

} // namespace barre::designer
