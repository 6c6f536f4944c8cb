// `barre [PATH]`: the designer.
#include "app/commands/commands.h"

#include "app/window/main_window.h"
#include "app/window/preferences.h"
#include "app/window/project_actions.h"

#include <QtWidgets/QApplication>

#include <cstdio>

namespace barre::app {

int openCommand(Args args, int argc, char** argv) {
    if (args.size() > 1) {
        std::fputs("barre: one path at most\n", stderr);
        return BadUsage;
    }
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Barre"));
    QCoreApplication::setApplicationName(QStringLiteral("barre"));
    Preferences preferences;
    preferences.apply();
    MainWindow window(preferences);
    window.show();
    if (!args.empty())
        window.project().open(QString::fromLocal8Bit(args[0].data(), qsizetype(args[0].size())));
    return QApplication::exec();
}

} // namespace barre::app
