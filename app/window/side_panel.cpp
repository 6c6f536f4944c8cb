#include "app/window/side_panel.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/focus_order.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace barre::app {

SidePanel::SidePanel(QWidget* parent)
    : QFrame(parent), m_stack(new QStackedWidget(this)),
      m_empty(new designer::EmptyState(QStringLiteral("panel"),
                                       tr("Select something in the drawing to see and change it here."), {},
                                       m_stack)) {
    setProperty("role", QStringLiteral("surface"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_stack->addWidget(m_empty);
}

void SidePanel::showPanel(QWidget* panel) {
    QWidget* shown = panel ? panel : m_empty;
    if (m_stack->indexOf(shown) < 0)
        m_stack->addWidget(shown);
    m_stack->setCurrentWidget(shown);
}

void SidePanel::focusFirstField() {
    QWidget* const panel = m_stack->currentWidget();
    for (QWidget* stop : designer::focusOrder(*panel))
        if (stop->inherits("QLineEdit") || stop->inherits("QPlainTextEdit"))
            return stop->setFocus(Qt::TabFocusReason);
    panel->setFocus(Qt::TabFocusReason);
}

void SidePanel::focusWrongField() {
    for (QWidget* stop : designer::focusOrder(*m_stack->currentWidget()))
        if (stop->property("wrong").toBool())
            return stop->setFocus(Qt::TabFocusReason);
}

void SidePanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QFrame::keyPressEvent(event);
}

} // namespace barre::app
