#include "designer/flow/flow_canvas.h"

#include "designer/flow/flow_scene.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>

namespace barre::designer {

FlowCanvas::FlowCanvas(FlowScene& scene, QWidget* parent) : CanvasView(parent), m_flow(scene) {
    setScene(&scene);
}

std::vector<CanvasPart> FlowCanvas::parts() {
    return m_flow.parts();
}

void FlowCanvas::mousePressEvent(QMouseEvent* event) {
    m_pressed.reset();
    if (event->button() == Qt::LeftButton) // the + of a link that was drawn anew under the resting pointer
        m_flow.hoverAt(mapToScene(event->pos()));
    const auto* node =
        event->button() == Qt::LeftButton ? dynamic_cast<FlowNodeItem*>(itemAt(event->pos())) : nullptr;
    if (node)
        m_pressed = node->id();
    m_pressedAt = event->pos();
    CanvasView::mousePressEvent(event);
}

bool FlowCanvas::drag(QMouseEvent* event) {
    const bool far = (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (!m_pressed || !(event->buttons() & Qt::LeftButton) || (!m_dragging && !far))
        return false;
    if (!m_dragging) {
        m_dragging = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
        Q_EMIT dragStarted(*m_pressed);
    }
    m_drop = m_flow.showDrop(mapToScene(event->pos()));
    return true;
}

void FlowCanvas::mouseReleaseEvent(QMouseEvent* event) {
    const bool wasDragging = m_dragging;
    m_dragging = false;
    m_pressed.reset();
    CanvasView::mouseReleaseEvent(event);
    if (!wasDragging)
        return;
    viewport()->unsetCursor();
    m_flow.hoverNowhere();
    if (m_drop)
        Q_EMIT dropped(*m_drop);
    m_drop.reset();
}

void FlowCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (drag(event))
        return;
    if (event->buttons() == Qt::NoButton)
        m_flow.hoverAt(mapToScene(event->pos()));
    CanvasView::mouseMoveEvent(event);
}

void FlowCanvas::leaveEvent(QEvent* event) {
    m_flow.hoverNowhere();
    CanvasView::leaveEvent(event);
}

void FlowCanvas::keyPressEvent(QKeyEvent* event) {
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool plain = modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (plain) {
            Q_EMIT arrowPressed(event->key(), modifiers);
            return;
        }
        break;
    case Qt::Key_Escape: Q_EMIT escapePressed(); return;
    default: break;
    }
    CanvasView::keyPressEvent(event);
}

} // namespace barre::designer
