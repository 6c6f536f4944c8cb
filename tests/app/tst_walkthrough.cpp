// The guide, walked through with mouse and keys: from the sidebar to the changed reply of a running service.
#include <doctest/doctest.h>

#include "app/run/console_panel.h"
#include "app/run/service_process.h"
#include "app/tryit/tryit_panel.h"
#include "app/window/centre.h"
#include "app/window/command_table.h"
#include "app/window/dock.h"
#include "app/window/main_window.h"
#include "app/window/navigator.h"
#include "app/window/notice_bar.h"
#include "app/window/preferences.h"
#include "app/window/project_actions.h"
#include "app/window/side_panel.h"
#include "app/window/title_row.h"
#include "app/wizard/service_wizard.h"
#include "designer/canvas/text.h"
#include "designer/classes/class_view.h"
#include "designer/flow/flow_scene.h"
#include "designer/flow/flow_view.h"
#include "designer/forms/code_field.h"
#include "designer/forms/row_list.h"
#include "designer/forms/text_field.h"
#include "designer/layout/card_graph_view.h"
#include "designer/session/design_session.h"
#include "designer/sidebar/sidebar.h"
#include "designer/types/types_view.h"
#include "tests/support/free_port.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

using namespace barre;
using namespace barre::app;
using designer::toQString;

namespace {

constexpr int patience = 30000;

const char* guide = R"(import ballerina/websocket;

configurable int port = 8080;

listener websocket:Listener wsListener = new (port);

// How this looks is nobody's business but the author's.
service /chat on wsListener {
    resource function get .() returns websocket:Service|error {
        return   new ChatService();
    }
}

service class ChatService {
    *websocket:Service;

    remote function onTextMessage(websocket:Caller caller, string message) returns error? {
        check caller->writeTextMessage("You said " + message);
    }
}
)";

struct Walk {
    QTemporaryDir folder;
    Preferences preferences;
    std::unique_ptr<MainWindow> window;

    Walk() {
        window = std::make_unique<MainWindow>(preferences);
        window->workbench().service.setProgram(QStringLiteral(BARRE_PROGRAM));
        window->resize(1440, 900);
        window->show();
    }

    QString path(const char* name) const { return folder.filePath(QLatin1StringView(name)); }

    void write(const char* name, const QByteArray& bytes) {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QByteArray read(const char* name) {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    void openGuide() {
        write("Ballerina.toml", "[package]\norg = \"barre\"\nname = \"guide\"\nversion = \"0.1.0\"\n");
        write("Config.toml", "port = " + QByteArray::number(test::freePort()) + "\n");
        write("main.bal", guide);
        window->project().open(folder.path());
        REQUIRE(window->workbench().session.isOpen());
    }

    std::string place() { return window->workbench().navigator.place().symbol.path; }
    std::string view() { return designer::toStdString(window->workbench().navigator.place().view); }
    void run(const char* command) { window->workbench().commands.run(QLatin1StringView(command)); }

    /// Clicks the row of the tree with this text below that heading.
    void clickInTree(const char* heading, const char* text) {
        const QModelIndex group = inTree({}, heading);
        clickRow(inTree(group, text));
    }

    QModelIndex inTree(const QModelIndex& below, const char* text) {
        const QAbstractItemModel* model = window->sidebar().view().model();
        const auto found = model->match(model->index(0, 0, below), Qt::DisplayRole, QLatin1StringView(text),
                                        1, Qt::MatchExactly | Qt::MatchRecursive);
        REQUIRE_MESSAGE(!found.isEmpty(), text);
        return found.first();
    }

    void clickRow(const QModelIndex& index) {
        QTreeView& tree = window->sidebar().view();
        tree.scrollTo(index);
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualRect(index).center());
    }

    template<class View>
    View* current() {
        auto* view = qobject_cast<View*>(window->centre().view());
        REQUIRE(view);
        return view;
    }

    /// Clicks the row of a page's list whose key it is.
    void clickListRow(const QString& key) {
        for (designer::RowList* list : window->centre().view()->findChildren<designer::RowList*>()) {
            for (int row = 0; row < list->count(); ++row) {
                list->setCurrentRow(-1);
                const QRect area = list->visualItemRect(list->item(row));
                list->selectKey(key);
                if (list->selectedKey() == key && list->currentRow() == row) {
                    list->selectKey({});
                    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, area.center());
                    return;
                }
            }
        }
        FAIL("no row " << key.toStdString());
    }

