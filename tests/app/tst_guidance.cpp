// What somebody needs who sees the designer for the first time: places that are where one left them, reasons,
// and the way from a mistake to its field.
#include <doctest/doctest.h>

#include "app/window/centre.h"
#include "app/window/command_table.h"
#include "app/window/dock.h"
#include "app/window/navigator.h"
#include "app/window/side_panel.h"
#include "app/window/title_row.h"
#include "app/window/view_table.h"
#include "app/wizard/service_wizard.h"
#include "designer/canvas/canvas_view.h"
#include "designer/canvas/controls.h"
#include "designer/flow/flow_view.h"
#include "designer/forms/row_list.h"
#include "designer/forms/text_field.h"
#include "designer/problems/problems_panel.h"
#include "designer/session/view.h"
#include "designer/sidebar/sidebar.h"
#include "model/project/snapshot.h"
#include "tests/app/opened_window.h"
#include "tests/support/sample.h"

#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTreeView>

using namespace barre;
using namespace barre::app;

namespace {

struct Opened : test::OpenedWindow {
    explicit Opened(const model::FileTexts& texts) : OpenedWindow(texts) {
        QApplication::setActiveWindow(window.get());
    }

    const std::string& text() { return session().workspace().texts.at("main.bal"); }
    void go(const char* view, const char* symbol) {
        bench().navigator.go({QLatin1StringView(view), {symbol}});
        QCoreApplication::processEvents();
    }
    QTreeView& tree() { return window->sidebar().view(); }
    QString headingOfCurrent() { return tree().currentIndex().parent().data().toString(); }
    QWidget* panel() { return window->centre().view()->panel(); }
    void clickProblem() {
        auto* problems = window->dock().find<designer::ProblemsPanel>();
        window->dock().showTab(QStringLiteral("problems"));
        auto* list = problems->findChild<QListView*>();
        REQUIRE(list->model()->rowCount() > 0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 0)).center());
        QCoreApplication::processEvents();
    }
    template<class T>
    T* named(const char* name) {
        return window->findChild<T*>(QLatin1StringView(name));
    }
};

model::FileTexts program(const char* text) {
    return {{"main.bal", text}};
}

bool hasFocus(const designer::TextField* field) {
    return field && QApplication::focusWidget() == field->editor();
}

} // namespace

TEST_CASE("a function has a form: its name is written wherever it is called, and it can be deleted") {
    Opened opened(program("function helper() {\n}\n\nfunction other() {\n    helper();\n}\n"));
    opened.go("flow", "helper");
    auto* name = opened.panel()->findChild<designer::TextField*>(QStringLiteral("function-name"));
    REQUIRE(name->isVisible());
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name->editor(), QStringLiteral("help"));
    QTest::keyClick(name->editor(), Qt::Key_Return);
    CHECK(opened.text() == "function help() {\n}\n\nfunction other() {\n    help();\n}\n");
    CHECK(opened.bench().navigator.place().symbol.path == "help");
    CHECK(name->isVisible());
    name->selectAll();
    QTest::keyClicks(name->editor(), QStringLiteral("other"));
    QTest::keyClick(name->editor(), Qt::Key_Return);
    CHECK(!name->problem().isEmpty());
    CHECK(opened.text().starts_with("function help()"));
    QTest::mouseClick(opened.panel()->findChild<QPushButton*>(QStringLiteral("function-delete")),
                      Qt::LeftButton);
    CHECK(opened.text().find("function help()") == std::string::npos);
    CHECK(opened.bench().navigator.place().view == QStringLiteral("overview"));
}

TEST_CASE("what has no name of its own is not renamed in its form") {
    Opened opened(program("public function main() {\n}\n"));
    opened.go("flow", "main");
    CHECK(!opened.panel()->findChild<designer::TextField*>(QStringLiteral("function-name"))->isVisible());
}

TEST_CASE("a class that stands in two groups of the tree stays in the one that one came from") {
    Opened opened(test::sample("chat"));
    opened.go("types", "ChatService");
    CHECK(opened.headingOfCurrent() == QStringLiteral("Types"));
    const int scrolled = opened.tree().verticalScrollBar()->value();
    opened.go("class", "ChatService");
    CHECK(opened.headingOfCurrent() == QStringLiteral("Types"));
    CHECK(opened.tree().verticalScrollBar()->value() == scrolled);
    opened.go("service", "service /chat");
    opened.go("flow", "ChatService.onOpen");
    opened.go("class", "ChatService");
    CHECK(opened.headingOfCurrent() != QStringLiteral("Types"));
}

