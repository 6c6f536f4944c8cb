#include "app/window/run_actions.h"

#include "app/run/connections_panel.h"
#include "app/run/console_panel.h"
#include "app/run/run_form.h"
#include "app/run/service_process.h"
#include "app/run/started_text.h"
#include "app/tryit/tryit_panel.h"
#include "app/window/centre.h"
#include "app/window/command_table.h"
#include "app/window/dock.h"
#include "app/window/navigator.h"
#include "app/window/preferences.h"
#include "app/window/project_actions.h"
#include "designer/canvas/text.h"
#include "designer/code/code_pane.h"
#include "designer/problems/problems_panel.h"
#include "designer/session/design_session.h"
#include "model/design/class_design.h"
#include "model/design/declarations.h"
#include "model/design/entry_points.h"
#include "model/edits/services.h"
#include "model/project/snapshot.h"
#include "model/text/line_index.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

#include <optional>
#include <ranges>

namespace barre::app {

using designer::Command;
using designer::DesignSession;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("barre::app::RunActions", text);
}

/// Of the program: its tests do not run with it.
int errorsIn(const model::Snapshot& snapshot) {
    const auto& all = snapshot.diagnostics();
    return int(std::count_if(all.begin(), all.end(), [](const model::Diagnostic& diagnostic) {
        return diagnostic.severity == model::Severity::Error && !model::isTestFile(diagnostic.path);
    }));
}

/// Where the arguments of a project's main are remembered.
QString argumentsKey(const DesignSession& session) {
    return QStringLiteral("arguments/") + session.path().replace(u'/', u'|');
}

/// Values for configurables are an edit of Config.toml, and one step of the history together.
void writeSettings(DesignSession& session, const RunAnswers& answers) {
    // The last one first: each comes to stand at the top of the file.
    for (const auto& [setting, value] : answers.settings | std::views::reverse) {
        const auto result = edits::setConfigValue(*session.snapshot(), setting, designer::toStdString(value));
        session.apply(result.edit, tr("Set values in Config.toml"), QStringLiteral("run.settings"));
    }
    session.endMerge();
}

enum class Ask { WhatIsMissing, Everything };

/// Gets what the run needs and nobody gave yet; false when it was not given.
bool provide(Workbench& workbench, const design::RunNeeds& needs, Ask ask, QWidget* window) {
    DesignSession& session = workbench.session;
    const QStringList before = workbench.preferences.words(argumentsKey(session));
    const bool isMissing = !needs.settings.empty() || (needs.needsArguments() && before.isEmpty());
    if (!isMissing && (ask == Ask::WhatIsMissing || needs.arguments.empty()))
        return true;
    const auto answers = askRunNeeds(window, session, needs, before);
    if (!answers)
        return false;
    writeSettings(session, *answers);
    workbench.preferences.setWords(argumentsKey(session), answers->arguments);
    return true;
}

QString errorsInTheWay(const DesignSession& session) {
    const int errors = errorsIn(*session.snapshot());
    return errors == 0   ? QString()
           : errors == 1 ? tr("One error keeps the service from running. Click it below.")
                         : tr("%1 errors keep the service from running. Click one below.").arg(errors);
}

QString nothingToRun(const DesignSession& session) {
    return design::buildRunNeeds(*session.snapshot()).isRunnable
               ? QString()
               : tr("There is nothing to run yet. Add a WebSocket service, or a function main.");
}

/// Whether the project can be run as it is; otherwise it is said why not.
bool isRunnable(const DesignSession& session, ProjectActions& project, Dock& dock) {
    for (const auto obstacle : {errorsInTheWay, nothingToRun}) {
        if (obstacle(session).isEmpty())
            continue;
        if (obstacle == errorsInTheWay)
            dock.showTab(QStringLiteral("problems"));
        Q_EMIT project.prevented([&session, obstacle] { return obstacle(session); });
        return false;
    }
    return true;
}

/// What a start does besides, for its tooltip; empty when all is saved.
QString savesFirst(const DesignSession& session) {
    const QStringList unsaved = session.unsavedFiles();
    return unsaved.isEmpty() ? QString() : tr("saves %1 first").arg(unsaved.join(QStringLiteral(", ")));
}

/// Saves what is not saved; answers what the console says of it, nothing when it could not be saved.
std::optional<QString> saveToStart(Workbench& workbench, ProjectActions& project) {
    const QStringList unsaved = workbench.session.unsavedFiles();
    if (!unsaved.isEmpty() && !project.save())
        return std::nullopt;
    const bool again = workbench.service.state() != RunState::Stopped;
    if (unsaved.isEmpty())
        return again ? tr("Restarted.") : QString();
    return (again ? tr("Saved %1, restarted.") : tr("Saved %1, started."))
        .arg(unsaved.join(QStringLiteral(", ")));
}

