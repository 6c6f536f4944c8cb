#pragma once

#include "designer/canvas/diagram_style.h"

#include <QtGui/QPainterPath>
#include <QtWidgets/QGraphicsObject>

namespace barre::designer {

/// A polyline with its corners rounded; corners closer than two radii get smaller arcs.
QPainterPath roundedPath(const QList<QPointF>& points, double radius = metric::linkRadius);

enum class LinkLook { Normal, Dashed, Error };

/// An orthogonal link between nodes, with an optional arrow at its end.
class LinkItem : public QGraphicsObject {
    Q_OBJECT

public:
    explicit LinkItem(const QList<QPointF>& points, QGraphicsItem* parent = nullptr);

    const QList<QPointF>& points() const { return m_points; }
    void setPoints(const QList<QPointF>& points);
    void setArrow(bool arrow);
    void setLook(LinkLook look);
    /// A brighter link, for a frame that passes or a hovered neighbour.
    void setBright(bool bright);
    bool isBright() const { return m_bright; }

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QList<QPointF> m_points;
    QPainterPath m_path;
    bool m_arrow = false;
    bool m_bright = false;
    LinkLook m_look = LinkLook::Normal;
};

} // namespace barre::designer
