#include "designer/flow/flow_scene.h"

#include "designer/canvas/link_item.h"
#include "designer/canvas/motion.h"

#include <QtWidgets/QGraphicsLineItem>

#include <cmath>

namespace barre::designer {

namespace {

constexpr double plusReach = 30; ///< how near the pointer must come for a + to appear
constexpr double dropReach = 90; ///< how near a dragged step must come

QPointF blend(const QPointF& from, const QPointF& to, double t) {
    return from + (to - from) * t;
}

QList<QPointF> blend(const QList<QPointF>& from, const QList<QPointF>& to, double t) {
    if (from.size() != to.size())
        return to;
    QList<QPointF> points;
    for (qsizetype index = 0; index < to.size(); ++index)
        points.append(blend(from[index], to[index], t));
    return points;
}

/// Where a step is entered: its own middle, or the middle of a container's header.
QPointF anchorOf(const FlowBox& box) {
    if (box.shape == FlowShape::Container)
        return {box.place.left() + box.axis, box.place.top() + metric::containerHeader / 2.0};
    return box.place.center();
}

bool isSelectable(const FlowBox& box) {
    return box.node && box.shape != FlowShape::End && box.shape != FlowShape::Target;
}

/// How far `to` lies from `from` in the direction of the key; negative when it lies another way.
double distance(const QPointF& from, const QPointF& to, Qt::Key key) {
    const QPointF step = to - from;
    const bool vertical = key == Qt::Key_Up || key == Qt::Key_Down;
    const double sign = key == Qt::Key_Up || key == Qt::Key_Left ? -1 : 1;
    const double along = sign * (vertical ? step.y() : step.x());
    const double across = std::abs(vertical ? step.x() : step.y());
    return along < 8 ? -1 : along + (vertical ? 1.5 : 3.0) * across;
}

} // namespace

FlowScene::FlowScene(QObject* parent) : QGraphicsScene(parent), m_motion(new Motion(this)) {}

void FlowScene::setGraph(design::FlowGraph graph, bool animated) {
    m_motion->finish();
    m_oldPlaces.clear();
    m_oldLinks.clear();
    if (animated) {
        for (auto item = m_items.begin(); item != m_items.end(); ++item)
            m_oldPlaces.insert(item.key(), item.value()->pos());
        for (auto link = m_links.begin(); link != m_links.end(); ++link)
            m_oldLinks.insert(link.key(), link.value()->points());
    }
    m_graph = std::move(graph);
    m_stepWidth = StepItem::widthFor(m_graph);
    const FlowMeasures measures{[](const QString& text) { return textWidth(text, TextRole::Code); },
                                StartItem::widthFor(m_graph), m_stepWidth};
    m_layout = layoutFlow(m_graph, measures);
    build();
    if (animated)
        moveFromOldPlaces();
}

void FlowScene::build() {
    clear();
    m_nodes.clear();
    m_items.clear();
    m_links.clear();
    m_hoverPlus = nullptr;
    m_hovered = nullptr;
    for (const FlowBox& box : m_layout.boxes)
        addBox(box);
    addLinks();
    addLabels();
    addInserts();
}

void FlowScene::addBox(const FlowBox& box) {
    const QSizeF size = box.place.size();
    QGraphicsItem* item = nullptr;
    switch (box.shape) {
    case FlowShape::Start: {
        auto* start = new StartItem(m_graph, size);
        connect(start, &NodeItem::clicked, this, &FlowScene::startClicked);
        item = start;
        break;
    }
    case FlowShape::Step:
    case FlowShape::Code:
    case FlowShape::Note: return addNode(new StepItem(*box.node, size, box.shape), box);
    case FlowShape::Diamond: return addNode(new DiamondItem(*box.node, size), box);
    case FlowShape::Container:
        return addNode(new ContainerItem(*box.node, size, box.axis - m_stepWidth / 2 - 12), box);
    case FlowShape::Target: {
        auto* target = new TargetItem(*box.node, size);
        connect(target, &NodeItem::clicked, this, [this, id = box.node->id] { Q_EMIT targetOpened(id); });
        item = target;
        break;
    }
    case FlowShape::End: item = new EndItem(size.width()); break;
    }
    item->setPos(box.place.topLeft());
    addItem(item);
    m_items.insert(box.key, item);
}

void FlowScene::addNode(FlowNodeItem* item, const FlowBox& box) {
    const design::NodeId id = box.node->id;
    item->setPos(box.place.topLeft());
    item->setZValue(box.shape == FlowShape::Container ? -2 : 1);
    addItem(item);
    m_items.insert(box.key, item);
    m_nodes.insert(id.value, item);
    connect(item, &NodeItem::clicked, this,
            [this, id](Qt::KeyboardModifiers modifiers) { Q_EMIT nodeClicked(id, modifiers); });
    connect(item, &NodeItem::opened, this, [this, id] { Q_EMIT nodeOpened(id); });
    connect(item, &NodeItem::menuRequested, this,
            [this, id](const QPoint& point) { Q_EMIT nodeMenuRequested(id, point); });
}

void FlowScene::addLinks() {
    for (const FlowDivider& divider : m_layout.dividers) {
        QColor colour = DiagramStyle::current().colour(colourOf(divider.node->colour));
        colour.setAlphaF(0.35f);
        QPen pen(colour, 1);
        pen.setDashPattern({4, 3});
        QGraphicsLineItem* line = addLine(QLineF(divider.from, divider.to), pen);
        line->setZValue(-1);
        line->setAcceptedMouseButtons(Qt::NoButton);
    }
    for (const FlowLink& link : m_layout.links) {
        auto* item = new LinkItem(QList<QPointF>(link.points.begin(), link.points.end()));
        item->setArrow(link.arrow);
        item->setLook(link.look == FlowLinkLook::ErrorPath   ? LinkLook::Error
                      : link.look == FlowLinkLook::Unreached ? LinkLook::Dashed
                                                             : LinkLook::Normal);
        addItem(item);
        m_links.insert(link.key, item);
    }
}

void FlowScene::addLabels() {
    for (const FlowLabel& label : m_layout.labels) {
        auto* item = new BranchLabelItem(label);
        item->setPos(label.place.topLeft());
        addItem(item);
        m_items.insert(label.key, item);
        connect(item, &BranchLabelItem::clicked, this,
                [this, id = label.node->id] { Q_EMIT nodeClicked(id, {}); });
    }
}

PlusItem* FlowScene::addPlus(const FlowInsert& insert, bool quiet) {
    const bool isFirst = quiet && m_graph.root.nodes.empty();
    auto* plus = new PlusItem(quiet, isFirst ? tr("Add a step (Ins)") : QString());
    plus->setPos(insert.point);
    addItem(plus);
    connect(plus, &PlusItem::clicked, this,
            [this, offset = insert.offset] { Q_EMIT insertRequested(offset); });
    return plus;
}

void FlowScene::addInserts() {
    for (const FlowInsert& insert : m_layout.inserts)
        if (insert.isEmptyBlock)
            addPlus(insert, true);
}

void FlowScene::moveFromOldPlaces() {
    struct Item {
        QGraphicsItem* item;
        QPointF from, to;
    };
    struct Link {
        LinkItem* item;
        QList<QPointF> from, to;
    };
    std::vector<Item> items;
    std::vector<Link> links;
    for (auto item = m_items.begin(); item != m_items.end(); ++item) {
        const auto old = m_oldPlaces.constFind(item.key());
        if (old != m_oldPlaces.constEnd() && *old != item.value()->pos())
            items.push_back({item.value(), *old, item.value()->pos()});
    }
    for (auto link = m_links.begin(); link != m_links.end(); ++link) {
        const auto old = m_oldLinks.constFind(link.key());
        if (old != m_oldLinks.constEnd() && *old != link.value()->points())
            links.push_back({link.value(), *old, link.value()->points()});
    }
    if (items.empty() && links.empty())
        return;
    m_motion->run([items, links](double t) {
        for (const Item& item : items)
            item.item->setPos(blend(item.from, item.to, t));
        for (const Link& link : links)
            link.item->setPoints(blend(link.from, link.to, t));
    });
}

void FlowScene::showSelected(const std::vector<design::NodeId>& nodes) {
    for (auto item = m_nodes.begin(); item != m_nodes.end(); ++item) {
        const auto isThis = [&](design::NodeId id) { return id.value == item.key(); };
        item.value()->setSelected(std::any_of(nodes.begin(), nodes.end(), isThis));
    }
}

void FlowScene::showLive(const std::function<StepLive(const design::FlowNode&)>& liveOf) {
    design::forEachStep(m_graph.root, [&](const design::FlowNode& node) {
        if (FlowNodeItem* item = itemOf(node.id))
            item->setLive(liveOf(node));
    });
}

QRectF FlowScene::frameOf(design::NodeId node) const {
    for (const FlowBox& box : m_layout.boxes)
        if (isSelectable(box) && box.node->id == node)
            return box.place;
    return {};
}

std::optional<QPointF> FlowScene::insertPoint(uint32_t offset) const {
    for (const FlowInsert& insert : m_layout.inserts)
        if (insert.offset == offset)
            return insert.point;
    return {};
}

const FlowInsert* FlowScene::nearestInsert(const QPointF& point, double reach, bool withEmptyBlocks) const {
    const FlowInsert* nearest = nullptr;
    for (const FlowInsert& insert : m_layout.inserts) {
        const double away = std::hypot(insert.point.x() - point.x(), insert.point.y() - point.y());
        if ((insert.isEmptyBlock && !withEmptyBlocks) || away >= reach)
            continue;
        reach = away;
        nearest = &insert;
    }
    return nearest;
}

void FlowScene::hoverAt(const QPointF& point) {
    const FlowInsert* nearest = nearestInsert(point, plusReach, false);
    if (nearest == m_hovered)
        return;
    hoverNowhere();
    if (nearest) {
        m_hovered = nearest;
        m_hoverPlus = addPlus(*nearest, false);
    }
}

std::optional<uint32_t> FlowScene::showDrop(const QPointF& point) {
    const FlowInsert* nearest = nearestInsert(point, dropReach, true);
    if (nearest != m_hovered) {
        hoverNowhere();
        m_hovered = nearest;
        m_hoverPlus = nearest ? addPlus(*nearest, false) : nullptr;
    }
    if (!nearest)
        return {};
    return nearest->offset;
}

void FlowScene::hoverNowhere() {
    m_hovered = nullptr;
    if (m_hoverPlus)
        m_hoverPlus->deleteLater();
    m_hoverPlus = nullptr;
}

std::optional<design::NodeId> FlowScene::neighbour(design::NodeId from, Qt::Key key) const {
    const FlowBox* start = nullptr;
    for (const FlowBox& box : m_layout.boxes)
        if (isSelectable(box) && box.node->id == from)
            start = &box;
    if (!start)
        return {};
    const FlowBox* nearest = nullptr;
    double least = 0;
    for (const FlowBox& box : m_layout.boxes) {
        if (!isSelectable(box) || &box == start)
            continue;
        const double away = distance(anchorOf(*start), anchorOf(box), key);
        if (away >= 0 && (!nearest || away < least)) {
            nearest = &box;
            least = away;
        }
    }
    if (!nearest)
        return {};
    return nearest->node->id;
}

} // namespace barre::designer