/// What runs is what is seen: unsaved text is saved first. With errors nothing runs, and what runs goes on.
bool start(Workbench& workbench, ProjectActions& project, Dock& dock, Ask ask = Ask::WhatIsMissing) {
    if (!isRunnable(workbench.session, project, dock))
        return false;
    const design::RunNeeds needs = design::buildRunNeeds(*workbench.session.snapshot());
    if (!provide(workbench, needs, ask, dock.window()))
        return false;
    const auto note = saveToStart(workbench, project);
    if (!note)
        return false;
    Q_EMIT project.succeeded();
    const QStringList arguments = needs.arguments.empty()
                                      ? QStringList()
                                      : workbench.preferences.words(argumentsKey(workbench.session));
    workbench.service.start({workbench.session.path(), arguments, false, *note});
    return true;
}

/// Tests that do not compile say so in the console, as those that fail.
void startTests(Workbench& workbench, ProjectActions& project, Dock& dock) {
    const auto note = saveToStart(workbench, project);
    if (!note)
        return;
    dock.showTab(QStringLiteral("console"));
    workbench.service.start({workbench.session.path(), {}, true, *note});
}

bool hasTests(const Workbench& workbench) {
    const auto& groups = workbench.navigator.tree().groups;
    return !groups.empty() && groups.back().group == design::ItemGroup::Tests;
}

/// The view that shows a declaration together with what is wrong in it; without a view when only the code
/// does.
designer::Place placeFor(const Workbench& workbench, const model::SymbolId& symbol) {
    const auto declaration = design::findDeclaration(*workbench.session.snapshot(), symbol);
    if (!declaration)
        return {};
    const design::ItemKind kind = design::itemKindOf(*declaration);
    const bool isMember = kind == design::ItemKind::Variable && declaration->owner;
    const model::SymbolId owner = isMember                          ? declaration->ownerId
                                  : kind == design::ItemKind::Class ? symbol
                                                                    : model::SymbolId{};
    if (!design::buildClassDesign(*workbench.session.snapshot(), owner).id.empty())
        return {QStringLiteral("class"), owner};
    const design::TreeItem* item = design::findItem(workbench.navigator.tree(), symbol);
    return item ? designer::Place{viewOf(item->kind), symbol} : designer::Place{};
}

/// Goes to the form of what is wrong, and to its field; to the code where there is none.
void openPlace(Workbench& workbench, Centre& centre, const design::Location& place) {
    const model::SymbolId symbol = design::symbolAt(*workbench.session.snapshot(), place);
    const designer::Place shown = placeFor(workbench, symbol);
    if (!shown.view.isEmpty())
        workbench.navigator.go(shown);
    workbench.session.select({symbol, place});
    if (shown.view.isEmpty() && centre.mode() == CentreMode::Design)
        centre.setMode(CentreMode::Split);
    centre.code().jumpTo(place);
    if (!shown.view.isEmpty())
        Q_EMIT centre.wrongFieldRequested();
}

/// The place that a line of the console names; empty when it is not in this project.
design::Location placeOf(const DesignSession& session, const QString& path, int line, int column) {
    const QDir root(designer::toQString(session.workspace().root));
    const QString relative = QDir::isAbsolutePath(path) ? root.relativeFilePath(path) : path;
    const std::string file = designer::toStdString(relative);
    const auto text = session.workspace().texts.find(file);
    if (text == session.workspace().texts.end())
        return {};
    const model::LineColumn place{uint32_t(qMax(1, line)), uint32_t(qMax(1, column))};
    const uint32_t offset = model::LineIndex(text->second).offset(place);
    return {file, {offset, offset}};
}

} // namespace

