#include "designer/canvas/card_item.h"

#include "designer/canvas/icon.h"

#include <QtGui/QPainter>
#include <QtWidgets/QGraphicsSceneMouseEvent>

#include <algorithm>
#include <cmath>

namespace barre::designer {

namespace {

constexpr double padding = 16, textLeft = 46, gap = 8;

Colour markColour(NodeMark mark) {
    return mark == NodeMark::Error ? Colour::Error : Colour::Warn;
}

double rowWidth(const CardRow& row) {
    double width = textLeft + textWidth(row.text, TextRole::Body) + padding;
    if (!row.code.isEmpty())
        width += gap + textWidth(row.code, TextRole::Code);
    if (!row.trailing.isEmpty())
        width += 2 * gap +
                 qMax(textWidth(row.trailing, TextRole::Caption), textWidth(row.reserve, TextRole::Caption));
    return width;
}

} // namespace

CardItem::CardItem(Card card, double width, QGraphicsItem* parent)
    : NodeItem(cardSize(card, width), parent), m_card(std::move(card)) {
    setToolTip(m_card.tooltip);
}

void CardItem::setCard(Card card) {
    setSize(cardSize(card, size().width()));
    m_card = std::move(card);
    setToolTip(m_card.tooltip);
    update();
}

QSizeF CardItem::cardSize(const Card& card, double width) {
    return {width, headerHeight + rowHeight * double(card.rows.size())};
}

double CardItem::fittingWidth(const Card& card, double least, double most) {
    double width = textLeft + padding + textWidth(card.title, TextRole::BodyStrong);
    if (!card.trailing.isEmpty())
        width += 2 * gap + textWidth(card.trailing, TextRole::Caption);
    width = qMax(width, textLeft + padding + textWidth(card.subtitle, TextRole::Code));
    for (const CardRow& row : card.rows)
        width = qMax(width, rowWidth(row));
    return std::ceil(qBound(least, width, most) / metric::grid) * metric::grid;
}

double CardItem::rowCentre(int row) const {
    return row < 0 ? headerHeight / 2 : headerHeight + rowHeight * (row + 0.5);
}

int CardItem::rowCalled(const QString& key) const {
    const auto row = std::ranges::find(m_card.rows, key, &CardRow::key);
    return key.isEmpty() || row == m_card.rows.end() ? -1 : int(row - m_card.rows.begin());
}

void CardItem::selectRow(int row) {
    m_selectedRow = row;
    update();
}

int CardItem::rowAt(const QPointF& point) const {
    const int row = int(std::floor((point.y() - headerHeight) / rowHeight));
    const bool clickable =
        row >= 0 && row < int(m_card.rows.size()) && !m_card.rows[size_t(row)].key.isEmpty();
    return clickable ? row : -1;
}

void CardItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    paintFrame(*painter, m_card.mark);
    paintHeader(*painter);
    for (int index = 0; index < int(m_card.rows.size()); ++index)
        paintRow(*painter, index);
}

void CardItem::paintHeader(QPainter& painter) const {
    const DiagramStyle style = DiagramStyle::current();
    paintIcon(painter, m_card.icon, style.colour(m_card.iconColour), QRectF(padding - 2, 20, 20, 20));
    double right = size().width() - padding;
    if (!m_card.trailing.isEmpty()) {
        const double width = textWidth(m_card.trailing, TextRole::Caption);
        paintText(painter, QRectF(right - width - 1, 12, width + 1, 18), m_card.trailing, TextRole::Caption,
                  style.colour(m_card.trailingColour), Qt::AlignRight | Qt::AlignVCenter);
        right -= width + gap;
    }
    paintText(painter, QRectF(textLeft, 12, right - textLeft, 18), m_card.title, TextRole::BodyStrong,
              style.colour(Colour::Text));
    paintText(painter, QRectF(textLeft, 31, size().width() - padding - textLeft, 18), m_card.subtitle,
              TextRole::Code, style.colour(Colour::TextSecondary), Qt::AlignLeft | Qt::AlignVCenter,
              Qt::ElideMiddle);
}

void CardItem::paintRow(QPainter& painter, int index) const {
    const DiagramStyle style = DiagramStyle::current();
    const CardRow& row = m_card.rows[size_t(index)];
    const double top = headerHeight + rowHeight * index;
    painter.setPen(QPen(style.colour(Colour::Hairline), 1));
    painter.drawLine(QPointF(1, top), QPointF(size().width() - 1, top));
    const bool isSelected = index == m_selectedRow;
    if (isSelected || index == m_hoveredRow) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isSelected ? style.tint(Colour::Accent, 0.12) : style.tint(Colour::Text, 0.05));
        const bool last = index + 1 == int(m_card.rows.size());
        const QRectF area(1, top + 0.5, size().width() - 2, rowHeight - (last ? 1.5 : 0.5));
        painter.drawRoundedRect(area, last ? metric::nodeRadius - 1 : 0, last ? metric::nodeRadius - 1 : 0);
    }
    if (isSelected)
        painter.fillRect(QRectF(6, top + 6, 3, rowHeight - 12), style.colour(Colour::Accent));
    const Colour iconColour = row.mark == NodeMark::None ? row.iconColour : markColour(row.mark);
    paintIcon(painter, row.icon, style.colour(iconColour), QRectF(padding, top + 6, 16, 16));
    double right = size().width() - padding;
    if (!row.trailing.isEmpty()) {
        const double width = qMin(textWidth(row.trailing, TextRole::Caption), size().width() * 0.6);
        paintText(painter, QRectF(right - width - 1, top, width + 1, rowHeight), row.trailing,
                  TextRole::Caption, style.colour(Colour::TextSecondary), Qt::AlignRight | Qt::AlignVCenter);
        right -= width + 2 * gap;
    }
    const Colour textColour = row.mark == NodeMark::Error ? Colour::Error : Colour::Text;
    const double used = paintText(painter, QRectF(textLeft, top, right - textLeft, rowHeight), row.text,
                                  TextRole::Body, style.colour(textColour));
    const double codeLeft = textLeft + used + gap;
    if (!row.code.isEmpty() && right - codeLeft > 24)
        paintText(painter, QRectF(codeLeft, top, right - codeLeft, rowHeight), row.code, TextRole::Code,
                  style.colour(Colour::TextSecondary));
}

void CardItem::hoverMoveEvent(QGraphicsSceneHoverEvent* event) {
    const int row = rowAt(event->pos());
    if (row == m_hoveredRow)
        return;
    m_hoveredRow = row;
    const bool onRow = row >= 0 && !m_card.rows[size_t(row)].tooltip.isEmpty();
    setToolTip(onRow ? m_card.rows[size_t(row)].tooltip : m_card.tooltip);
    update();
}

void CardItem::hoverLeaveEvent(QGraphicsSceneHoverEvent* event) {
    m_hoveredRow = -1;
    NodeItem::hoverLeaveEvent(event);
}

void CardItem::mouseReleaseEvent(QGraphicsSceneMouseEvent* event) {
    const int row = event->button() == Qt::LeftButton ? rowAt(event->pos()) : -1;
    if (row >= 0 && shape().contains(event->pos()))
        Q_EMIT rowClicked(m_card.rows[size_t(row)].key);
    else
        NodeItem::mouseReleaseEvent(event);
}

void CardItem::mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) {
    const int row = event->button() == Qt::LeftButton ? rowAt(event->pos()) : -1;
    if (row >= 0)
        Q_EMIT rowOpened(m_card.rows[size_t(row)].key);
    else
        NodeItem::mouseDoubleClickEvent(event);
}

} // namespace barre::designer
