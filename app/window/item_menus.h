#pragma once

#include "model/design/item_kinds.h"

class QPoint;
class QWidget;

namespace barre::app {

struct Workbench;

/// The menu of a group's + in the project tree: the commands that make something of that group.
void openAddMenu(Workbench& workbench, design::ItemGroup group, const QPoint& point, QWidget* parent);

} // namespace barre::app
