#pragma once

#include "app/window/workbench.h"
#include "designer/session/command.h"

class QWidget;

namespace barre::edits {
struct EditResult;
}

namespace barre::app {

class ProjectActions;

/// The commands that make something new: services by the wizard; listeners, clients, types, functions and
/// variables at once, with a name that is free, ready to be changed in their form.
designer::Commands createCommands(Workbench& workbench, ProjectActions& project, QWidget* window);

} // namespace barre::app
