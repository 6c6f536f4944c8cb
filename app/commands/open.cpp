// `barre [PATH]`: the designer.
#include "app/commands/commands.h"

#include "app/window/command_table.h"
#include "app/window/main_window.h"
#include "app/window/preferences.h"
#include "app/window/project_actions.h"

#include <QtWidgets/QApplication>

#include <cstdio>

namespace barre::app {

int openCommand(Args args, int argc, char** argv) {
    const bool runs = !args.empty() && args[0] == "--run";
    if (runs)
        args = args.subspan(1);
    if (args.size() > 1 || (!args.empty() && args[0].starts_with("-"))) {
        std::fputs("barre: expected one path at most; 'barre open --help' tells more\n", stderr);
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
    if (runs)
        window.workbench().commands.run(QStringLiteral("run.start"));
    return QApplication::exec();
}

} // namespace barre::app