TEST_CASE("a start says that it saves before it does") {
    Opened opened(test::sample("echo"));
    const auto tooltip = [&] { return opened.bench().commands.tooltip(QStringLiteral("run.restart")); };
    CHECK(!tooltip().contains(QStringLiteral("main.bal")));
    opened.session().apply(
        {{{.path = "main.bal", .edits = {{{0, 0}, "// new\n"}}, .create = false, .remove = false}}},
        QStringLiteral("Edit"));
    CHECK(tooltip().startsWith(QStringLiteral("Restart: saves main.bal first")));
    bool isSaid = false;
    for (const auto* button : opened.window->findChild<TitleRow*>()->findChildren<QPushButton*>())
        isSaid |= button->isVisible() && button->toolTip().startsWith(QStringLiteral("Run: saves main.bal"));
    CHECK(isSaid);
    opened.session().undo();
    CHECK(!tooltip().contains(QStringLiteral("main.bal")));
}

TEST_CASE("a page is found where it was left, a new one from its top") {
    Opened opened(test::sample("chat"));
    opened.window->resize(1280, 640);
    opened.go("class", "ChatService");
    auto* page = opened.window->centre().view()->findChild<QScrollArea*>();
    QScrollBar* bar = page->verticalScrollBar();
    REQUIRE(bar->maximum() > 100);
    bar->setValue(100);
    opened.session().apply({{{.path = "main.bal",
                              .edits = {{{0, 0}, "service class Other {\n    int a = 1;\n}\n"}},
                              .create = false,
                              .remove = false}}},
                           QStringLiteral("Edit"));
    opened.go("class", "Other");
    CHECK(bar->value() == 0);
    opened.go("class", "ChatService");
    CHECK(bar->value() == 100);
}

TEST_CASE("a diagram is whole when it is opened again, unless a person moved what it shows") {
    Opened opened(test::sample("chat"));
    opened.go("types", "");
    designer::CanvasView* canvas = opened.window->centre().view()->canvas();
    const auto isWhole = [canvas] {
        const QRectF seen = canvas->mapToScene(canvas->viewport()->rect()).boundingRect();
        return !canvas->content().isEmpty() && seen.contains(canvas->content());
    };
    REQUIRE(QTest::qWaitFor(isWhole, 5000));
    const auto leaveAndReturn = [&] {
        opened.go("overview", "");
        opened.go("types", "");
        QCoreApplication::processEvents();
    };
    canvas->setPosition({{5000, 5000}, 1, true});
    leaveAndReturn();
    CHECK(QTest::qWaitFor(isWhole, 5000));
    canvas->setZoom(2);
    leaveAndReturn();
    CHECK(canvas->zoom() == 2);
}

TEST_CASE("whatever cannot be used now says why") {
    Opened opened(test::sample("chat"));
    for (const ViewRow& row : viewTable())
        REQUIRE(opened.window->centre().viewCalled(QLatin1StringView(row.id)) != nullptr);
    for (const auto* button : opened.window->findChildren<QAbstractButton*>()) {
        const bool isOfQt = QByteArray(button->metaObject()->className()) == "QLineEditIconButton" ||
                            qobject_cast<const QTabBar*>(button->parentWidget());
        if (button->isEnabled() || isOfQt)
            continue;
        CAPTURE(std::string(button->metaObject()->className()));
        CAPTURE(button->text().toStdString());
        CHECK(!button->toolTip().isEmpty());
        CHECK(button->accessibleDescription() == button->toolTip());
    }
    ServiceWizard wizard(opened.session(), ServiceWizard::Into::OpenProject);
    auto* echo = wizard.findChild<QCheckBox*>(QStringLiteral("wizard-echo"));
    auto* text = wizard.findChild<QCheckBox*>(QStringLiteral("wizard-onTextMessage"));
    CHECK(echo->toolTip().isEmpty());
    text->setChecked(false);
    CHECK(!echo->isEnabled());
    CHECK(echo->toolTip().contains(QStringLiteral("onTextMessage")));
    text->setChecked(true);
    CHECK(echo->isEnabled());
    CHECK(echo->toolTip().isEmpty());
}

