#pragma once

#include "designer/canvas/canvas_parts.h"
#include "designer/flow/flow_items.h"
#include "designer/layout/flow_layout.h"

#include <QtCore/QHash>
#include <QtWidgets/QGraphicsScene>

#include <optional>

namespace barre::designer {

class LinkItem;
class Motion;

/// The drawing of one flow: made anew from each graph, with what moved moving there from where it was.
class FlowScene : public QGraphicsScene {
    Q_OBJECT

public:
    explicit FlowScene(QObject* parent = nullptr);

    /// `animated` when it is the next revision of the same function.
    void setGraph(design::FlowGraph graph, bool animated);
    const design::FlowGraph& graph() const { return m_graph; }
    const FlowLayout& layout() const { return m_layout; }

    void showSelected(const std::vector<design::NodeId>& nodes);
    void showLive(const std::function<StepLive(const design::FlowNode&)>& liveOf);
    FlowNodeItem* itemOf(design::NodeId node) const { return m_nodes.value(node.value); }
    QRectF frameOf(design::NodeId node) const;
    /// What is drawn, as a screen reader knows it.
    std::vector<CanvasPart> parts();
    /// Where the + for an offset of the text is.
    std::optional<QPointF> insertPoint(uint32_t offset) const;
    /// Shows the + near the pointer, hides it when none is near.
    void hoverAt(const QPointF& point);
    void hoverNowhere();
    /// Shows where steps that are dragged to that point would go; nothing when no place is near.
    std::optional<uint32_t> showDrop(const QPointF& point);
    /// The step that the arrow key leads to, or nothing.
    std::optional<design::NodeId> neighbour(design::NodeId from, Qt::Key key) const;

Q_SIGNALS:
    void startClicked();
    void nodeClicked(barre::design::NodeId node, Qt::KeyboardModifiers modifiers);
    void nodeOpened(barre::design::NodeId node);
    void nodeMenuRequested(barre::design::NodeId node, const QPoint& screenPosition);
    void targetOpened(barre::design::NodeId node);
    void insertRequested(uint32_t offset);

private:
    void build();
    void addBox(const FlowBox& box);
    void addNode(FlowNodeItem* item, const FlowBox& box);
    void addLinks();
    void addLabels();
    void addInserts();
    std::optional<CanvasPart> partOf(const FlowBox& box);
    QString insertWords(const FlowInsert& insert) const;
    const FlowInsert* nearestInsert(const QPointF& point, double reach, bool withEmptyBlocks) const;
    PlusItem* addPlus(const FlowInsert& insert, bool quiet);
    void moveFromOldPlaces();

    design::FlowGraph m_graph;
    FlowLayout m_layout;
    double m_stepWidth = 0;
    QHash<quint64, FlowNodeItem*> m_nodes;
    QHash<quint64, QGraphicsItem*> m_items; ///< by key of the layout
    QHash<quint64, LinkItem*> m_links;
    QHash<quint64, QPointF> m_oldPlaces;
    QHash<quint64, QList<QPointF>> m_oldLinks;
    PlusItem* m_hoverPlus = nullptr;
    const FlowInsert* m_hovered = nullptr;
    Motion* m_motion;
};

} // namespace barre::designer
