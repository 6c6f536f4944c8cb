#pragma once

#include "app/window/workbench.h"
#include "designer/session/command.h"

#include <functional>

class QWidget;

namespace barre::designer {
class Sidebar;
}

namespace barre::app {

class Centre;
class Dock;
class MainWindow;
class SidePanel;

/// What the commands of the window act on; functions, because the commands exist before the parts.
struct WindowParts {
    Workbench& workbench;
    QWidget* window;
    std::function<void()> openPalette;
    std::function<Centre*()> centre;
    std::function<Dock*()> dock;
    std::function<designer::Sidebar*()> sidebar;
    std::function<SidePanel*()> panel;
    std::function<void(bool next)> focusNextPart;
};

/// Navigation, layout of the window, zoom, find, theme.
designer::Commands windowCommands(const WindowParts& parts);

} // namespace barre::app
