#include "designer/canvas/motion.h"

#include "designer/canvas/diagram_style.h"

#include <QtCore/QVariantAnimation>
#include <QtWidgets/QApplication>

namespace barre::designer {

namespace {
constexpr const char* offProperty = "barreMotionOff";
}

Motion::Motion(QObject* parent) : QObject(parent), m_animation(new QVariantAnimation(this)) {
    m_animation->setStartValue(0.0);
    m_animation->setEndValue(1.0);
    m_animation->setDuration(metric::animation);
    m_animation->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_animation, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { advance(value.toDouble()); });
}

void Motion::run(std::function<void(double)> step) {
    finish();
    if (!isOn()) {
        step(1);
        return;
    }
    step(0);
    m_step = std::move(step);
    m_animation->start();
}

void Motion::finish() {
    m_animation->stop();
    if (m_step)
        advance(1);
}

void Motion::advance(double t) {
    if (!m_step)
        return;
    if (t < 1) {
        m_step(t);
        return;
    }
    const auto step = std::move(m_step);
    m_step = nullptr;
    step(1);
}

bool Motion::isOn() {
    return !qApp->property(offProperty).toBool();
}

void Motion::setOn(bool on) {
    qApp->setProperty(offProperty, !on);
}

} // namespace barre::designer
