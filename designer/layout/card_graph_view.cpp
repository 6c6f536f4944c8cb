#include "designer/layout/card_graph_view.h"

#include <QtGui/QKeyEvent>

#include <algorithm>
#include <cmath>

namespace barre::designer {

namespace {

bool sameShape(const GraphShape& a, const GraphShape& b) {
    return a.nodes == b.nodes && a.edges == b.edges;
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
    connect(this, &CanvasView::enteredByKey, this, [this] {
        if (m_selected.isEmpty() && m_selectsOnEntry)
            step(Qt::Key_Down);
    });
    connect(this, &CanvasView::emptyAreaClicked, this, [this] {
        select({});
        Q_EMIT cardClicked({}, {});
    });
}

void CardGraphView::setGraph(CardGraph graph) {
    m_whole = std::move(graph);
    showGraph();
}

void CardGraphView::reopen() {
    m_firstLook = m_firstLook || !isWhereItWasMoved();
}

void CardGraphView::showGraph() {
    const CardGraph graph = foldLongCards(m_whole, m_unfolded);
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
        shape.edges.push_back({edge.from, edge.to, rowY(edge.fromRow), rowY(edge.toRow), edge.isDown});
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

void CardGraphView::firstLook() {
    if (!m_firstLook || m_cards.empty() || !isVisible())
        return;
    m_firstLook = false;
    fitOrCorner();
    if (const QRectF frame = frameOf(m_selected); !frame.isEmpty())
        reveal(frame);
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
        if (row == foldRow)
            return toggleFold(key);
        select(key, row);
        Q_EMIT cardClicked(key, row);
    });
    connect(card, &CardItem::rowOpened, this, [this, key](const QString& row) {
        if (row != foldRow)
            Q_EMIT cardOpened(key, row);
    });
    connect(card, &NodeItem::menuRequested, this, [this, key, card](const QPoint& position) {
        select(key, card->hoveredKey() == foldRow ? QString() : card->hoveredKey());
        Q_EMIT menuRequested(key, position);
    });
}

void CardGraphView::toggleFold(const QString& key) {
    if (!m_unfolded.erase(key))
        m_unfolded.insert(key);
    select(key);
    showGraph();
}

void CardGraphView::select(const QString& key, const QString& row) {
    const int card = indexOf(key);
    const auto isShown = [&](const CardRow& shown) { return shown.key == row; };
    if (card >= 0 && !row.isEmpty() && std::ranges::none_of(m_graph.nodes[size_t(card)].card.rows, isShown) &&
        m_unfolded.insert(key).second)
        showGraph();
    m_selected = indexOf(key) >= 0 ? key : QString();
    m_selectedRow = m_selected.isEmpty() ? QString() : row;
    showSelection();
    announceSelection();
    if (const QRectF frame = frameOf(m_selected); !frame.isEmpty())
        reveal(frame);
}

void CardGraphView::showSelection() {
    const int selected = indexOf(m_selected);
    int row = -1;
    for (size_t i = 0; i < m_cards.size(); ++i) {
        const bool isSelected = int(i) == selected;
        if (isSelected)
            row = m_cards[i]->rowCalled(m_selectedRow);
        m_cards[i]->setSelected(isSelected);
        m_cards[i]->selectRow(isSelected ? row : -1);
    }
    highlightLinks(selected, row);
}

// Those of the row alone, when a row is selected.
void CardGraphView::highlightLinks(int node, int row) {
    const auto isEnd = [&](int endNode, int endRow) { return endNode == node && (row < 0 || endRow == row); };
    for (size_t i = 0; i < m_links.size(); ++i) {
        const CardGraph::Edge& edge = m_graph.edges[i];
        m_links[i]->setBright(node >= 0 && (isEnd(edge.from, edge.fromRow) || isEnd(edge.to, edge.toRow)));
    }
}

std::vector<CanvasPart> CardGraphView::parts() {
    std::vector<CanvasPart> parts;
    for (size_t card = 0; card < m_cards.size(); ++card)
        for (int row = -1; row < int(m_cards[card]->card().rows.size()); ++row)
            parts.push_back(partOf(card, row));
    return parts;
}

CanvasPart CardGraphView::partOf(size_t index, int row) {
    const CardItem& item = *m_cards[index];
    const Card& card = item.card();
    const QString key = m_graph.nodes[index].key;
    const QRectF frame = item.frame();
    if (row < 0)
        return {QStringList{card.title, card.subtitle, card.trailing}.join(u' ').trimmed(),
                neighboursOf(int(index), -1),
                QAccessible::ListItem,
                QRectF(frame.topLeft(), QSizeF(frame.width(), CardItem::headerHeight)),
                key == m_selected && m_selectedRow.isEmpty(),
                [this, key] {
                    select(key);
                    Q_EMIT cardClicked(key, {});
                }};
    const CardRow& shown = card.rows[size_t(row)];
    const QString words = QStringList{shown.text, shown.code, shown.trailing}.join(u' ').trimmed();
    return {tr("%1 of %2").arg(words, card.title),
            neighboursOf(int(index), row),
            QAccessible::ListItem,
            QRectF(frame.left(), frame.top() + item.rowCentre(row) - CardItem::rowHeight / 2, frame.width(),
                   CardItem::rowHeight),
            key == m_selected && !shown.key.isEmpty() && shown.key == m_selectedRow,
            [this, key, row = shown.key] {
                if (row == foldRow)
                    return toggleFold(key);
                select(key, row);
                Q_EMIT cardClicked(key, row);
            }};
}

/// The ends of the links that begin here.
QString CardGraphView::neighboursOf(int card, int row) const {
    QStringList names;
    for (const CardGraph::Edge& edge : m_graph.edges) {
        if (edge.from != card || edge.fromRow != row)
            continue;
        const Card& to = m_graph.nodes[size_t(edge.to)].card;
        names.append(edge.toRow < 0 ? to.title : to.rows[size_t(edge.toRow)].text);
    }
    return names.isEmpty() ? QString() : tr("Leads to %1").arg(names.join(QStringLiteral(", ")));
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

/// Up and down go through the rows of a card before they leave it; the card itself is an empty row.
std::optional<QString> CardGraphView::nextRow(Qt::Key direction) const {
    const int selected = indexOf(m_selected);
    if (selected < 0 || (direction != Qt::Key_Up && direction != Qt::Key_Down))
        return std::nullopt;
    std::vector<QString> rows{QString()};
    for (const CardRow& row : m_graph.nodes[size_t(selected)].card.rows)
        if (!row.key.isEmpty())
            rows.push_back(row.key);
    const auto here = std::ranges::find(rows, m_selectedRow);
    if (here == rows.end() || here == (direction == Qt::Key_Up ? rows.begin() : rows.end() - 1))
        return std::nullopt;
    return direction == Qt::Key_Up ? *(here - 1) : *(here + 1);
}

void CardGraphView::step(Qt::Key direction) {
    if (const auto row = nextRow(direction)) {
        select(m_selected, *row);
        Q_EMIT cardSelected(m_selected, *row);
        return;
    }
    std::vector<QRectF> frames;
    for (const CardItem* card : m_cards)
        frames.push_back(card->frame());
    const int next = nearestInDirection(frames, indexOf(m_selected), direction);
    if (next < 0)
        return;
    select(m_graph.nodes[size_t(next)].key);
    Q_EMIT cardSelected(m_selected, {});
}

void CardGraphView::keyPressEvent(QKeyEvent* event) {
    if (isArrow(event->key()) && event->modifiers() == Qt::NoModifier) {
        step(Qt::Key(event->key()));
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_selectedRow == foldRow)
        return toggleFold(m_selected);
    if (enter && !m_selected.isEmpty()) {
        Q_EMIT cardOpened(m_selected, m_selectedRow);
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