TEST_CASE("whoever opens something from the panel goes on in what opens") {
    Opened opened(test::sample("chat"));
    const auto* resource = design::findItem(opened.bench().navigator.tree(), {"ChatService"});
    REQUIRE(resource);
    opened.go("flow", "ChatService.onOpen");
    QWidget* field = opened.panel()->findChild<designer::TextField*>();
    field->setFocus();
    Q_EMIT opened.window->centre().view()->placeRequested({QStringLiteral("class"), {"ChatService"}});
    QCoreApplication::processEvents();
    CHECK(qobject_cast<designer::RowList*>(QApplication::focusWidget()));
    CHECK(opened.window->centre().isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("the switch and the zoom lie over nothing") {
    Opened opened(test::sample("chat"));
    Centre& centre = opened.window->centre();
    const auto* control = centre.findChild<designer::SegmentedControl*>();
    for (const char* view : {"class", "flow", "types", "overview"}) {
        CAPTURE(view);
        opened.go(view, std::string(view) == "flow"    ? "ChatService.onOpen"
                        : std::string(view) == "class" ? "ChatService"
                                                       : "");
        const QRect shown(centre.view()->mapTo(&centre, QPoint(0, 0)), centre.view()->size());
        CHECK(control->geometry().isValid());
        CHECK(!shown.intersects(control->geometry()));
    }
}

TEST_CASE("a problem leads to its form, and to its field") {
    SUBCASE("of a record") {
        Opened opened(program("type Order record {\n    int price;\n    integer n;\n};\n"));
        opened.clickProblem();
        CHECK(opened.bench().navigator.place().view == QStringLiteral("types"));
        const auto* field = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
        REQUIRE(field);
        CHECK(field->toPlainText() == QStringLiteral("integer n"));
    }
    SUBCASE("of a listener") {
        Opened opened(program(
            "import ballerina/websocket;\n\nlistener websocket:Listener wsListener = new (\"x\");\n"));
        opened.clickProblem();
        CHECK(opened.bench().navigator.place().symbol.path == "wsListener");
        CHECK(hasFocus(opened.named<designer::TextField>("listener-port")));
    }
    SUBCASE("of an option of a service") {
        Opened opened(
            program("import ballerina/websocket;\n\n@websocket:ServiceConfig {\n    idleTimeout: \"x\"\n}\n"
                    "service /a on new websocket:Listener(8080) {\n"
                    "    resource function get .() returns websocket:Service|error {\n"
                    "        return error(\"no\");\n    }\n}\n"));
        opened.clickProblem();
        CHECK(opened.bench().navigator.place().view == QStringLiteral("service"));
        CHECK(
            hasFocus(opened.panel()->findChild<designer::TextField*>(QStringLiteral("option-idleTimeout"))));
        const auto* edit = opened.panel()->findChild<QPushButton*>(QStringLiteral("edit-listener"));
        CHECK(!edit->isEnabled()); // there is no declaration to edit
        CHECK(!edit->toolTip().isEmpty());
    }
    SUBCASE("of a variable of the module") {
        Opened opened(program("int count = \"none\";\n"));
        opened.clickProblem();
        CHECK(opened.bench().navigator.place().symbol.path == "count");
        const auto* value = opened.panel()->findChild<designer::TextField*>(QStringLiteral("variable-value"));
        CHECK(hasFocus(value));
        CHECK(value->editor()->property("wrong").toBool());
    }
    SUBCASE("of a class variable") {
        Opened opened(program("class Counter {\n    int count = \"none\";\n}\n"));
        opened.clickProblem();
        CHECK(opened.bench().navigator.place().view == QStringLiteral("class"));
        CHECK(hasFocus(opened.panel()->findChild<designer::TextField*>(QStringLiteral("variable-value"))));
    }
    SUBCASE("of a step") {
        Opened opened(
            program("function f() {\n    int count = 1;\n    count += \"none\";\n    _ = count;\n}\n"));
        opened.clickProblem();
        CHECK(opened.bench().navigator.place().view == QStringLiteral("flow"));
        const auto* field = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
        REQUIRE(field);
        CHECK(field->toPlainText() == QStringLiteral("\"none\""));
    }
}

TEST_CASE("menus hold what belongs to what is shown, and what is greyed says why") {
    Opened opened(test::sample("chat"));
    for (const ViewRow& row : viewTable())
        REQUIRE(opened.window->centre().viewCalled(QLatin1StringView(row.id)) != nullptr);
    const CommandTable& commands = opened.bench().commands;
    CHECK(!commands.groups().contains(QStringLiteral("Step")));
    opened.go("flow", "ChatService.onOpen");
    CHECK(commands.groups().contains(QStringLiteral("Step")));
    CHECK(!commands.groups().contains(QStringLiteral("Class")));
    QMenu menu;
    commands.fillMenu(menu, [](const CommandTable::Row& row) { return row.command.group == u"Step"; });
    CHECK(menu.toolTipsVisible());
    int greyed = 0;
    for (const QAction* action : menu.actions()) {
        greyed += !action->isEnabled();
        if (!action->isEnabled())
            CHECK(action->toolTip().startsWith(QStringLiteral("Select a step first")));
    }
    CHECK(greyed > 5);
}