    void clickNode(const design::FlowNode& node) {
        auto* flow = current<designer::FlowView>();
        const QRectF frame = flow->scene().frameOf(node.id);
        designer::CanvasView* canvas = flow->canvas();
        canvas->reveal(frame);
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, canvas->mapFromScene(frame.center()));
    }

    /// Presses a button of the view or its panel, once it has its place.
    void press(QWidget* within, const char* button) {
        QCoreApplication::processEvents();
        auto* found = within->findChild<QPushButton*>(QLatin1StringView(button));
        REQUIRE_MESSAGE(found, button);
        REQUIRE_MESSAGE(found->isVisible(), button);
        QTest::mouseClick(found, Qt::LeftButton);
        QCoreApplication::processEvents();
    }

    void pressInTitle(const char* words) {
        QCoreApplication::processEvents();
        for (auto* button : window->findChildren<TitleRow*>().front()->findChildren<QPushButton*>())
            if (button->text() == QLatin1StringView(words) && button->isVisible())
                return QTest::mouseClick(button, Qt::LeftButton);
        FAIL("no button " << words);
    }

    void stopService() {
        pressInTitle("Stop");
        REQUIRE(QTest::qWaitFor([&] { return window->workbench().service.state() == RunState::Stopped; },
                                patience));
    }

    void waitUntilRunning() {
        REQUIRE_MESSAGE(
            QTest::qWaitFor([&] { return !window->workbench().service.urls().isEmpty(); }, patience),
            "the service did not start");
    }

    /// Sends a text with Try it and answers what came back.
    std::string tryIt(const QString& text) {
        auto* panel = window->dock().find<TryItPanel>();
        pressInTitle("Try it");
        if (panel->clients().back()->state() == TryItClient::State::Closed)
            panel->clients().back()->open();
        TryItClient* client = panel->clients().back();
        REQUIRE(QTest::qWaitFor([&] { return client->state() == TryItClient::State::Open; }, patience));
        auto* message = panel->findChild<QPlainTextEdit*>(QStringLiteral("tryit-message"));
        QTest::keyClicks(message, text);
        QTest::keyClick(message, Qt::Key_Return);
        const auto received = [&] {
            const TranscriptEntry& last = client->transcript().back();
            return last.direction == TranscriptEntry::Direction::Received;
        };
        REQUIRE(QTest::qWaitFor(received, patience));
        return client->transcript().back().text.toStdString();
    }
};

} // namespace

