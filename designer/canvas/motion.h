#pragma once

#include <QtCore/QObject>

#include <functional>

namespace barre::designer {

/// Runs `step(t)` with t from 0 to 1, eased out, over 120 ms; at once with t = 1 when motion is off.
/// A new run of the same Motion first finishes the one before.
class Motion : public QObject {
    Q_OBJECT

public:
    explicit Motion(QObject* parent);

    void run(std::function<void(double)> step);
    void finish();
    bool isRunning() const { return m_step != nullptr; }

    /// Whether things may move at all; kept as a property of the application so that one switch rules all.
    static bool isOn();
    static void setOn(bool on);

private:
    void advance(double t);

    class QVariantAnimation* m_animation;
    std::function<void(double)> m_step;
};

} // namespace barre::designer
