#pragma once

#include "designer/canvas/canvas_view.h"
#include "model/design/flow_graph.h"

#include <optional>

namespace barre::designer {

class FlowScene;

/// The canvas of a flow: tells the scene where the pointer is and the view which arrow key was pressed.
class FlowCanvas : public CanvasView {
    Q_OBJECT

public:
    explicit FlowCanvas(FlowScene& scene, QWidget* parent = nullptr);

    std::vector<CanvasPart> parts() override;

Q_SIGNALS:
    void arrowPressed(int key, Qt::KeyboardModifiers modifiers);
    void escapePressed();
    /// A step is being dragged from where it is; then where it was let go.
    void dragStarted(barre::design::NodeId node);
    void dropped(uint32_t offset);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool drag(QMouseEvent* event);

    FlowScene& m_flow;
    std::optional<design::NodeId> m_pressed;
    QPoint m_pressedAt;
    std::optional<uint32_t> m_drop;
    bool m_dragging = false;
};

} // namespace barre::designer