designer::Commands runCommands(Workbench& workbench, ProjectActions& project, std::function<Dock*()> dock) {
    const QString run = tr("Run");
    ServiceProcess& service = workbench.service;
    const auto isRunning = [&service] { return service.state() != RunState::Stopped; };
    const auto besides = [&workbench] { return savesFirst(workbench.session); };
    designer::Commands all{
        Command{QStringLiteral("run.start"),
                tr("Run"),
                run,
                QStringLiteral("run"),
                {QKeySequence(Qt::Key_F5)},
                [&workbench, &project, dock] {
                    if (start(workbench, project, *dock()))
                        dock()->showTab(QStringLiteral("console"));
                },
                [&workbench, &service] {
                    return workbench.session.isOpen() && service.state() == RunState::Stopped;
                },
                besides,
                tr("start execute launch play"),
                tr("It runs already.")},
        Command{
            QStringLiteral("run.startWith"),
            tr("Run with other arguments…"),
            run,
            QStringLiteral("run"),
            {QKeySequence(QStringLiteral("Ctrl+F5"))},
            [&workbench, &project, dock] {
                if (start(workbench, project, *dock(), Ask::Everything))
                    dock()->showTab(QStringLiteral("console"));
            },
            [&workbench] { return !design::buildRunNeeds(*workbench.session.snapshot()).arguments.empty(); },
            {},
            {},
            tr("Its main takes no arguments.")},
        Command{QStringLiteral("run.restart"),
                tr("Restart"),
                run,
                QStringLiteral("restart"),
                {QKeySequence(QStringLiteral("Ctrl+Shift+F5"))},
                [&workbench, &project, &service, dock] {
                    if (service.target().isTest)
                        startTests(workbench, project, *dock());
                    else
                        start(workbench, project, *dock());
                },
                isRunning,
                besides,
                {},
                tr("Nothing is running.")},
        Command{QStringLiteral("run.tests"),
                tr("Run the tests"),
                run,
                QStringLiteral("check"),
                {QKeySequence(QStringLiteral("Ctrl+Shift+R"))},
                [&workbench, &project, dock] { startTests(workbench, project, *dock()); },
                [&workbench] { return hasTests(workbench); },
                besides,
                tr("test check all"),
                tr("The project has no tests.")},
        Command{QStringLiteral("run.stop"),
                tr("Stop"),
                run,
                QStringLiteral("stop"),
                {QKeySequence(QStringLiteral("Shift+F5"))},
                [&service] { service.stop(); },
                isRunning,
                {},
                tr("end kill quit"),
                tr("Nothing is running.")},
        Command{QStringLiteral("run.try"),
                tr("Try it"),
                run,
                QStringLiteral("try"),
                {QKeySequence(QStringLiteral("Ctrl+T"))},
                [dock] {
                    dock()->showTab(QStringLiteral("tryit"));
                    auto* panel = dock()->find<TryItPanel>();
                    if (panel->clients().empty())
                        panel->addClient();
                },
                [&workbench] { return workbench.session.isOpen(); }},
        Command{QStringLiteral("run.copyUrls"),
                tr("Copy the address of the service"),
                run,
                QStringLiteral("copy"),
                {QKeySequence(QStringLiteral("Ctrl+Shift+U"))},
                [&service] { QGuiApplication::clipboard()->setText(service.urls().join(u'\n')); },
                [&service] { return !service.urls().isEmpty(); },
                [&service] { return service.urls().join(QStringLiteral(", ")); },
                {},
                tr("Nothing listens now: run the service first.")},
        Command{QStringLiteral("run.newClient"),
                tr("Try it with another client"),
                run,
                QStringLiteral("plus"),
                {QKeySequence(QStringLiteral("Ctrl+Shift+T"))},
                [dock] {
                    dock()->showTab(QStringLiteral("tryit"));
                    dock()->find<TryItPanel>()->addClient();
                },
                [&workbench] { return workbench.session.isOpen(); }},
    };
    return designer::withReason(std::move(all), tr("Open a project first."));
}

void connectRunPanels(Workbench& workbench, Dock& dock, Centre& centre) {
    const CommandTable& commands = workbench.commands;
    const auto run = [&commands](const char* id) {
        return [&commands, id] { commands.run(QLatin1StringView(id)); };
    };
    if (auto* console = dock.find<ConsolePanel>()) {
        QObject::connect(console, &ConsolePanel::runRequested, &dock, run("run.start"));
        QObject::connect(console, &ConsolePanel::placeActivated, &dock,
                         [&workbench, &centre](const QString& file, int line, int column) {
                             openPlace(workbench, centre, placeOf(workbench.session, file, line, column));
                         });
    }
    if (auto* tryIt = dock.find<TryItPanel>()) {
        QObject::connect(tryIt, &TryItPanel::runRequested, &dock, run("run.start"));
        QObject::connect(tryIt, &TryItPanel::restartRequested, &dock, run("run.restart"));
        QObject::connect(&workbench.service, &ServiceProcess::urlsChanged, tryIt, &TryItPanel::setUrls);
        QObject::connect(&workbench.started, &StartedText::changed, tryIt,
                         [tryIt, &workbench] { tryIt->setServiceOlder(workbench.started.isOlder()); });
    }
    if (auto* connections = dock.find<ConnectionsPanel>())
        QObject::connect(connections, &ConnectionsPanel::clientRequested, &dock, run("run.try"));
    if (auto* problems = dock.find<designer::ProblemsPanel>())
        QObject::connect(
            problems, &designer::ProblemsPanel::problemActivated, &dock,
            [&workbench, &centre](const design::Location& place) { openPlace(workbench, centre, place); });
}

} // namespace barre::app
