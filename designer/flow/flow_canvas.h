#pragma once

#include "designer/canvas/canvas_view.h"

namespace barre::designer {

class FlowScene;

/// The canvas of a flow: tells the scene where the pointer is and the view which arrow key was pressed.
class FlowCanvas : public CanvasView {
    Q_OBJECT

public:
    explicit FlowCanvas(FlowScene& scene, QWidget* parent = nullptr);

Q_SIGNALS:
    void arrowPressed(int key, Qt::KeyboardModifiers modifiers);
    void escapePressed();

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    FlowScene& m_flow;
};

} // namespace barre::designer
