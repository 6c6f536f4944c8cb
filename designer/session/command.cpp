#include "designer/session/command.h"

namespace barre::designer {

Commands withReason(Commands commands, const QString& whyNot) {
    for (Command& command : commands)
        if (command.isEnabled && command.whyNot.isEmpty())
            command.whyNot = whyNot;
    return commands;
}

QString fullWords(const Command& command) {
    const QString object = command.object ? command.object() : QString();
    return object.isEmpty() ? command.words : QStringLiteral("%1: %2").arg(command.words, object);
}

QString wordsWithKeys(const Command& command) {
    if (command.shortcuts.isEmpty())
        return fullWords(command);
    return QStringLiteral("%1 (%2)").arg(fullWords(command),
                                         command.shortcuts.first().toString(QKeySequence::NativeText));
}

} // namespace barre::designer
