#pragma once

#include "model/design/item_kinds.h"

class QMenu;
class QPoint;
class QWidget;

namespace barre::design {
struct TreeItem;
}

namespace barre::app {

class Centre;
struct Workbench;

/// The menu of a group's + in the project tree: the commands that make something of that group.
void openAddMenu(Workbench& workbench, design::ItemGroup group, const QPoint& point, QWidget* parent);

/// What one can do with a row of the project tree, beside opening, renaming and deleting it.
void fillItemMenu(Workbench& workbench, Centre& centre, QMenu& menu, const design::TreeItem& item);

} // namespace barre::app
