#pragma once

#include "designer/session/command.h"

class QPoint;
class QWidget;

namespace barre::designer {

/// Shows those of the commands that can be run now as a menu, with a line above the one called `apart`.
void openCommandMenu(QWidget* over, const Commands& commands, const QPoint& screenPosition,
                     const QString& apart);

} // namespace barre::designer
