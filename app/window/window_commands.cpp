#include "app/window/window_commands.h"

#include "app/window/centre.h"
#include "app/window/dock.h"
#include "app/window/navigator.h"
#include "app/window/preferences.h"
#include "app/window/side_panel.h"
#include "designer/canvas/canvas_view.h"
#include "designer/code/code_pane.h"
#include "designer/session/design_session.h"
#include "designer/session/view.h"
#include "designer/sidebar/sidebar.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QFileDialog>

namespace barre::app {

using designer::CanvasView;
using designer::Command;
using designer::Commands;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("barre::app::WindowCommands", text);
}

QKeySequence keys(const char* text) {
    return QKeySequence(QLatin1StringView(text));
}

CanvasView* canvasOf(const WindowParts& parts) {
    designer::View* view = parts.centre()->view();
    return view && view->isVisible() ? view->canvas() : nullptr;
}

void exportDrawing(const WindowParts& parts, const char* ending) {
    CanvasView* canvas = canvasOf(parts);
    const QString filter = QStringLiteral("%1 (*.%1)").arg(QLatin1StringView(ending));
    QString path = QFileDialog::getSaveFileName(parts.window, tr("Export the drawing"), {}, filter);
    if (path.isEmpty())
        return;
    if (!path.endsWith(u'.' + QLatin1StringView(ending), Qt::CaseInsensitive))
        path += u'.' + QLatin1StringView(ending);
    QString problem;
    if (!canvas->exportTo(path, &problem))
        Q_EMIT parts.centre()->problemReported(problem);
}

Commands goCommands(const WindowParts& parts) {
    Navigator& navigator = parts.workbench.navigator;
    designer::DesignSession& session = parts.workbench.session;
    const QString go = tr("Go");
    const auto isOpen = [&session] { return session.isOpen(); };
    return {
        Command{QStringLiteral("go.back"),
                tr("Back"),
                go,
                QStringLiteral("arrow-left"),
                {keys("Alt+Left")},
                [&navigator] { navigator.back(); },
                [&navigator] { return navigator.canGoBack(); },
                {},
                {},
                tr("There is nothing to go back to.")},
        Command{QStringLiteral("go.forward"),
                tr("Forward"),
                go,
                QStringLiteral("arrow-right"),
                {keys("Alt+Right")},
                [&navigator] { navigator.forward(); },
                [&navigator] { return navigator.canGoForward(); },
                {},
                {},
                tr("There is nothing to go forward to.")},
        Command{QStringLiteral("go.overview"),
                tr("Overview of the project"),
                go,
                QStringLiteral("home"),
                {keys("Alt+Home")},
                [&navigator] {
                    navigator.go({QStringLiteral("overview"), {}});
                },
                isOpen,
                {},
                tr("canvas home design diagram")},
        Command{QStringLiteral("go.types"),
                tr("Type diagram"),
                go,
                QStringLiteral("type"),
                {keys("Ctrl+Shift+Y")},
                [&navigator] {
                    navigator.go({QStringLiteral("types"), {}});
                },
                isOpen,
                {},
                tr("types records classes view")},
        Command{QStringLiteral("go.tree"),
                tr("Filter the project tree"),
                go,
                QStringLiteral("filter"),
                {keys("Ctrl+Shift+E")},
                [parts] {
                    parts.sidebar()->setVisible(true);
                    parts.sidebar()->focusSearch();
                },
                isOpen},
        Command{QStringLiteral("go.drawing"),
                tr("Go to the drawing or the code"),
                go,
                QStringLiteral("design"),
                {keys("Ctrl+Shift+D")},
                [parts] { parts.centre()->focusContent(Qt::TabFocusReason); },
                isOpen},
        Command{QStringLiteral("go.nextPart"),
                tr("Go to the next part of the window"),
                go,
                QStringLiteral("arrow-right"),
                {keys("F6")},
                [parts] { parts.focusNextPart(true); },
                isOpen},
        Command{QStringLiteral("go.previousPart"),
                tr("Go to the part before"),
                go,
                QStringLiteral("arrow-left"),
                {keys("Shift+F6")},
                [parts] { parts.focusNextPart(false); },
                isOpen},
        Command{QStringLiteral("view.palette"),
                tr("Search or run a command"),
                go,
                QStringLiteral("search"),
                {keys("Ctrl+K"), keys("Ctrl+P"), keys("F1")},
                parts.openPalette,
                {}},
    };
}

