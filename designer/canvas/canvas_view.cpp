#include "designer/canvas/canvas_view.h"

#include "designer/canvas/diagram_style.h"
#include "designer/canvas/motion.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtSvg/QSvgGenerator>
#include <QtWidgets/QGraphicsItem>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <array>
#include <cmath>

namespace barre::designer {

namespace {

constexpr std::array zoomStops = {0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 3.0, 4.0};
constexpr double margin = 32;
/// Below this a drawing shown whole can no longer be read.
constexpr double readable = 0.55;

} // namespace

CanvasView::CanvasView(QWidget* parent) : QGraphicsView(parent), m_motion(new Motion(this)) {
    tellCanvasParts();
    setFrameShape(QFrame::NoFrame);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(QGraphicsView::NoAnchor);
    setResizeAnchor(QGraphicsView::NoAnchor);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
}

void CanvasView::setZoom(double zoom) {
    const double bounded = qBound(zoomStops.front(), zoom, zoomStops.back());
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    const QPoint anchor =
        viewport()->rect().contains(pointer) && underMouse() ? pointer : viewport()->rect().center();
    const QPointF before = mapToScene(anchor);
    setTransform(QTransform::fromScale(bounded, bounded));
    updateSceneRect();
    noteMoved();
    panBy(anchor - mapFromScene(before));
    Q_EMIT zoomChanged(bounded);
}

double CanvasView::nextStop(int direction) const {
    const double now = zoom();
    if (direction > 0) {
        for (double stop : zoomStops)
            if (stop > now * 1.01)
                return stop;
        return zoomStops.back();
    }
    for (auto stop = zoomStops.rbegin(); stop != zoomStops.rend(); ++stop)
        if (*stop < now * 0.99)
            return *stop;
    return zoomStops.front();
}

void CanvasView::fit() {
    if (m_content.isEmpty())
        return;
    m_isMoved = false;
    const double wide = viewport()->width() / (m_content.width() + 2 * margin);
    const double high = viewport()->height() / (m_content.height() + 2 * margin);
    setPosition({m_content.center(), qMin(1.0, qMin(wide, high)), true});
    m_look = Look::Fitted;
}

void CanvasView::fitOrTop(double axis) {
    fit();
    const bool isReadable = zoom() >= readable;
    const double shown = isReadable ? zoom() : 1;
    const double half = viewport()->height() / 2.0;
    const double x = isReadable ? m_content.center().x() : axis;
    setPosition({{x, m_content.top() + (half - margin) / shown}, shown, true});
    m_look = Look::FittedOrTop;
    m_axis = axis;
}

void CanvasView::fitOrCorner() {
    fit();
    if (zoom() < readable) {
        const QSizeF half = QSizeF(viewport()->size()) / readable / 2;
        QPointF middle = m_content.center();
        if (m_content.width() > 2 * half.width())
            middle.setX(m_content.left() - margin + half.width());
        if (m_content.height() > 2 * half.height())
            middle.setY(m_content.top() - margin + half.height());
        setPosition({middle, readable, true});
    }
    m_look = Look::FittedOrCorner;
}

void CanvasView::reveal(const QRectF& area) {
    const double beside = 24 / zoom();
    const QRectF wanted = area.adjusted(-beside, -beside, beside, beside);
    const QRectF shown = mapToScene(viewport()->rect()).boundingRect();
    if (shown.contains(wanted))
        return;
    QPointF shift;
    if (wanted.left() < shown.left() || wanted.width() > shown.width())
        shift.setX(wanted.left() - shown.left());
    else if (wanted.right() > shown.right())
        shift.setX(wanted.right() - shown.right());
    if (wanted.top() < shown.top() || wanted.height() > shown.height())
        shift.setY(wanted.top() - shown.top());
    else if (wanted.bottom() > shown.bottom())
        shift.setY(wanted.bottom() - shown.bottom());
    m_look = Look::Free;
    const QPointF from = shown.center();
    m_motion->run([this, from, shift](double t) { centerOn(from + shift * t); });
}

void CanvasView::setContent(const QRectF& content) {
    const CanvasPosition kept = position();
    const Look look = m_look;
    m_content = content;
    updateSceneRect();
    setPosition(kept);
    m_look = look;
    if (m_look == Look::FittedOrCorner)
        fitOrCorner(); // nobody has moved it: it stays whole
}

CanvasPosition CanvasView::position() const {
    return {mapToScene(viewport()->rect()).boundingRect().center(), zoom(), true};
}

void CanvasView::setPosition(const CanvasPosition& position) {
    if (!position.isSet)
        return;
    m_look = Look::Free;
    setTransform(QTransform::fromScale(position.zoom, position.zoom));
    updateSceneRect();
    centerOn(position.centre);
    m_centre = position.centre;
    Q_EMIT zoomChanged(position.zoom);
}

// The scene is larger than the drawing by one window on each side: any part can be brought to the middle,
// and the drawing can never be lost out of sight altogether.
void CanvasView::updateSceneRect() {
    const double wide = viewport()->width() / zoom(), high = viewport()->height() / zoom();
    const double slack = 80 / zoom();
    setSceneRect(m_content.adjusted(slack - wide, slack - high, wide - slack, high - slack));
}

void CanvasView::noteMoved() {
    m_isMoved = true;
    m_movedContent = m_content;
}

void CanvasView::panBy(const QPoint& delta) {
    m_look = Look::Free;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - delta.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - delta.y());
}

