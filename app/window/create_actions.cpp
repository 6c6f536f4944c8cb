#include "app/window/create_actions.h"

#include "app/window/command_table.h"
#include "app/window/navigator.h"
#include "app/window/preferences.h"
#include "app/window/project_actions.h"
#include "app/wizard/service_wizard.h"
#include "designer/canvas/text.h"
#include "designer/forms/free_name.h"
#include "designer/session/design_session.h"
#include "model/design/declarations.h"
#include "model/design/entry_points.h"
#include "model/edits/services.h"
#include "model/edits/types.h"
#include "model/project/snapshot.h"

#include <QtCore/QCoreApplication>

#include <functional>
#include <set>

namespace barre::app {

using designer::Command;
using designer::DesignSession;
using designer::toQString;
using edits::EditResult;
using model::Snapshot;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("barre::app::CreateActions", text);
}

/// The file that new declarations go to: the one that is shown, else the first; never a test.
std::string targetFile(const DesignSession& session) {
    const std::string& shown = session.selection().location.file;
    return shown.empty() || model::isTestFile(shown) ? design::firstFileOf(*session.snapshot()) : shown;
}

void collectNames(const std::vector<design::TreeItem>& items, std::set<std::string>& names) {
    for (const design::TreeItem& item : items) {
        names.insert(model::lastNameOf(item.id));
        collectNames(item.children, names);
    }
}

std::string newName(const Snapshot& snapshot, const char* stem) {
    std::set<std::string> taken;
    for (const design::TreeGroup& group : design::buildEntryPoints(snapshot).groups)
        collectNames(group.items, taken);
    return designer::toStdString(designer::freeName(QLatin1StringView(stem), [&](const QString& name) {
        return taken.contains(designer::toStdString(name));
    }));
}

/// What a command makes: the stem of its name, and the edit that writes it.
struct Maker {
    const char* id;
    const char* words;
    const char* also; ///< beside the words for making something
    const char* icon;
    const char* stem;
    EditResult (*make)(const Snapshot& snapshot, const std::string& file, const std::string& name);
};

EditResult makeVariable(const Snapshot& snapshot, const std::string& file, const std::string& name,
                        edits::VariableKind kind, const char* type, const char* value) {
    edits::VariableText text;
    text.name = name;
    text.type = type;
    text.value = value;
    return edits::addVariable(snapshot, file, kind, text);
}

EditResult makeType(const Snapshot& snapshot, const std::string& file, const std::string& name,
                    edits::TypeForm form) {
    edits::TypeText text;
    text.name = name;
    text.form = form;
    if (form == edits::TypeForm::Record)
        text.fields.push_back({"name", "string", "", false, false, ""});
    else if (form == edits::TypeForm::Enum)
        text.members = {"FIRST", "SECOND"};
    else
        text.members = {"int", "string"};
    return edits::addType(snapshot, file, text);
}

constexpr Maker makers[] = {
    {"add.listener", QT_TRANSLATE_NOOP("barre::app::CreateActions", "Add listener"), "port", "listener",
     "wsListener",
     [](const Snapshot& snapshot, const std::string& file, const std::string& name) {
         return edits::addListener(snapshot, file, {name, "websocket:Listener", "8080"});
     }},
    {"add.client", QT_TRANSLATE_NOOP("barre::app::CreateActions", "Add client"), "connection", "client",
     "wsClient",
     [](const Snapshot& snapshot, const std::string& file, const std::string& name) {
         return makeVariable(snapshot, file, name, edits::VariableKind::Variable, "websocket:Client",
                             "check new (\"ws://localhost:8080/\")");
     }},
    {"add.record", QT_TRANSLATE_NOOP("barre::app::CreateActions", "Add record"), "type struct object",
     "record", "Message",
     [](const Snapshot& snapshot, const std::string& file, const std::string& name) {
         return makeType(snapshot, file, name, edits::TypeForm::Record);
     }},
    {"add.enum", QT_TRANSLATE_NOOP("barre::app::CreateActions", "Add enum"), "type", "enum", "Kind",
     [](const Snapshot& snapshot, const std::string& file, const std::string& name) {
         return makeType(snapshot, file, name, edits::TypeForm::Enum);
     }},
    {"add.union", QT_TRANSLATE_NOOP("barre::app::CreateActions", "Add union"), "type", "union", "Value",
     [](const Snapshot& snapshot, const std::string& file, const std::string& name) {
         return makeType(snapshot, file, name, edits::TypeForm::Union);
     }},
    {"add.class", QT_TRANSLATE_NOOP("barre::app::CreateActions", "Add connection service class"),
     "type object service", "class", "ConnectionService",
     [](const Snapshot& snapshot, const std::string& file, const std::string& name) {
         return edits::addClass(snapshot, file, name, true);
     }},
    {"add.function", QT_TRANSLATE_NOOP("barre::app::CreateActions", "Add function"), "method", "function",
     "doSomething",
     [](const Snapshot& snapshot, const std::string& file, const std::string& name) {
         edits::FunctionText text;
         text.name = name;
         return edits::addFunction(snapshot, file, text);
     }},
    {"add.variable", QT_TRANSLATE_NOOP("barre::app::CreateActions", "Add variable"), "global state",
     "variable", "state",
     [](const Snapshot& snapshot, const std::string& file, const std::string& name) {
         edits::VariableText text;
         text.name = name;
         text.type = "map<string>";
         text.value = "{}";
         text.isIsolated = true;
         return edits::addVariable(snapshot, file, edits::VariableKind::Variable, text);
     }},
    {"add.configurable", QT_TRANSLATE_NOOP("barre::app::CreateActions", "Add configurable"),
     "setting option variable", "configurable", "setting",
     [](const Snapshot& snapshot, const std::string& file, const std::string& name) {
         return makeVariable(snapshot, file, name, edits::VariableKind::Configurable, "int", "10");
     }},
    {"add.constant", QT_TRANSLATE_NOOP("barre::app::CreateActions", "Add constant"), "value variable",
     "constant", "LIMIT",
     [](const Snapshot& snapshot, const std::string& file, const std::string& name) {
         return makeVariable(snapshot, file, name, edits::VariableKind::Constant, "int", "100");
     }},
};

