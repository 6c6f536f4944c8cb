#include "designer/session/command.h"

namespace barre::designer {

QString fullWords(const Command& command) {
    const QString object = command.object ? command.object() : QString();
    return object.isEmpty() ? command.words : QStringLiteral("%1: %2").arg(command.words, object);
}

} // namespace barre::designer
