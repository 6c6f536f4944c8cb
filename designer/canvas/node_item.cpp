#include "designer/canvas/node_item.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtWidgets/QGraphicsSceneMouseEvent>
#include <QtWidgets/QStyleOption>

namespace barre::designer {

NodeItem::NodeItem(const QSizeF& size, QGraphicsItem* parent) : QGraphicsObject(parent), m_size(size) {
    setFlag(QGraphicsItem::ItemIsSelectable);
    setAcceptHoverEvents(true);
}

void NodeItem::setSize(const QSizeF& size) {
    prepareGeometryChange();
    m_size = size;
}

QRectF NodeItem::boundingRect() const {
    return QRectF(QPointF(0, 0), m_size).adjusted(-4, -4, 4, 4);
}

QPainterPath NodeItem::shape() const {
    QPainterPath path;
    path.addRect(QRectF(QPointF(0, 0), m_size));
    return path;
}

void NodeItem::paintFrame(QPainter& painter, NodeMark mark, double radius) const {
    const DiagramStyle style = DiagramStyle::current();
    const bool thick = isSelected();
    Colour border = Colour::Hairline;
    if (isSelected())
        border = Colour::Accent;
    else if (mark == NodeMark::Error)
        border = Colour::Error;
    else if (m_hovered)
        border = Colour::TextSecondary;
    painter.setPen(QPen(style.colour(border), thick ? 2 : 1));
    painter.setBrush(isSelected() ? style.tint(Colour::Accent) : style.colour(Colour::Surface));
    const double inset = thick ? 0 : 0.5;
    painter.drawRoundedRect(QRectF(QPointF(0, 0), m_size).adjusted(inset, inset, -inset, -inset), radius,
                            radius);
}

void NodeItem::hoverEnterEvent(QGraphicsSceneHoverEvent*) {
    m_hovered = true;
    update();
}

void NodeItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*) {
    m_hovered = false;
    update();
}

// Also of the right button: a press that nobody takes makes the scene forget what is selected.
void NodeItem::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    event->accept();
}

void NodeItem::mouseReleaseEvent(QGraphicsSceneMouseEvent* event) {
    if (event->button() == Qt::LeftButton && shape().contains(event->pos()))
        Q_EMIT clicked(event->modifiers());
}

void NodeItem::mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        Q_EMIT opened();
}

void NodeItem::contextMenuEvent(QGraphicsSceneContextMenuEvent* event) {
    event->accept();
    Q_EMIT menuRequested(event->screenPos());
}

bool isFocusShown(const QStyleOption& option) {
    return option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange;
}

void paintFocus(QPainter& painter, const QRectF& area, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(DiagramStyle::current().colour(Colour::Accent), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(area.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius);
    painter.restore();
}

double textWidth(const QString& text, TextRole role) {
    return QFontMetricsF(fontOf(role)).horizontalAdvance(text);
}

double paintText(QPainter& painter, const QRectF& rectangle, const QString& text, TextRole role,
                 const QColor& colour, Qt::Alignment alignment, Qt::TextElideMode elide) {
    const QFont font = fontOf(role);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(text, elide, rectangle.width() + 0.5);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(rectangle, int(alignment) | Qt::TextSingleLine, shown);
    return metrics.horizontalAdvance(shown);
}

} // namespace barre::designer
