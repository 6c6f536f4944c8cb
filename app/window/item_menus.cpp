#include "app/window/item_menus.h"

#include "app/window/centre.h"
#include "app/window/command_table.h"
#include "app/window/navigator.h"
#include "app/window/workbench.h"
#include "designer/canvas/icon.h"
#include "designer/code/code_pane.h"
#include "designer/session/design_session.h"

#include <QtWidgets/QMenu>

namespace barre::app {

namespace {

struct AddRow {
    design::ItemGroup group;
    const char* command;
};

/// Which commands make what (tests are run, not made); a command that does not exist (yet) in this window is
/// left out.
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
    {design::ItemGroup::Tests, "run.tests"},
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

void fillItemMenu(Workbench& workbench, Centre& centre, QMenu& menu, const design::TreeItem& item) {
    const auto goTo = [&workbench, id = item.id](const char* view) {
        return [&workbench, id, view] { workbench.navigator.go({QLatin1StringView(view), id}); };
    };
    if (item.kind == design::ItemKind::ConnectionClass || item.kind == design::ItemKind::Class) {
        menu.addAction(designer::icon(QStringLiteral("class")), QObject::tr("Open the class designer"),
                       goTo("class"));
        menu.addAction(designer::icon(QStringLiteral("type")), QObject::tr("Show in the type diagram"),
                       goTo("types"));
    }
    menu.addAction(designer::icon(QStringLiteral("code")), QObject::tr("Show its code"),
                   [&workbench, &centre, id = item.id, place = item.location] {
                       workbench.session.select({id, place});
                       if (centre.mode() == CentreMode::Design)
                           centre.setMode(CentreMode::Split);
                       centre.code().jumpTo(place);
                   });
}

} // namespace barre::app
