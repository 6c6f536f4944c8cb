#include "designer/canvas/sparkline.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

namespace barre::designer {

Sparkline::Sparkline(QWidget* parent) : QWidget(parent) {
    setMinimumHeight(40);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setValues(std::vector<int> values) {
    m_values = std::move(values);
    update();
}

void Sparkline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const DiagramStyle style = DiagramStyle::current();
    const double bottom = height() - 1.5, top = 4;
    painter.setPen(QPen(style.colour(Colour::Hairline), 1));
    painter.drawLine(QPointF(0, bottom), QPointF(width(), bottom));
    if (m_values.size() < 2)
        return;
    const double most = std::max(4, *std::max_element(m_values.begin(), m_values.end()));
    QPainterPath path;
    for (size_t i = 0; i < m_values.size(); ++i) {
        const double x = width() * double(i) / double(m_values.size() - 1);
        const double y = bottom - 1 - (bottom - top) * m_values[i] / most;
        if (i == 0)
            path.moveTo(x, y);
        else
            path.lineTo(x, y);
    }
    painter.setPen(QPen(style.colour(Colour::Run), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

} // namespace barre::designer