void make(Workbench& workbench, ProjectActions& project, const Maker& maker) {
    const DesignSession& session = workbench.session;
    const std::string name = newName(*session.snapshot(), maker.stem);
    const EditResult result = maker.make(*session.snapshot(), targetFile(session), name);
    if (!project.apply(result, tr(maker.words)))
        return;
    workbench.navigator.go({QString(), design::symbolAt(*session.snapshot(), result.focus)});
    workbench.commands.run(QStringLiteral("go.drawing"));
}

void openWizard(Workbench& workbench, ProjectActions& project, ServiceWizard::Into into, QWidget* window) {
    if (into == ServiceWizard::Into::NewProject && !project.mayLeave())
        return;
    ServiceWizard wizard(workbench.session, into, window);
    if (wizard.exec() != QDialog::Accepted)
        return;
    if (into == ServiceWizard::Into::NewProject)
        workbench.preferences.addRecentProject(wizard.projectFolder());
    workbench.navigator.go({QString(), workbench.session.selection().symbol});
}

} // namespace

designer::Commands createCommands(Workbench& workbench, ProjectActions& project, QWidget* window) {
    const auto isOpen = [&workbench] { return workbench.session.isOpen(); };
    designer::Commands commands = {
        Command{QStringLiteral("file.newService"),
                tr("New WebSocket service\u2026"),
                tr("File"),
                QStringLiteral("plus"),
                {QKeySequence(QStringLiteral("Ctrl+Shift+N"))},
                [&workbench, &project, window, isOpen] {
                    openWizard(workbench, project,
                               isOpen() ? ServiceWizard::Into::OpenProject : ServiceWizard::Into::NewProject,
                               window);
                },
                {},
                {},
                tr("create add")},
        Command{QStringLiteral("file.newProject"),
                tr("New project\u2026"),
                tr("File"),
                QStringLiteral("new"),
                {QKeySequence::New},
                [&workbench, &project, window] {
                    openWizard(workbench, project, ServiceWizard::Into::NewProject, window);
                },
                {},
                {},
                tr("create add package")},
        // The type diagram has this command itself.
        Command{QStringLiteral("add.type"),
                tr("Add type\u2026"),
                tr("Add"),
                QStringLiteral("type"),
                {},
                [&workbench] {
                    workbench.navigator.go({QStringLiteral("types"), {}});
                    workbench.commands.run(QStringLiteral("types.add"));
                },
                [&workbench, isOpen] {
                    return isOpen() && workbench.navigator.place().view != QStringLiteral("types");
                },
                {},
                tr("new create make record enum union")},
    };
    for (const Maker& maker : makers)
        commands.push_back(Command{QLatin1StringView(maker.id),
                                   tr(maker.words),
                                   tr("Add"),
                                   QLatin1StringView(maker.icon),
                                   {},
                                   [&workbench, &project, &maker] { make(workbench, project, maker); },
                                   isOpen,
                                   {},
                                   tr("new create make %1").arg(QLatin1StringView(maker.also))});
    return designer::withReason(std::move(commands), tr("Open a project first."));
}

} // namespace barre::app
