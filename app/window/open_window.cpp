#include "app/window/open_window.h"

#include "app/window/command_table.h"
#include "app/window/main_window.h"
#include "app/window/preferences.h"
#include "app/window/project_actions.h"

#include <QtWidgets/QApplication>

namespace barre::app {

int openWindow(const std::string& path, bool startsProject, int& argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Barre"));
    QCoreApplication::setApplicationName(QStringLiteral("barre"));
    Preferences preferences;
    preferences.apply();
    MainWindow window(preferences);
    window.show();
    if (!path.empty())
        window.project().open(QString::fromLocal8Bit(path.data(), qsizetype(path.size())));
    if (startsProject)
        window.workbench().commands.run(QStringLiteral("run.start"));
    return QApplication::exec();
}

} // namespace barre::app
