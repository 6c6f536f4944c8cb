#pragma once

#include "designer/canvas/canvas_view.h"
#include "designer/canvas/card_item.h"
#include "designer/canvas/link_item.h"
#include "designer/layout/graph_layouter.h"

namespace barre::designer {

/// Cards with arrows between their rows, as a value.
struct CardGraph {
    struct Node {
        QString key; ///< unique; what the signals tell
        Card card;
        double leastWidth = 200;
        double mostWidth = 300;
    };
    struct Edge {
        int from = 0;
        int fromRow = -1; ///< -1 is the card itself
        int to = 0;
        int toRow = -1;
        LinkLook look = LinkLook::Normal;
    };

    std::vector<Node> nodes;
    std::vector<Edge> edges;
};

/// Draws a CardGraph: laid out off the GUI thread, selectable, with arrow keys between cards. Cards whose
/// words changed are redrawn in place; only a change of sizes or arrows asks for a new layout.
class CardGraphView : public CanvasView {
    Q_OBJECT

public:
    explicit CardGraphView(QWidget* parent = nullptr);

    void setGraph(const CardGraph& graph);
    const CardGraph& graph() const { return m_graph; }
    QString selectedKey() const { return m_selected; }
    /// Selects a card and brings it into sight; an unknown key selects nothing.
    void select(const QString& key);
    /// Whether the picture shows the newest graph.
    bool isSettled() const { return !m_layouter.busy(); }
    /// The place of a card in the scene; empty while it is not laid out.
    QRectF frameOf(const QString& key) const;

Q_SIGNALS:
    /// A click on a card (`row` empty) or on one of its rows.
    void cardClicked(const QString& key, const QString& row);
    void cardOpened(const QString& key, const QString& row);
    void cardSelected(const QString& key); ///< by an arrow key
    void menuRequested(const QString& key, const QPoint& screenPosition);
    void settled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build(const GraphPlaces& places);
    void firstLook();
    void addCard(size_t index, const QRectF& place);
    void highlightLinks(int node);
    void showSelection();
    void step(Qt::Key direction);
    int indexOf(const QString& key) const;
    GraphShape shapeOf(const CardGraph& graph) const;

    CardGraph m_graph;
    GraphShape m_shape;
    GraphLayouter m_layouter;
    std::vector<CardItem*> m_cards;
    std::vector<LinkItem*> m_links;
    QString m_selected;
    bool m_firstLook = true;
};

/// The card to step to from `from` in the direction of an arrow key, or -1: the nearest one there, where
/// going aside counts double.
int nearestInDirection(const std::vector<QRectF>& frames, int from, Qt::Key direction);

} // namespace barre::designer
