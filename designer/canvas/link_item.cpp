#include "designer/canvas/link_item.h"

#include <QtCore/QLineF>
#include <QtGui/QPainter>

namespace barre::designer {

namespace {

QPointF towards(const QPointF& from, const QPointF& to, double distance) {
    const QLineF line(from, to);
    return line.length() < 0.001 ? from : line.pointAt(distance / line.length());
}

} // namespace

QPainterPath roundedPath(const QList<QPointF>& points, double radius) {
    QPainterPath path;
    if (points.isEmpty())
        return path;
    path.moveTo(points.first());
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const double before = QLineF(points[i - 1], points[i]).length();
        const double after = QLineF(points[i], points[i + 1]).length();
        const double bend = qMin(radius, qMin(before, after) / 2);
        path.lineTo(towards(points[i], points[i - 1], bend));
        path.quadTo(points[i], towards(points[i], points[i + 1], bend));
    }
    path.lineTo(points.last());
    return path;
}

LinkItem::LinkItem(const QList<QPointF>& points, QGraphicsItem* parent) : QGraphicsObject(parent) {
    setZValue(-1);
    setAcceptedMouseButtons(Qt::NoButton);
    setPoints(points);
}

void LinkItem::setPoints(const QList<QPointF>& points) {
    prepareGeometryChange();
    m_points = points;
    m_path = roundedPath(points);
    update();
}

void LinkItem::setArrow(bool arrow) {
    m_arrow = arrow;
    update();
}

void LinkItem::setLook(LinkLook look) {
    m_look = look;
    update();
}

void LinkItem::setBright(bool bright) {
    m_bright = bright;
    update();
}

QRectF LinkItem::boundingRect() const {
    return m_path.boundingRect().adjusted(-6, -6, 6, 6);
}

QPainterPath LinkItem::shape() const {
    QPainterPathStroker stroker;
    stroker.setWidth(12);
    return stroker.createStroke(m_path);
}

void LinkItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    if (m_points.size() < 2)
        return;
    const DiagramStyle style = DiagramStyle::current();
    Colour name = m_bright ? Colour::Accent : Colour::Link;
    if (m_look == LinkLook::Error)
        name = Colour::ErrorHandling;
    const QColor colour = style.colour(name);
    QPen pen(colour, m_look == LinkLook::Error ? 1 : metric::linkWidth, Qt::SolidLine, Qt::RoundCap,
             Qt::RoundJoin);
    if (m_look == LinkLook::Dashed)
        pen.setDashPattern({3, 3});
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_path);
    if (!m_arrow)
        return;
    const QPointF tip = m_points.last();
    const QPointF back = towards(tip, m_points[m_points.size() - 2], 6);
    const QPointF side((tip - back).y() * 0.7, -(tip - back).x() * 0.7);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawPolygon(QPolygonF({tip, back + side, back - side}));
}

} // namespace barre::designer
