#pragma once

#include <QtWidgets/QFrame>

class QToolButton;

namespace barre::designer {

class CanvasView;

/// − 100 % + Fit: shows and sets the zoom of the canvas it is given.
class ZoomControl : public QFrame {
    Q_OBJECT

public:
    explicit ZoomControl(QWidget* parent = nullptr);

    /// Follows another canvas; null disables nothing but hides the control.
    void setCanvas(CanvasView* canvas);

private:
    QToolButton* addButton(const QString& text, const QString& words);
    void showZoom(double zoom);

    CanvasView* m_canvas = nullptr;
    QToolButton* m_value;
};

} // namespace barre::designer
