#include "app/window/item_menus.h"

#include "app/window/command_table.h"
#include "app/window/workbench.h"
#include "designer/canvas/icon.h"

#include <QtWidgets/QMenu>

namespace barre::app {

namespace {

struct AddRow {
    design::ItemGroup group;
    const char* command;
};

/// Which commands make what; a command that does not exist (yet) in this window is left out.
constexpr AddRow addTable[] = {
    {design::ItemGroup::EntryPoints, "file.newService"},
    {design::ItemGroup::Listeners, "add.listener"},
    {design::ItemGroup::Connections, "add.client"},
    {design::ItemGroup::Types, "add.record"},
    {design::ItemGroup::Types, "add.enum"},
    {design::ItemGroup::Types, "add.union"},
    {design::ItemGroup::Types, "add.class"},
    {design::ItemGroup::Functions, "add.function"},
    {design::ItemGroup::Variables, "add.variable"},
    {design::ItemGroup::Variables, "add.configurable"},
    {design::ItemGroup::Variables, "add.constant"},
};

} // namespace

void openAddMenu(Workbench& workbench, design::ItemGroup group, const QPoint& point, QWidget* parent) {
    QMenu menu(parent);
    for (const AddRow& row : addTable) {
        const QString id = QLatin1StringView(row.command);
        const CommandTable::Row* command = row.group == group ? workbench.commands.find(id) : nullptr;
        if (command)
            menu.addAction(designer::icon(command->command.icon), command->command.words,
                           [&workbench, id] { workbench.commands.run(id); });
    }
    if (!menu.isEmpty())
        menu.exec(point);
}

} // namespace barre::app
