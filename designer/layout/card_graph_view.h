#pragma once

#include "designer/canvas/canvas_view.h"
#include "designer/layout/card_graph.h"
#include "designer/layout/graph_layouter.h"

#include <optional>
#include <set>

namespace barre::designer {

/// Draws a CardGraph: laid out off the GUI thread, selectable, with arrow keys between cards and their rows.
/// Cards whose words changed are redrawn in place; only a change of sizes or arrows asks for a new layout.
class CardGraphView : public CanvasView {
    Q_OBJECT

public:
    explicit CardGraphView(QWidget* parent = nullptr);

    void setGraph(CardGraph graph);
    /// The drawing is shown again: whole, unless a person moved this very drawing.
    void reopen();
    /// What is drawn: long cards are folded.
    const CardGraph& graph() const { return m_graph; }
    QString selectedKey() const { return m_selected; }
    QString selectedRow() const { return m_selectedRow; }
    /// Selects a card, or a row of it, and brings it into sight; an unknown key selects nothing.
    void select(const QString& key, const QString& row = {});
    /// Whether Tab selects a card when none is; not while what is shown beside the drawing is not in it.
    void setSelectsOnEntry(bool selects) { m_selectsOnEntry = selects; }
    /// Whether an arrow is drawn as one of what is selected.
    bool isBright(int edge) const { return m_links[size_t(edge)]->isBright(); }
    /// Whether the picture shows the newest graph.
    bool isSettled() const { return !m_layouter.busy(); }
    /// The place of a card in the scene; empty while it is not laid out.
    QRectF frameOf(const QString& key) const;
    std::vector<CanvasPart> parts() override;

Q_SIGNALS:
    /// A click on a card (`row` empty) or on one of its rows.
    void cardClicked(const QString& key, const QString& row);
    void cardOpened(const QString& key, const QString& row);
    void cardSelected(const QString& key, const QString& row); ///< by an arrow key
    void menuRequested(const QString& key, const QPoint& screenPosition);
    void settled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    CanvasPart partOf(size_t card, int row);
    QString neighboursOf(int card, int row) const;
    void showGraph();
    void toggleFold(const QString& key);
    void build(const GraphPlaces& places);
    void firstLook();
    void addCard(size_t index, const QRectF& place);
    void highlightLinks(int node, int row);
    void showSelection();
    void step(Qt::Key direction);
    std::optional<QString> nextRow(Qt::Key direction) const;
    int indexOf(const QString& key) const;
    GraphShape shapeOf(const CardGraph& graph) const;

    CardGraph m_whole, m_graph;
    std::set<QString> m_unfolded; ///< cards that show all of their rows
    GraphShape m_shape;
    GraphLayouter m_layouter;
    std::vector<CardItem*> m_cards;
    std::vector<LinkItem*> m_links;
    QString m_selected, m_selectedRow;
    bool m_firstLook = true, m_selectsOnEntry = true;
};

/// The card to step to from `from` in the direction of an arrow key, or -1: the nearest one there, where
/// going aside counts double.
int nearestInDirection(const std::vector<QRectF>& frames, int from, Qt::Key direction);

} // namespace barre::designer