TEST_CASE("walkthrough: from the sidebar to a changed reply, and back byte for byte") {
    Walk walk;
    walk.openGuide();
    designer::DesignSession& session = walk.window->workbench().session;

    walk.clickInTree("Entry points", "/chat");
    CHECK(walk.view() == "service");
    walk.clickListRow(QStringLiteral("service /chat.get ."));
    CHECK(walk.view() == "flow");
    CHECK(walk.place() == "service /chat.get .");

    auto* flow = walk.current<designer::FlowView>();
    REQUIRE(flow->graph().root.nodes.size() == 1);
    const design::FlowNode returnStep = flow->graph().root.nodes.front();
    walk.clickNode(returnStep);
    REQUIRE(flow->selected().size() == 1);
    auto* expression = flow->panel()->findChild<designer::CodeField*>();
    REQUIRE(expression);
    CHECK(expression->text().toStdString() == "new ChatService()");
    CHECK(returnStep.opens.path == "ChatService");

    walk.clickInTree("Types", "ChatService");
    CHECK(walk.view() == "types");
    auto* types = walk.current<designer::TypesView>();
    auto* cards = qobject_cast<designer::CardGraphView*>(types->canvas());
    REQUIRE(QTest::qWaitFor(
        [&] { return cards->isSettled() && !cards->frameOf(QStringLiteral("ChatService")).isEmpty(); },
        patience));
    const QPointF header = cards->frameOf(QStringLiteral("ChatService")).topLeft() + QPointF(40, 20);
    QTest::mouseClick(cards->viewport(), Qt::LeftButton, {}, cards->mapFromScene(header));
    CHECK(walk.view() == "class");
    CHECK(walk.place() == "ChatService");

    auto* classView = walk.current<designer::ClassView>();
    walk.press(classView, "add-variable");
    auto* name = classView->panel()
                     ->findChild<QWidget*>(QStringLiteral("variable-name"))
                     ->findChild<designer::CodeField*>();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("seen"));
    walk.press(classView->panel(), "variable-add");
    CAPTURE(session.workspace().texts.at("main.bal"));
    CHECK(session.workspace().texts.at("main.bal").find("    private int seen = 0;\n") != std::string::npos);

    walk.pressInTitle("Run");
    walk.waitUntilRunning();
    CHECK(walk.tryIt(QStringLiteral("hello")) == "You said hello");

    const auto* state = walk.window->findChild<QLabel*>(QStringLiteral("run-state"));
    const auto* hint =
        walk.window->dock().find<TryItPanel>()->findChild<QPushButton*>(QStringLiteral("tryit-restart"));
    CHECK(state->text().startsWith(QStringLiteral("Running")));
    CHECK(!hint->isVisible());
    session.apply(
        {{{.path = "main.bal", .edits = {{{0, 0}, "// newer\n"}}, .create = false, .remove = false}}},
        QStringLiteral("Edit"));
    CHECK(state->text() == QStringLiteral("Changed since start"));
    CHECK(hint->isVisible());
    session.undo();
    CHECK(state->text().startsWith(QStringLiteral("Running")));
    CHECK(!hint->isVisible());

    walk.clickListRow(QStringLiteral("ChatService.onTextMessage"));
    CHECK(walk.view() == "flow");
    CHECK(walk.place() == "ChatService.onTextMessage");
    const std::string before = session.workspace().texts.at("main.bal");
    walk.clickNode(walk.current<designer::FlowView>()->graph().root.nodes.front());
    designer::CodeField* text = nullptr;
    for (auto* field : flow->panel()->findChildren<designer::CodeField*>())
        if (field->text() == QStringLiteral("\"You said \" + message"))
            text = field;
    REQUIRE(text);
    text->selectAll();
    QTest::keyClicks(text, QStringLiteral("\"I heard \" + message"));
    std::string expected = before;
    expected.replace(expected.find("\"You said \" + message"), 21, "\"I heard \" + message");
    CHECK(session.workspace().texts.at("main.bal") == expected);

    auto* tryIt = walk.window->dock().find<TryItPanel>();
    QTest::mouseClick(tryIt->findChild<QToolButton*>(QStringLiteral("tryit-clear")), Qt::LeftButton);
    CHECK(tryIt->clients().back()->transcript().empty());
    walk.pressInTitle("Restart");
    REQUIRE(QTest::qWaitFor([&] { return walk.window->workbench().service.urls().isEmpty(); }, patience));
    walk.waitUntilRunning();
    const auto* console = walk.window->dock().find<ConsolePanel>()->findChild<QPlainTextEdit*>();
    CHECK(console->toPlainText().contains(QStringLiteral("Saved main.bal, restarted.")));
    CHECK(walk.tryIt(QStringLiteral("hello")) == "I heard hello");
    CHECK(walk.read("main.bal").toStdString() == expected);

    walk.run("edit.undo");
    walk.run("edit.undo");
    CHECK(session.workspace().texts.at("main.bal") == guide);
    walk.run("file.save");
    CHECK(walk.read("main.bal").toStdString() == guide);
    walk.stopService();
}

