#include "designer/canvas/popup.h"

#include "designer/canvas/diagram_style.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

namespace {
constexpr int shadow = 24, shadowDrop = 8, padding = 8, edge = 8;
}

Popup::Popup(QWidget* parent) : QWidget(parent), m_body(new QVBoxLayout(this)) {
    setFocusPolicy(Qt::StrongFocus);
    m_body->setContentsMargins(shadow + padding, shadow + padding, shadow + padding, shadow + padding);
    m_body->setSpacing(padding);
    hide();
}

void Popup::openAt(const QPoint& screenPosition, const QSize& size, QWidget* over) {
    QWidget* window = over->window();
    m_focusBefore = window->focusWidget();
    setParent(window);
    const QSize bounded = size.boundedTo(window->size() - QSize(2 * edge, 2 * edge));
    QPoint place = window->mapFromGlobal(screenPosition);
    place.setX(qBound(edge, place.x(), window->width() - bounded.width() - edge));
    place.setY(qBound(edge, place.y(), window->height() - bounded.height() - edge));
    setGeometry(QRect(place, bounded).adjusted(-shadow, -shadow, shadow, shadow));
    show();
    raise();
    qApp->installEventFilter(this);
}

void Popup::closePopup() {
    if (!isVisible())
        return;
    qApp->removeEventFilter(this);
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

bool Popup::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const QPoint point = mapFromGlobal(static_cast<QMouseEvent*>(event)->globalPosition().toPoint());
        if (watched->isWidgetType() && !rect().adjusted(shadow, shadow, -shadow, -shadow).contains(point))
            closePopup();
        break;
    }
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
            closePopup();
            return true;
        }
        break;
    case QEvent::Resize:
    case QEvent::WindowDeactivate:
        if (watched == window())
            closePopup();
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void Popup::paintEvent(QPaintEvent*) {
    const DiagramStyle style = DiagramStyle::current();
    const QRectF card = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor shade = style.colour(Colour::Shadow);
    shade.setAlphaF(shade.alphaF() / shadow);
    painter.setBrush(shade);
    for (int ring = shadow - shadowDrop; ring > 0; ring -= 1) {
        const double radius = metric::popupRadius + ring;
        painter.drawRoundedRect(card.adjusted(-ring, -ring + shadowDrop, ring, ring + shadowDrop - 1), radius,
                                radius);
    }
    painter.setPen(QPen(style.colour(Colour::Hairline), 1));
    painter.setBrush(style.colour(Colour::Raised));
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), metric::popupRadius, metric::popupRadius);
}

} // namespace barre::designer