void CanvasView::drawBackground(QPainter* painter, const QRectF& area) {
    const DiagramStyle style = DiagramStyle::current();
    painter->fillRect(area, style.colour(Colour::Canvas));
    double pitch = metric::dotGrid;
    while (pitch * zoom() < 14)
        pitch *= 2;
    QList<QPointF> dots;
    for (double x = std::floor(area.left() / pitch) * pitch; x <= area.right(); x += pitch)
        for (double y = std::floor(area.top() / pitch) * pitch; y <= area.bottom(); y += pitch)
            dots.append({x, y});
    QPen pen(style.colour(Colour::CanvasDot), 2, Qt::SolidLine, Qt::RoundCap);
    pen.setCosmetic(true);
    painter->setPen(pen);
    painter->drawPoints(dots.constData(), int(dots.size()));
}

void CanvasView::wheelEvent(QWheelEvent* event) {
    m_motion->finish();
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(zoom() * std::pow(1.0015, event->angleDelta().y()));
        event->accept();
        return;
    }
    QPoint delta = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    if (event->modifiers() & Qt::ShiftModifier)
        delta = delta.transposed();
    noteMoved();
    panBy(delta);
    event->accept();
}

void CanvasView::mousePressEvent(QMouseEvent* event) {
    m_motion->finish();
    if (event->button() == Qt::MiddleButton || (m_spaceHeld && event->button() == Qt::LeftButton)) {
        m_panning = true;
        m_panFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        event->accept();
        return;
    }
    if (!isEmptyAt(event->pos()))
        return QGraphicsView::mousePressEvent(event);
    m_panning = event->button() == Qt::LeftButton;
    m_panFrom = event->pos();
    Q_EMIT emptyAreaClicked();
}

/// Whether nothing is there that takes a click; links and dots do not.
bool CanvasView::isEmptyAt(const QPoint& point) const {
    const QList<QGraphicsItem*> found = items(point);
    return std::none_of(found.begin(), found.end(), [](const QGraphicsItem* item) {
        return item->acceptedMouseButtons() != Qt::NoButton;
    });
}

void CanvasView::contextMenuEvent(QContextMenuEvent* event) {
    if (!isEmptyAt(event->pos()))
        return QGraphicsView::contextMenuEvent(event);
    event->accept();
    Q_EMIT emptyAreaMenuRequested(event->globalPos());
}

void CanvasView::mouseMoveEvent(QMouseEvent* event) {
    if (m_panning) {
        noteMoved();
        panBy(event->pos() - m_panFrom);
        m_panFrom = event->pos();
        return;
    }
    QGraphicsView::mouseMoveEvent(event);
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event) {
    if (m_panning) {
        m_panning = false;
        viewport()->unsetCursor();
        if (m_spaceHeld)
            viewport()->setCursor(Qt::OpenHandCursor);
        return;
    }
    QGraphicsView::mouseReleaseEvent(event);
}

void CanvasView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat() && !scene()->focusItem()) {
        m_spaceHeld = true;
        viewport()->setCursor(Qt::OpenHandCursor);
        return;
    }
    QGraphicsView::keyPressEvent(event);
}

void CanvasView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        if (!m_panning)
            viewport()->unsetCursor();
    }
    QGraphicsView::keyReleaseEvent(event);
}

void CanvasView::focusInEvent(QFocusEvent* event) {
    QGraphicsView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        Q_EMIT enteredByKey();
}

void CanvasView::resizeEvent(QResizeEvent* event) {
    m_resizing = true;
    QGraphicsView::resizeEvent(event);
    updateSceneRect();
    centerOn(m_centre);
    m_resizing = false;
    if (m_look == Look::Fitted)
        fit();
    else if (m_look == Look::FittedOrTop)
        fitOrTop(m_axis);
    else if (m_look == Look::FittedOrCorner)
        fitOrCorner();
}

void CanvasView::scrollContentsBy(int dx, int dy) {
    QGraphicsView::scrollContentsBy(dx, dy);
    if (!m_resizing)
        m_centre = position().centre;
}

int CanvasView::selectedPart() {
    const std::vector<CanvasPart> all = parts();
    const auto selected =
        std::find_if(all.begin(), all.end(), [](const CanvasPart& part) { return part.isSelected; });
    return selected == all.end() ? -1 : int(selected - all.begin());
}

void CanvasView::announceSelection() {
    const int selected = QAccessible::isActive() && hasFocus() ? selectedPart() : -1;
    if (selected < 0)
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(selected);
    QAccessible::updateAccessibility(&event);
}

void CanvasView::drawDrawing(QPainter& painter, const QRectF& target, const QRectF& source) {
    painter.setRenderHints(renderHints());
    painter.fillRect(target, DiagramStyle::current().colour(Colour::Canvas));
    scene()->render(&painter, target, source);
}

bool CanvasView::exportTo(const QString& path, QString* problem) {
    const QRectF source = m_content.adjusted(-margin, -margin, margin, margin);
    const QRectF target(QPointF(0, 0), source.size());
    bool written = false;
    if (path.endsWith(QLatin1StringView(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator generator;
        generator.setFileName(path);
        generator.setSize(target.size().toSize());
        generator.setViewBox(target);
        QPainter painter;
        written = painter.begin(&generator);
        if (written)
            drawDrawing(painter, target, source);
    } else {
        QImage image((target.size() * 2).toSize(), QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(2);
        QPainter painter(&image);
        drawDrawing(painter, target, source);
        painter.end();
        written = image.save(path, "PNG");
    }
    if (!written && problem)
        *problem = tr("%1 could not be written. Choose another folder.").arg(path);
    return written;
}

} // namespace barre::designer