TEST_CASE("walkthrough: a service from nothing, without a line of code") {
    Walk walk;
    ServiceWizard wizard(walk.window->workbench().session, ServiceWizard::Into::NewProject,
                         walk.window.get());
    const auto type = [&](const char* field, const QString& text) {
        auto* line = wizard.findChild<QWidget*>(QLatin1StringView(field))->findChild<designer::CodeField*>();
        line->selectAll();
        QTest::keyClicks(line, text);
    };
    wizard.show();
    type("wizard-name", QStringLiteral("parrot"));
    type("wizard-folder", walk.folder.path());
    type("wizard-port", QString::number(test::freePort()));
    const auto* path = wizard.findChild<designer::TextField*>(QStringLiteral("wizard-path"));
    CHECK(path->text() == QStringLiteral("/parrot"));
    QTest::mouseClick(wizard.findChild<QCheckBox*>(QStringLiteral("wizard-echo")), Qt::LeftButton, {},
                      QPoint(8, 8));
    auto* create = wizard.findChild<QPushButton*>(QStringLiteral("wizard-create"));
    REQUIRE(create->isEnabled());
    QTest::mouseClick(create, Qt::LeftButton);
    REQUIRE(wizard.result() == QDialog::Accepted);

    walk.pressInTitle("Run");
    walk.waitUntilRunning();
    CHECK(walk.tryIt(QStringLiteral("hello")).find("hello") != std::string::npos);
    walk.stopService();
}

TEST_CASE("walkthrough: an empty folder becomes a package that other tools can run") {
    Walk walk;
    const QString folder = walk.folder.filePath(QStringLiteral("my-empty"));
    REQUIRE(QDir().mkpath(folder));
    designer::DesignSession& session = walk.window->workbench().session;
    REQUIRE(session.open(folder) == QString());
    walk.pressInTitle("Run");
    const auto* notice = walk.window->findChild<NoticeBar*>();
    CHECK(notice->isVisible());
    ServiceWizard wizard(session, ServiceWizard::Into::OpenProject, walk.window.get());
    wizard.show();
    QTest::mouseClick(wizard.findChild<QPushButton*>(QStringLiteral("wizard-create")), Qt::LeftButton);
    REQUIRE(wizard.result() == QDialog::Accepted);
    CHECK(!notice->isVisible());
    REQUIRE(session.save() == QString());
    CHECK(QFile::exists(folder + QStringLiteral("/main.bal")));
    QFile manifest(folder + QStringLiteral("/Ballerina.toml"));
    REQUIRE(manifest.open(QIODevice::ReadOnly));
    CHECK(manifest.readAll().contains("name = \"my_empty\""));
    session.undo();
    CHECK(session.workspace().texts.empty());
}

TEST_CASE(
    "walkthrough: the tests of a package, run from the command palette's command, and what came of them") {
    Walk walk;
    REQUIRE(QDir(walk.folder.path()).mkdir(QStringLiteral("tests")));
    walk.write("tests/words_test.bal", "import ballerina/test;\n\n@test:Config\nfunction testWords() {\n"
                                       "    test:assertEquals(1 + 1, 2);\n}\n");
    walk.openGuide();
    const auto* state = walk.window->findChild<QLabel*>(QStringLiteral("run-state"));
    auto& service = walk.window->workbench().service;
    const auto runTests = [&] {
        walk.run("run.tests");
        REQUIRE(QTest::qWaitFor([&] { return service.state() == RunState::Stopped; }, patience));
        return state->text().toStdString();
    };
    CHECK(runTests() == "Tests passed");
    auto& session = walk.window->workbench().session;
    const std::string text = session.workspace().texts.at("tests/words_test.bal");
    const auto at = uint32_t(text.find("2)"));
    session.apply({{{.path = "tests/words_test.bal",
                     .edits = {{{at, at + 1}, "3"}},
                     .create = false,
                     .remove = false}}},
                  QStringLiteral("Edit"));
    CHECK(runTests() == "Tests failed");
    walk.run("run.start");
    walk.waitUntilRunning();
    CHECK(state->text().startsWith(QStringLiteral("Running on")));
    walk.stopService();
}
