#pragma once

#include <QtCore/QString>

#include <span>

class QWidget;

namespace barre::designer {
class View;
}

namespace barre::app {

struct Workbench;

/// A view of the centre. One row per view: `id` is what Place::view names.
struct ViewRow {
    const char* id;
    designer::View* (*create)(Workbench& workbench, QWidget* parent);
};
std::span<const ViewRow> viewTable();

/// A tab of the dock at the bottom.
struct DockRow {
    const char* id;
    const char* title;
    QWidget* (*create)(Workbench& workbench, QWidget* parent);
    /// What stands behind the title ("3"), empty for nothing.
    QString (*badge)(const Workbench& workbench);
};
std::span<const DockRow> dockTable();

} // namespace barre::app
