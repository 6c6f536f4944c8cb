#pragma once

#include "app/window/workbench.h"
#include "designer/session/command.h"

namespace barre::app {

class Centre;
class Dock;
class ProjectActions;

/// Run, Stop, Restart, Try it.
designer::Commands runCommands(Workbench& workbench, ProjectActions& project, std::function<Dock*()> dock);
/// Ties the dock's panels to the running service and to the code.
void connectRunPanels(Workbench& workbench, Dock& dock, Centre& centre);

} // namespace barre::app
