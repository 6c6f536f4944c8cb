#pragma once

#include "designer/canvas/diagram_style.h"

#include <QtWidgets/QGraphicsObject>

class QStyleOption;

namespace barre::designer {

/// How bad the worst diagnostic inside a node is.
enum class NodeMark { None, Warning, Error };

/// A thing on the canvas with an extent, a hover and a selected look; says what was done to it, does nothing.
class NodeItem : public QGraphicsObject {
    Q_OBJECT

public:
    explicit NodeItem(const QSizeF& size, QGraphicsItem* parent = nullptr);

    QSizeF size() const { return m_size; }
    void setSize(const QSizeF& size);
    /// The node's rectangle in scene coordinates.
    QRectF frame() const { return QRectF(scenePos(), m_size); }
    bool isHovered() const { return m_hovered; }

    QRectF boundingRect() const override;
    QPainterPath shape() const override;

Q_SIGNALS:
    void clicked(Qt::KeyboardModifiers modifiers);
    void opened(); ///< double-click
    void menuRequested(const QPoint& screenPosition);

protected:
    /// Surface, border and selection; every node begins its painting with it.
    void paintFrame(QPainter& painter, NodeMark mark = NodeMark::None,
                    double radius = metric::nodeRadius) const;

    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) override;
    void contextMenuEvent(QGraphicsSceneContextMenuEvent* event) override;

private:
    QSizeF m_size;
    bool m_hovered = false;
};

/// Whether a row has the focus and the person works with keys: after a click nobody needs to be shown where.
bool isFocusShown(const QStyleOption& option);
/// The ring around what the keys go to.
void paintFocus(QPainter& painter, const QRectF& area, double radius);

/// Draws one line of text in `rectangle`, elided so that it never leaves it; left and vertically centred
/// unless `alignment` says otherwise. Returns the width that it took.
double paintText(QPainter& painter, const QRectF& rectangle, const QString& text, TextRole role,
                 const QColor& colour, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter,
                 Qt::TextElideMode elide = Qt::ElideRight);
double textWidth(const QString& text, TextRole role);

} // namespace barre::designer
