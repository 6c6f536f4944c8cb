#include "designer/layout/card_graph_view.h"

#include <QtGui/QKeyEvent>

#include <algorithm>
#include <cmath>

namespace barre::designer {

namespace {

constexpr double leastFirstZoom = 0.5;

bool sameShape(const GraphShape& a, const GraphShape& b) {
    const auto sameEdge = [](const GraphShape::Edge& x, const GraphShape::Edge& y) {
        return x.from == y.from && x.to == y.to && x.fromY == y.fromY && x.toY == y.toY;
    };
    return a.nodes == b.nodes &&
           std::equal(a.edges.begin(), a.edges.end(), b.edges.begin(), b.edges.end(), sameEdge);
}

double rowY(int row) {
    return row < 0 ? CardItem::headerHeight / 2 : CardItem::headerHeight + CardItem::rowHeight * (row + 0.5);
}

bool isArrow(int key) {
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

} // namespace

int nearestInDirection(const std::vector<QRectF>& frames, int from, Qt::Key direction) {
    if (from < 0 || from >= int(frames.size()))
        return frames.empty() ? -1 : 0;
    const QPointF start = frames[size_t(from)].center();
    int best = -1;
    double bestCost = 0;
    for (size_t i = 0; i < frames.size(); ++i) {
        const QPointF way = frames[i].center() - start;
        const bool horizontal = direction == Qt::Key_Left || direction == Qt::Key_Right;
        const double ahead = (horizontal ? way.x() : way.y()) *
                             (direction == Qt::Key_Left || direction == Qt::Key_Up ? -1 : 1);
        if (int(i) == from || ahead <= 1)
            continue;
        const double cost = ahead + 2 * std::abs(horizontal ? way.y() : way.x());
        if (best < 0 || cost < bestCost) {
            best = int(i);
            bestCost = cost;
        }
    }
    return best;
}

CardGraphView::CardGraphView(QWidget* parent) : CanvasView(parent) {
    setScene(new QGraphicsScene(this));
    connect(&m_layouter, &GraphLayouter::laidOut, this, &CardGraphView::build);
    connect(this, &CanvasView::emptyAreaClicked, this, [this] {
        select({});
        Q_EMIT cardClicked({}, {});
    });
}

void CardGraphView::setGraph(const CardGraph& graph) {
    GraphShape shape = shapeOf(graph);
    const bool sameKeys =
        std::equal(graph.nodes.begin(), graph.nodes.end(), m_graph.nodes.begin(), m_graph.nodes.end(),
                   [](const auto& a, const auto& b) { return a.key == b.key; });
    const bool keep = sameKeys && sameShape(shape, m_shape) && m_cards.size() == graph.nodes.size();
    const bool isOther = std::none_of(graph.nodes.begin(), graph.nodes.end(),
                                      [this](const CardGraph::Node& node) { return indexOf(node.key) >= 0; });
    m_firstLook = m_firstLook || isOther;
    m_graph = graph;
    m_shape = std::move(shape);
    if (!keep) {
        m_layouter.request(m_shape);
        return;
    }
    for (size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setCard(graph.nodes[i].card);
}

GraphShape CardGraphView::shapeOf(const CardGraph& graph) const {
    GraphShape shape;
    for (const CardGraph::Node& node : graph.nodes)
        shape.nodes.push_back(CardItem::cardSize(
            node.card, CardItem::fittingWidth(node.card, node.leastWidth, node.mostWidth)));
    for (const CardGraph::Edge& edge : graph.edges)
        shape.edges.push_back({edge.from, edge.to, rowY(edge.fromRow), rowY(edge.toRow)});
    return shape;
}

void CardGraphView::build(const GraphPlaces& places) {
    if (places.nodes.size() != m_graph.nodes.size())
        return;
    scene()->clear();
    m_cards.clear();
    m_links.clear();
    for (size_t i = 0; i < places.routes.size(); ++i) {
        auto* link = new LinkItem(QList<QPointF>(places.routes[i].begin(), places.routes[i].end()));
        link->setArrow(true);
        link->setLook(m_graph.edges[i].look);
        link->setZValue(-1);
        scene()->addItem(link);
        m_links.push_back(link);
    }
    for (size_t i = 0; i < places.nodes.size(); ++i)
        addCard(i, places.nodes[i]);
    setContent(places.bounds);
    firstLook();
    showSelection();
    Q_EMIT settled();
}

// All of it when that can be read, else its beginning at the left.
void CardGraphView::firstLook() {
    if (!m_firstLook || m_cards.empty() || !isVisible())
        return;
    m_firstLook = false;
    fit();
    if (zoom() >= leastFirstZoom)
        return;
    const double halfWidth = viewport()->width() / leastFirstZoom / 2;
    setPosition({QPointF(content().left() - 24 + halfWidth, content().center().y()), leastFirstZoom, true});
}

void CardGraphView::showEvent(QShowEvent* event) {
    CanvasView::showEvent(event);
    QMetaObject::invokeMethod(this, &CardGraphView::firstLook, Qt::QueuedConnection);
}

void CardGraphView::addCard(size_t index, const QRectF& place) {
    const QString key = m_graph.nodes[index].key;
    auto* card = new CardItem(m_graph.nodes[index].card, place.width());
    card->setPos(place.topLeft());
    scene()->addItem(card);
    m_cards.push_back(card);
    connect(card, &NodeItem::clicked, this, [this, key] {
        select(key);
        Q_EMIT cardClicked(key, {});
    });
    connect(card, &NodeItem::opened, this, [this, key] { Q_EMIT cardOpened(key, {}); });
    connect(card, &CardItem::rowClicked, this, [this, key](const QString& row) {
        select(key);
        Q_EMIT cardClicked(key, row);
    });
    connect(card, &CardItem::rowOpened, this,
            [this, key](const QString& row) { Q_EMIT cardOpened(key, row); });
    connect(card, &NodeItem::menuRequested, this,
            [this, key](const QPoint& position) { Q_EMIT menuRequested(key, position); });
}

void CardGraphView::select(const QString& key) {
    m_selected = indexOf(key) >= 0 ? key : QString();
    showSelection();
    if (const QRectF frame = frameOf(m_selected); !frame.isEmpty())
        reveal(frame);
}

void CardGraphView::showSelection() {
    const int selected = indexOf(m_selected);
    for (size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setSelected(int(i) == selected);
    highlightLinks(selected);
}

void CardGraphView::highlightLinks(int node) {
    for (size_t i = 0; i < m_links.size(); ++i)
        m_links[i]->setBright(node >= 0 && (m_graph.edges[i].from == node || m_graph.edges[i].to == node));
}

QRectF CardGraphView::frameOf(const QString& key) const {
    const int index = indexOf(key);
    return index < 0 || index >= int(m_cards.size()) ? QRectF() : m_cards[size_t(index)]->frame();
}

int CardGraphView::indexOf(const QString& key) const {
    for (size_t i = 0; i < m_graph.nodes.size(); ++i)
        if (!key.isEmpty() && m_graph.nodes[i].key == key)
            return int(i);
    return -1;
}

void CardGraphView::step(Qt::Key direction) {
    std::vector<QRectF> frames;
    for (const CardItem* card : m_cards)
        frames.push_back(card->frame());
    const int next = nearestInDirection(frames, indexOf(m_selected), direction);
    if (next < 0)
        return;
    select(m_graph.nodes[size_t(next)].key);
    Q_EMIT cardSelected(m_selected);
}

void CardGraphView::keyPressEvent(QKeyEvent* event) {
    if (isArrow(event->key()) && event->modifiers() == Qt::NoModifier) {
        step(Qt::Key(event->key()));
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !m_selected.isEmpty()) {
        Q_EMIT cardOpened(m_selected, {});
        return;
    }
    CanvasView::keyPressEvent(event);
}

void CardGraphView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() != QContextMenuEvent::Keyboard || m_selected.isEmpty())
        return CanvasView::contextMenuEvent(event);
    const QPointF corner = frameOf(m_selected).topLeft() + QPointF(24, CardItem::headerHeight);
    Q_EMIT menuRequested(m_selected, viewport()->mapToGlobal(mapFromScene(corner)));
}

} // namespace barre::designer