Commands layoutCommands(const WindowParts& parts) {
    const QString view = tr("View");
    const auto isOpen = [&session = parts.workbench.session] { return session.isOpen(); };
    const auto mode = [&](int number, const char* words, const char* iconName, const char* also) {
        return Command{QStringLiteral("view.mode%1").arg(number),
                       tr(words),
                       view,
                       QLatin1StringView(iconName),
                       {QKeySequence(QStringLiteral("Ctrl+%1").arg(number))},
                       [parts, number] { parts.centre()->setMode(CentreMode(number - 1)); },
                       isOpen,
                       {},
                       tr(also)};
    };
    return {
        mode(1, "Show the design", "design", "drawing diagram"),
        mode(2, "Show the code", "code", "text source editor"),
        mode(3, "Show design and code", "split", "split side by side both"),
        Command{QStringLiteral("view.sidebar"),
                tr("Show or hide the project tree"),
                view,
                QStringLiteral("sidebar"),
                {keys("Ctrl+B")},
                [parts] { parts.sidebar()->setVisible(!parts.sidebar()->isVisible()); },
                isOpen},
        Command{QStringLiteral("view.panel"),
                tr("Show or hide the right panel"),
                view,
                QStringLiteral("panel"),
                {keys("Ctrl+Alt+B")},
                [parts] { parts.panel()->setVisible(!parts.panel()->isVisible()); },
                isOpen},
        Command{QStringLiteral("view.dock"),
                tr("Show or hide the dock"),
                view,
                QStringLiteral("dock"),
                {keys("Ctrl+J")},
                [parts] { parts.dock()->setExpanded(!parts.dock()->isExpanded()); },
                isOpen},
        Command{QStringLiteral("view.problems"),
                tr("Show the problems"),
                view,
                QStringLiteral("warning"),
                {keys("Ctrl+Shift+M")},
                [parts] { parts.dock()->showTab(QStringLiteral("problems")); },
                isOpen,
                {},
                tr("errors warnings diagnostics")},
    };
}

Commands zoomCommands(const WindowParts& parts) {
    const QString view = tr("View");
    const auto hasCanvas = [parts] { return parts.workbench.session.isOpen() && canvasOf(parts); };
    const auto zoom = [&](const char* id, const char* words, const char* iconName,
                          QList<QKeySequence> shortcuts, void (*run)(CanvasView&)) {
        return Command{QLatin1StringView(id),
                       tr(words),
                       view,
                       QLatin1StringView(iconName),
                       std::move(shortcuts),
                       [parts, run] { run(*canvasOf(parts)); },
                       hasCanvas};
    };
    return {
        zoom("view.zoomIn", "Zoom in", "plus", {keys("Ctrl++"), keys("Ctrl+=")},
             [](CanvasView& c) { c.zoomIn(); }),
        zoom("view.zoomOut", "Zoom out", "minus", {keys("Ctrl+-")}, [](CanvasView& c) { c.zoomOut(); }),
        zoom("view.zoomReset", "Show at 100 %", "search", {keys("Ctrl+0")},
             [](CanvasView& c) { c.zoomReset(); }),
        zoom("view.fit", "Show all of the drawing", "fit", {keys("Ctrl+9")}, [](CanvasView& c) { c.fit(); }),
        Command{QStringLiteral("file.exportSvg"),
                tr("Export the drawing as SVG…"),
                tr("File"),
                QStringLiteral("export"),
                {},
                [parts] { exportDrawing(parts, "svg"); },
                hasCanvas,
                {},
                tr("save picture image diagram canvas")},
        Command{QStringLiteral("file.exportPng"),
                tr("Export the drawing as PNG…"),
                tr("File"),
                QStringLiteral("export"),
                {},
                [parts] { exportDrawing(parts, "png"); },
                hasCanvas,
                {},
                tr("save picture image diagram canvas")},
    };
}

Commands editCommands(const WindowParts& parts) {
    const auto openFind = [parts](bool replace) {
        if (parts.centre()->mode() == CentreMode::Design)
            parts.centre()->setMode(CentreMode::Split);
        parts.centre()->code().openFind(replace);
    };
    const auto isOpen = [&session = parts.workbench.session] { return session.isOpen(); };
    return {
        Command{QStringLiteral("edit.find"),
                tr("Find in the code"),
                tr("Edit"),
                QStringLiteral("search"),
                {QKeySequence::Find},
                [openFind] { openFind(false); },
                isOpen,
                {},
                tr("search text")},
        Command{QStringLiteral("edit.replace"),
                tr("Replace in the code"),
                tr("Edit"),
                QStringLiteral("rename"),
                {keys("Ctrl+H")},
                [openFind] { openFind(true); },
                isOpen},
    };
}

Commands lookCommands(const WindowParts& parts) {
    Preferences& preferences = parts.workbench.preferences;
    const QString view = tr("View");
    const QString also = tr("colours appearance mode settings preferences look");
    const auto theme = [&](const char* id, const char* words, const char* iconName, ThemeChoice choice) {
        return Command{QLatin1StringView(id),
                       tr(words),
                       view,
                       QLatin1StringView(iconName),
                       {},
                       [&preferences, choice] { preferences.setTheme(choice); },
                       [&preferences, choice] { return preferences.theme() != choice; },
                       {},
                       also};
    };
    return {
        theme("view.light", "Light theme", "sun", ThemeChoice::Light),
        theme("view.dark", "Dark theme", "moon", ThemeChoice::Dark),
        theme("view.system", "Theme of the system", "monitor", ThemeChoice::System),
        Command{QStringLiteral("view.motion"),
                tr("Turn motion on or off"),
                view,
                QStringLiteral("move"),
                {},
                [&preferences] { preferences.setMotion(!preferences.motion()); },
                {},
                {},
                tr("animation settings preferences")},
    };
}

} // namespace

Commands windowCommands(const WindowParts& parts) {
    Commands all;
    for (const auto& some : {editCommands(parts), goCommands(parts), layoutCommands(parts),
                             designer::withReason(zoomCommands(parts), tr("There is no drawing here.")),
                             designer::withReason(lookCommands(parts), tr("This is how it looks now."))})
        all.insert(all.end(), some.begin(), some.end());
    return designer::withReason(std::move(all), tr("Open a project first."));
}

} // namespace barre::app
