#include "designer/canvas/zoom_control.h"

#include "designer/canvas/canvas_view.h"
#include "designer/canvas/controls.h"

#include <QtWidgets/QHBoxLayout>

namespace barre::designer {

ZoomControl::ZoomControl(QWidget* parent) : QFrame(parent) {
    setProperty("role", QStringLiteral("segments"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    auto* out = addButton(QStringLiteral("−"), tr("Zoom out (Ctrl+−)"));
    m_value = addButton(QStringLiteral("100 %"), tr("Show at 100 % (Ctrl+0)"));
    auto* in = addButton(QStringLiteral("+"), tr("Zoom in (Ctrl++)"));
    auto* fit = addButton(tr("Fit"), tr("Show all of the drawing (Ctrl+9)"));
    m_value->setFixedWidth(64);
    for (QToolButton* button : {out, m_value, in, fit})
        row->addWidget(button);
    connect(out, &QToolButton::clicked, this, [this] { m_canvas->zoomOut(); });
    connect(in, &QToolButton::clicked, this, [this] { m_canvas->zoomIn(); });
    connect(m_value, &QToolButton::clicked, this, [this] { m_canvas->zoomReset(); });
    connect(fit, &QToolButton::clicked, this, [this] { m_canvas->fit(); });
}

QToolButton* ZoomControl::addButton(const QString& text, const QString& words) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void ZoomControl::setCanvas(CanvasView* canvas) {
    if (m_canvas)
        disconnect(m_canvas, nullptr, this, nullptr);
    m_canvas = canvas;
    setVisible(canvas != nullptr);
    if (!canvas)
        return;
    connect(canvas, &CanvasView::zoomChanged, this, &ZoomControl::showZoom);
    connect(canvas, &QObject::destroyed, this, [this] { m_canvas = nullptr; });
    showZoom(canvas->zoom());
}

void ZoomControl::showZoom(double zoom) {
    m_value->setText(QStringLiteral("%1 %").arg(qRound(zoom * 100)));
}

} // namespace barre::designer
