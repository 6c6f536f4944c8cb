#include "app/window/view_table.h"

#include "app/run/connections_panel.h"
#include "app/run/console_panel.h"
#include "app/run/live_state.h"
#include "app/tryit/tryit_panel.h"
#include "app/window/workbench.h"
#include "designer/classes/class_view.h"
#include "designer/flow/flow_view.h"
#include "designer/overview/overview_view.h"
#include "designer/problems/problems_panel.h"
#include "designer/service/service_view.h"
#include "designer/session/design_session.h"
#include "designer/session/view.h"
#include "designer/types/types_view.h"

namespace barre::app {

namespace {

QString connectionBadge(const Workbench& workbench) {
    const int open = workbench.live.openConnections();
    return open > 0 ? QString::number(open) : QString();
}

template<class T>
designer::View* make(Workbench& workbench, QWidget* parent) {
    return new T(workbench.session, parent);
}

} // namespace

std::span<const ViewRow> viewTable() {
    static constexpr ViewRow rows[] = {
        {"overview", make<designer::OverviewView>}, {"service", make<designer::ServiceView>},
        {"class", make<designer::ClassView>},       {"types", make<designer::TypesView>},
        {"flow", make<designer::FlowView>},
    };
    return rows;
}

std::span<const DockRow> dockTable() {
    static constexpr DockRow rows[] = {
        {"console", "Console",
         [](Workbench& workbench, QWidget* parent) -> QWidget* {
             return new ConsolePanel(workbench.service, parent);
         },
         nullptr},
        {"problems", "Problems",
         [](Workbench& workbench, QWidget* parent) -> QWidget* {
             return new designer::ProblemsPanel(workbench.session, parent);
         },
         [](const Workbench& workbench) { return designer::problemBadge(workbench.session); }},
        {"tryit", "Try it", [](Workbench&, QWidget* parent) -> QWidget* { return new TryItPanel(parent); },
         nullptr},
        {"connections", "Connections",
         [](Workbench& workbench, QWidget* parent) -> QWidget* {
             return new ConnectionsPanel(workbench.live, parent);
         },
         connectionBadge},
    };
    return rows;
}

} // namespace barre::app
