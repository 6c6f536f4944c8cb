#pragma once

#include "designer/canvas/canvas_parts.h"

#include <QtWidgets/QGraphicsView>

#include <vector>

namespace barre::designer {

class Motion;

/// Where one looks at a drawing: kept per drawing, so that coming back shows the same place.
struct CanvasPosition {
    QPointF centre;
    double zoom = 1;
    bool isSet = false;
};

/// The page that drawings lie on: dot grid, pan (middle button, space, wheel), zoom about the pointer
/// (Ctrl+wheel), real fit, export. Knows nothing of what is drawn.
class CanvasView : public QGraphicsView {
    Q_OBJECT

public:
    explicit CanvasView(QWidget* parent = nullptr);

    double zoom() const { return transform().m11(); }
    void setZoom(double zoom);
    void zoomIn() { setZoom(nextStop(+1)); }
    void zoomOut() { setZoom(nextStop(-1)); }
    void zoomReset() { setZoom(1); }
    /// Shows all of the drawing, as large as it fits, at most at its own size.
    void fit();
    /// The first look at a drawing: fitted when that stays readable, else its top at full size with `axis` in
    /// the middle.
    void fitOrTop(double axis);
    /// The first look at a drawing without an axis: fitted when that stays readable, else its left and top.
    void fitOrCorner();
    /// Whether a person has scrolled or zoomed what is drawn now since it was last fitted.
    bool isWhereItWasMoved() const { return m_isMoved && m_movedContent == m_content; }
    /// Scrolls as little as needed to show `area`.
    void reveal(const QRectF& area);

    /// The extent of the drawing; the view keeps room around it to pan.
    void setContent(const QRectF& content);
    QRectF content() const { return m_content; }

    CanvasPosition position() const;
    void setPosition(const CanvasPosition& position);

    /// All that is drawn, for screen readers: from the top, what lies in something after it.
    virtual std::vector<CanvasPart> parts() { return {}; }
    /// Which of the parts is selected, or -1.
    int selectedPart();
    /// Says what is selected now.
    void announceSelection();

    /// Writes the whole drawing on its background; false with a sentence in `problem` when that fails.
    bool exportTo(const QString& path, QString* problem);

Q_SIGNALS:
    void zoomChanged(double zoom);
    void emptyAreaClicked();
    void enteredByKey(); ///< Tab came here: something has to show that
    void emptyAreaMenuRequested(const QPoint& screenPosition);

protected:
    void drawBackground(QPainter* painter, const QRectF& area) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    /// What a change of size must keep: the middle, or that all is seen.
    enum class Look { Free, Fitted, FittedOrTop, FittedOrCorner };

    double nextStop(int direction) const;
    void updateSceneRect();
    void panBy(const QPoint& delta);
    void noteMoved();
    bool isEmptyAt(const QPoint& point) const;
    void drawDrawing(QPainter& painter, const QRectF& target, const QRectF& source);

    QRectF m_content;
    QPointF m_centre; ///< of what is seen
    Look m_look = Look::Free;
    double m_axis = 0;     ///< of FittedOrTop
    QRectF m_movedContent; ///< what was drawn when a person moved it
    bool m_isMoved = false;
    Motion* m_motion;
    QPoint m_panFrom;
    bool m_panning = false;
    bool m_spaceHeld = false;
    bool m_resizing = false;
};

} // namespace barre::designer
