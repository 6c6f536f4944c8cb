#include "designer/flow/flow_canvas.h"

#include "designer/flow/flow_scene.h"

#include <QtGui/QKeyEvent>

namespace barre::designer {

FlowCanvas::FlowCanvas(FlowScene& scene, QWidget* parent) : CanvasView(parent), m_flow(scene) {
    setScene(&scene);
}

void FlowCanvas::mouseMoveEvent(QMouseEvent* event) {
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
