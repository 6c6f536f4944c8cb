#include "designer/forms/command_menu.h"

#include "designer/canvas/icon.h"

#include <QtWidgets/QMenu>

namespace barre::designer {

void openCommandMenu(QWidget* over, const Commands& commands, const QPoint& screenPosition,
                     const QString& apart) {
    QMenu menu(over);
    for (const Command& command : commands) {
        if (command.id == apart)
            menu.addSeparator();
        if (command.isEnabled && !command.isEnabled())
            continue;
        QString words = fullWords(command);
        if (!command.shortcuts.isEmpty())
            words += u'\t' + command.shortcuts.first().toString(QKeySequence::NativeText);
        menu.addAction(icon(command.icon), words, over, command.run);
    }
    if (!menu.isEmpty())
        menu.exec(screenPosition);
}

} // namespace barre::designer
