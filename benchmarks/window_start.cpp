// links: barre_app
// Says when a window has been painted: the designer with the project of the argument, or without one an empty
// window, which is what the toolkit takes by itself.
#include "app/window/main_window.h"
#include "app/window/preferences.h"
#include "app/window/project_actions.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include <cstdio>
#include <unistd.h>

namespace {

/// Ends the program when the window has been painted and what was queued by then is done.
class FirstPaint : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* object, QEvent* event) override {
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            object->removeEventFilter(this);
            QTimer::singleShot(0, qApp, [] {
                std::puts("painted");
                std::fflush(stdout);
                _exit(0);
            });
        }
        return false;
    }

private:
    bool m_seen = false;
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QTemporaryDir settings; // not those of the person who measures
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    FirstPaint paint;
    if (argc < 2) {
        QWidget empty;
        empty.installEventFilter(&paint);
        empty.show();
        return QApplication::exec();
    }
    barre::app::Preferences preferences;
    preferences.apply();
    barre::app::MainWindow window(preferences);
    window.installEventFilter(&paint);
    window.show();
    window.project().open(QString::fromLocal8Bit(argv[1]));
    return QApplication::exec();
}
