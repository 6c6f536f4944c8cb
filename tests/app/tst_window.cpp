// The window's tables: commands, views, navigation, search.
#include <doctest/doctest.h>

#include "app/run/service_process.h"
#include "app/window/centre.h"
#include "app/window/command_palette.h"
#include "app/window/command_table.h"
#include "app/window/dock.h"
#include "app/window/main_window.h"
#include "app/window/navigator.h"
#include "app/window/notice_bar.h"
#include "app/window/preferences.h"
#include "app/window/side_panel.h"
#include "app/window/start_page.h"
#include "app/window/title_row.h"
#include "app/window/view_table.h"
#include "designer/canvas/canvas_view.h"
#include "designer/canvas/focus_order.h"
#include "designer/canvas/icon.h"
#include "designer/canvas/zoom_control.h"
#include "designer/code/code_editor.h"
#include "designer/code/code_pane.h"
#include "designer/code/find_bar.h"
#include "designer/flow/flow_view.h"
#include "designer/forms/row_list.h"
#include "designer/forms/text_field.h"
#include "designer/problems/problems_panel.h"
#include "designer/session/design_session.h"
#include "designer/session/live_marks.h"
#include "designer/session/view.h"
#include "designer/sidebar/sidebar.h"
#include "model/project/snapshot.h"
#include "tests/app/opened_window.h"
#include "tests/support/sample.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAccessible>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTreeView>

using namespace barre;
using namespace barre::app;

namespace {

struct Opened : test::OpenedWindow {
    explicit Opened(const char* sample) : OpenedWindow(test::sample(sample)) {}

    const std::string& text() { return session().workspace().texts.at("main.bal"); }
    void makeAllViews() {
        for (const ViewRow& row : viewTable())
            REQUIRE(window->centre().viewCalled(QLatin1StringView(row.id)) != nullptr);
    }
};

} // namespace

TEST_CASE("every command has an id of its own, words, a group, an icon that exists and a reason when it "
          "cannot be run") {
    Opened opened("chat");
    opened.makeAllViews();
    QStringList ids;
    for (const CommandTable::Row& row : opened.bench().commands.rows()) {
        const designer::Command& command = row.command;
        CAPTURE(command.id.toStdString());
        CHECK(!ids.contains(command.id));
        ids.append(command.id);
        CHECK(!command.words.isEmpty());
        CHECK(!command.group.isEmpty());
        CHECK((command.icon.isEmpty() || designer::iconExists(command.icon)));
        CHECK(command.run != nullptr);
        CHECK((!command.isEnabled || !command.whyNot.isEmpty()));
    }
    CHECK(ids.size() > 40);
}

TEST_CASE("no shortcut means two things in one place") {
    Opened opened("echo");
    opened.makeAllViews();
    const auto& rows = opened.bench().commands.rows();
    for (const CommandTable::Row& a : rows)
        for (const CommandTable::Row& b : rows) {
            const bool meet = a.context == b.context || a.context->isWindow() || b.context->isWindow();
            if (a.command.id == b.command.id || !meet)
                continue;
            for (const QKeySequence& keys : a.command.shortcuts) {
                CAPTURE(a.command.id.toStdString());
                CAPTURE(b.command.id.toStdString());
                CHECK(!b.command.shortcuts.contains(keys));
            }
        }
}

TEST_CASE("every kind of declaration opens in a view that there is") {
    for (const design::ItemKindRow& row : design::itemKinds()) {
        bool known = false;
        for (const ViewRow& view : viewTable())
            known |= viewOf(row.kind) == QLatin1StringView(view.id);
        CAPTURE(std::string(row.name));
        CHECK(known);
    }
}

TEST_CASE("whatever takes the focus has a name, and a button without words says what it does") {
    Opened opened("chat");
    opened.makeAllViews();
    const auto isOfQt = [](const QWidget* widget) { // parts of its own widgets
        const QByteArray name = widget->metaObject()->className();
        return name == "QComboBoxListView" || name == "QLineEditIconButton" || name == "QTableCornerButton" ||
               qobject_cast<const QTabBar*>(widget->parentWidget());
    };
    for (const QWidget* widget : opened.window->findChildren<QWidget*>()) {
        if (isOfQt(widget) ||
            qobject_cast<const NoticeBar*>(widget->parentWidget())) // has words when it shows
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const std::string what =
            (widget->metaObject()->className() + QByteArray(" in ") +
             (widget->parentWidget() ? widget->parentWidget()->metaObject()->className() : "") + " " +
             (button ? button->text().toUtf8() : widget->objectName().toUtf8()))
                .toStdString();
        if (button && button->text().isEmpty())
            CHECK_MESSAGE(!button->toolTip().isEmpty(), what);
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
            continue;
        QAccessibleInterface* accessible =
            QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        REQUIRE(accessible);
        CHECK_MESSAGE(!accessible->text(QAccessible::Name).isEmpty(), what);
    }
}

TEST_CASE(
    "Tab goes from left to right and from the top: title, tree, drawing, panel, dock; F6 from part to part") {
    Opened opened("chat");
    opened.bench().navigator.go({QStringLiteral("flow"), {"ChatService.onTextMessage"}});
    const std::vector<QWidget*> order = designer::focusOrder(*opened.window);
    const auto place = [&](const QWidget* part) {
        const auto inside = [part](const QWidget* stop) { return part == stop || part->isAncestorOf(stop); };
        return std::ranges::find_if(order, inside) - order.begin();
    };
    const auto* sidebar = opened.window->findChild<designer::Sidebar*>();
    const auto* panel = opened.window->findChild<SidePanel*>();
    CHECK(place(opened.window->findChild<TitleRow*>()) == 0);
    CHECK(place(sidebar) < place(&opened.window->centre()));
    CHECK(place(&opened.window->centre()) < place(panel));
    CHECK(place(panel) < place(&opened.window->dock()));
    QStringList fields;
    for (const QWidget* stop : designer::focusOrder(*panel))
        fields << stop->accessibleName();
    CHECK(fields.indexOf(QStringLiteral("Parameter 2")) < fields.indexOf(QStringLiteral("Returns")));

    QApplication::setActiveWindow(opened.window.get());
    opened.window->centre().focusContent(Qt::OtherFocusReason);
    opened.bench().navigator.go({QStringLiteral("types"), {}});
    CHECK(QApplication::focusWidget() == opened.window->centre().view()->canvas());
    opened.bench().navigator.back();
    sidebar->view().setFocus();
    opened.bench().commands.run(QStringLiteral("go.nextPart"));
    CHECK(opened.window->centre().isAncestorOf(QApplication::focusWidget()));
    opened.bench().commands.run(QStringLiteral("go.nextPart"));
    CHECK(panel->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    CHECK(panel->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    CHECK(opened.window->centre().isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("a configurable has a panel, though it is not drawn, and its value goes into Config.toml") {
    Opened opened("chat");
    opened.bench().navigator.go({QString(), {"port"}});
    const QWidget* panel = opened.window->centre().view()->panel();
    auto* value = panel->findChild<designer::TextField*>(QStringLiteral("configured-value"));
    REQUIRE(value->isVisible());
    value->setFocus();
    QTest::keyClicks(value->editor(), QStringLiteral("9"));
    QTest::keyClick(value->editor(), Qt::Key_Return);
    CHECK(opened.session().workspace().texts.at("Config.toml") == "port = 9\n");
    CHECK(value->text() == QStringLiteral("9"));
    opened.session().undo();
    CHECK_FALSE(opened.session().workspace().texts.contains("Config.toml"));
    CHECK(value->text().isEmpty());
}

TEST_CASE("back and forward, and the way from the project to the place") {
    Opened opened("chat");
    Navigator& navigator = opened.bench().navigator;
    CHECK(!navigator.canGoBack());
    navigator.go({{}, {"ChatService.onTextMessage"}});
    CHECK(navigator.place().view == QStringLiteral("flow"));
    const auto crumbs = navigator.crumbs();
    REQUIRE(crumbs.size() == 4);
    CHECK(crumbs[1].text == QStringLiteral("/chat"));
    CHECK(crumbs[3].text == QStringLiteral("onTextMessage"));
    navigator.back();
    CHECK(navigator.place().view == QStringLiteral("overview"));
    navigator.forward();
    CHECK(navigator.place().symbol.path == "ChatService.onTextMessage");
    CHECK(!navigator.canGoForward());
}

TEST_CASE("a place whose function is renamed is followed; one that is deleted is left") {
    Opened opened("chat");
    Navigator& navigator = opened.bench().navigator;
    navigator.go({{}, {"ChatService.answer"}});
    const auto at = uint32_t(opened.text().find("function answer") + 9);
    const auto replace = [&](uint32_t begin, uint32_t end, const char* text) {
        opened.session().apply(
            {{{.path = "main.bal", .edits = {{{begin, end}, text}}, .create = false, .remove = false}}},
            QStringLiteral("Edit"));
    };
    replace(at, at + 6, "respond");
    CHECK(navigator.place().symbol.path == "ChatService.respond");
    const design::Location place = design::locate(*opened.session().snapshot(), navigator.place().symbol);
    replace(place.range.begin, place.range.end, "");
    CHECK(navigator.place().view == QStringLiteral("overview"));
}

TEST_CASE("typing in the code is the same history, and undo comes back to the same bytes") {
    Opened opened("echo");
    opened.window->centre().setMode(CentreMode::Code);
    designer::CodeEditor& editor = opened.window->centre().code().editor();
    const std::string before = opened.text();
    CHECK(editor.textBytes() == before);
    editor.goTo(0);
    editor.setFocus();
    QTest::keyClicks(editor.viewport()->parentWidget(), QStringLiteral("// hi"));
    CHECK(QTest::qWaitFor([&] { return opened.text() == "// hi" + before; }, 3000));
    CHECK(opened.session().undoLabel() == QStringLiteral("Typing"));
    opened.bench().commands.run(QStringLiteral("edit.undo"));
    CHECK(opened.text() == before);
    CHECK(editor.textBytes() == before);
    CHECK(!opened.session().canUndo());
    opened.bench().commands.run(QStringLiteral("edit.redo"));
    CHECK(editor.textBytes() == "// hi" + before);
}

TEST_CASE("design and code share the room, whichever was alone before") {
    Opened opened("chat");
    opened.bench().navigator.go({{}, {"ChatService.onTextMessage"}});
    Centre& centre = opened.window->centre();
    centre.setMode(CentreMode::Code);
    QCoreApplication::processEvents();
    centre.setMode(CentreMode::Split);
    QCoreApplication::processEvents();
    CHECK(std::abs(centre.view()->width() - centre.code().width()) < 60);
    const QRect page = centre.view()->canvas()->viewport()->rect();
    CHECK(std::abs(centre.view()->canvas()->mapFromScene(QPointF(0, 0)).x() - page.center().x()) <= 2);
}

TEST_CASE("nothing runs while there are errors; the problems are shown, and one leads to its step") {
    Opened opened("echo");
    std::string text = opened.text();
    text.replace(text.find("\"Echo: \""), 8, "missing");
    opened.session().openTexts(
        {{"main.bal", text}, {"Ballerina.toml", test::sample("echo").at("Ballerina.toml")}});
    opened.bench().commands.run(QStringLiteral("run.start"));
    CHECK(opened.bench().service.state() == RunState::Stopped);
    auto* problems = opened.window->dock().find<designer::ProblemsPanel>();
    REQUIRE(problems->isVisible());
    auto* list = problems->findChild<QListView*>();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());
    CHECK(opened.bench().navigator.place().symbol.path == "EchoService.onTextMessage");
    auto* flow = qobject_cast<designer::FlowView*>(opened.window->centre().view());
    REQUIRE(flow);
    CHECK(flow->selected().size() == 1);
}

TEST_CASE("why nothing runs is said for as long as it is so") {
    Opened opened("echo");
    opened.session().openTexts({{"main.bal", "\n"}});
    const auto* notice = opened.window->findChild<NoticeBar*>();
    const auto insert = [&](const char* text) {
        model::WorkspaceEdit edit{{{.path = "main.bal", .edits = {}, .create = false, .remove = false}}};
        edit.files[0].edits.push_back({{0, 0}, text});
        opened.session().apply(edit, QStringLiteral("Edit"));
    };
    opened.bench().commands.run(QStringLiteral("run.start"));
    CHECK(notice->isVisible());
    insert("// still nothing\n");
    CHECK(notice->isVisible());
    insert("public function main() {\n}\n");
    CHECK(!notice->isVisible());
    insert("int a = \"\";\nint b = \"\";\n");
    opened.bench().commands.run(QStringLiteral("run.start"));
    const auto says = [&](const char* words) {
        for (const auto* label : notice->findChildren<QLabel*>())
            if (label->isVisible() && label->text().startsWith(QLatin1StringView(words)))
                return true;
        return false;
    };
    CHECK(says("2 errors"));
    opened.session().undo();
    CHECK(!notice->isVisible());
}

TEST_CASE("finding begins at what is seen; replacing all is one step that changes the matches alone") {
    Opened opened("chat");
    std::string text = opened.text();
    text += "// a byte that is no text: \xff\n";
    opened.session().openTexts({{"main.bal", text}});
    Centre& centre = opened.window->centre();
    centre.setMode(CentreMode::Code);
    designer::CodeEditor& editor = centre.code().editor();
    const auto place = uint32_t(text.find("remote function onClose"));
    editor.goTo(place);
    centre.code().openFind(true);
    QCoreApplication::processEvents();
    const QList<QLineEdit*> fields =
        centre.code().findChild<designer::FindBar*>()->findChildren<QLineEdit*>();
    QTest::keyClicks(fields.at(0), QStringLiteral("leave("));
    CHECK(editor.selectedRange().begin == uint32_t(text.find("leave(", place)));
    QTest::keyClick(fields.at(0), Qt::Key_Return, Qt::ShiftModifier);
    CHECK(editor.selectedRange().begin < uint32_t(text.size()));
    QTest::keyClicks(fields.at(1), QStringLiteral("depart("));
    for (auto* button : centre.code().findChild<designer::FindBar*>()->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("All"))
            QTest::mouseClick(button, Qt::LeftButton);
    std::string expected = text;
    for (size_t at; (at = expected.find("leave(")) != std::string::npos;)
        expected.replace(at, 6, "depart(");
    CHECK(opened.text() == expected);
    opened.session().undo();
    CHECK(opened.text() == text);
    CHECK(!opened.session().canUndo());
}

TEST_CASE("another project is shown as it is, whatever the code editor showed before") {
    Opened opened("echo");
    opened.window->centre().setMode(CentreMode::Split);
    const model::FileTexts chat = test::sample("chat");
    opened.session().openTexts(chat);
    QCoreApplication::processEvents();
    CHECK(opened.session().workspace().texts == chat);
    CHECK(!opened.session().isDirty());
    CHECK(opened.window->centre().code().editor().textBytes() == chat.at("main.bal"));
}

TEST_CASE("the overview of the largest sample is whole and readable in a window of 1280 by 800") {
    Opened opened("chat");
    opened.bench().navigator.go({QStringLiteral("overview"), {}});
    designer::View* overview = opened.window->centre().viewCalled(QLatin1StringView("overview"));
    designer::CanvasView* canvas = overview->canvas();
    const auto isWhole = [canvas] {
        const QRectF seen = canvas->mapToScene(canvas->viewport()->rect()).boundingRect();
        return !canvas->content().isEmpty() && seen.contains(canvas->content());
    };
    CHECK(QTest::qWaitFor(isWhole, 5000));
    CHECK(canvas->zoom() >= 0.6);

    designer::LiveMarks marks;
    marks.running = true;
    overview->showLive(marks);
    const auto width = [canvas] { return canvas->content().width(); };
    const double still = width();
    CHECK(QTest::qWaitFor([&] { return width() > still; }, 5000)); // there is room for figures
    const double running = width();
    for (const char* handler : {"onOpen", "onTextMessage", "onClose"})
        marks.handlers[std::string("ChatService.") + handler] = {9'999, 0, 90'000'000};
    overview->showLive(marks);
    QCoreApplication::processEvents();
    CHECK(width() == running);
    CHECK(isWhole());
    CHECK(canvas->zoom() >= 0.55);
}

TEST_CASE("the zoom is there when a drawing is") {
    Opened opened("echo");
    opened.session().openTexts({{"main.bal", "int a = 1;\n"}});
    opened.bench().navigator.go({QStringLiteral("types"), {}});
    const auto* zoom = opened.window->centre().findChild<designer::ZoomControl*>();
    QCoreApplication::processEvents();
    CHECK(!zoom->isVisible());
    opened.session().apply(
        {{{.path = "main.bal", .edits = {{{0, 0}, "type A int;\n"}}, .create = false, .remove = false}}},
        QStringLiteral("Edit"));
    CHECK(QTest::qWaitFor([&] { return zoom->isVisible(); }, 3000));
}

TEST_CASE("what stands for a value that Config.toml does not have follows the default") {
    Opened opened("chat");
    opened.bench().navigator.go({QStringLiteral("overview"), {"port"}});
    auto* configured = opened.window->findChild<designer::TextField*>(QStringLiteral("configured-value"));
    REQUIRE(configured->isVisible());
    CHECK(configured->editor()->placeholderText() == QStringLiteral("8080 (default)"));
    const auto field = [&](const char* name) {
        const auto* panel = configured->parentWidget();
        return panel->findChild<designer::TextField*>(QLatin1StringView(name))->editor();
    };
    const auto write = [&](const char* name, const char* text) {
        field(name)->setFocus();
        field(name)->selectAll();
        QTest::keyClicks(field(name), QLatin1StringView(text));
        QTest::keyClick(field(name), Qt::Key_Return);
    };
    write("variable-value", "9090");
    CHECK(configured->editor()->placeholderText() == QStringLiteral("9090 (default)"));
    write("variable-type", "int:Unsigned16");
    write("variable-value", "?");
    CHECK(configured->editor()->placeholderText() == QStringLiteral("needed to run"));
}

TEST_CASE("the project's panel says what is there, also after undo and redo, running or not") {
    for (const bool running : {false, true}) {
        CAPTURE(running);
        Opened opened("chat");
        const model::FileTexts texts = opened.session().workspace().texts;
        opened.session().openTexts({{"main.bal", ""}, {"Ballerina.toml", texts.at("Ballerina.toml")}});
        designer::LiveMarks marks;
        marks.running = running;
        opened.window->centre().showLive(marks);
        const auto says = [&](const char* words) {
            QCoreApplication::processEvents();
            for (const auto* label : opened.window->findChild<SidePanel*>()->findChildren<QLabel*>())
                if (label->isVisible() && label->text().startsWith(QLatin1StringView(words)))
                    return true;
            return false;
        };
        CHECK(says("Nothing is here yet"));
        model::WorkspaceEdit edit{{{.path = "main.bal", .edits = {}, .create = false, .remove = false}}};
        edit.files[0].edits.push_back({{0, 0}, texts.at("main.bal")});
        opened.session().apply(edit, QStringLiteral("Add all"));
        CHECK(says("Click a box"));
        opened.session().undo();
        CHECK(says("Nothing is here yet"));
        opened.session().redo();
        CHECK(says("Click a box"));
    }
}

TEST_CASE("Down and Enter in the filter open what fits, Esc clears it") {
    Opened opened("chat");
    QApplication::setActiveWindow(opened.window.get());
    designer::Sidebar& sidebar = opened.window->sidebar();
    auto* filter = sidebar.findChild<QLineEdit*>();
    QTest::keyClicks(filter, QStringLiteral("onClose"));
    QTest::keyClick(filter, Qt::Key_Return);
    CHECK(opened.bench().navigator.place().symbol.path == "ChatService.onClose");
    filter->setText(QStringLiteral("Message"));
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Down);
    REQUIRE(QApplication::focusWidget() == &sidebar.view());
    CHECK(sidebar.view().currentIndex().data().toString() == QStringLiteral("onTextMessage"));
    QTest::keyClick(&sidebar.view(), Qt::Key_Down);
    QTest::keyClick(&sidebar.view(), Qt::Key_Return);
    CHECK(opened.bench().navigator.place().symbol.path == "ChatService.onBinaryMessage");
    QTest::keyClick(&sidebar.view(), Qt::Key_Escape);
    CHECK(filter->text().isEmpty());
    CHECK(sidebar.view().currentIndex().data().toString() == QStringLiteral("onBinaryMessage"));
    filter->setText(QStringLiteral("nothing is called so"));
    QTest::keyClick(filter, Qt::Key_Down);
    QTest::keyClick(filter, Qt::Key_Return);
    QTest::keyClick(filter, Qt::Key_Escape);
    CHECK(filter->text().isEmpty());
    CHECK(opened.bench().navigator.place().symbol.path == "ChatService.onBinaryMessage");
}

TEST_CASE("tests are in the tree, folded; they open as flows, do not keep the program from running, and make "
          "no news of it") {
    Opened opened("echo");
    model::FileTexts texts = opened.session().workspace().texts;
    texts["tests/echo_test.bal"] = "function testEcho() {\n    int count = missing;\n}\n";
    opened.session().openTexts(texts);
    QTreeView& tree = opened.window->sidebar().view();
    const QModelIndex heading = tree.model()->index(tree.model()->rowCount() - 1, 0);
    REQUIRE(heading.data().toString() == QStringLiteral("Tests"));
    CHECK(!tree.isExpanded(heading));
    tree.scrollTo(heading);
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualRect(heading).center());
    REQUIRE(tree.isExpanded(heading));
    const QModelIndex test = tree.model()->index(0, 0, heading);
    tree.scrollTo(test);
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualRect(test).center());
    CHECK(opened.bench().navigator.place().view == QStringLiteral("flow"));
    CHECK(opened.bench().navigator.place().symbol.path == "testEcho");
    opened.session().apply(
        {{{.path = "main.bal", .edits = {{{0, 0}, "// new\n"}}, .create = false, .remove = false}}},
        QStringLiteral("Edit"));
    const QModelIndex same = tree.model()->index(tree.model()->rowCount() - 1, 0);
    CHECK(tree.isExpanded(same));
    auto* filter = opened.window->sidebar().findChild<QLineEdit*>();
    filter->setText(QStringLiteral("testE"));
    CHECK(tree.isExpanded(tree.model()->index(0, 0)));
    filter->clear();
    opened.bench().commands.run(QStringLiteral("add.function"));
    CHECK(opened.text().find("function doSomething()") != std::string::npos);
}

TEST_CASE("a new class variable is marked and its name is written, whatever was marked before") {
    Opened opened("chat");
    QApplication::setActiveWindow(opened.window.get());
    opened.bench().navigator.go({QStringLiteral("class"), {"ChatService"}});
    designer::View* view = opened.window->centre().view();
    auto* rows = view->findChildren<designer::RowList*>().first();
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, rows->visualItemRect(rows->item(0)).center());
    REQUIRE(!rows->selectedKey().isEmpty());
    QTest::mouseClick(view->findChild<QPushButton*>(QStringLiteral("add-variable")), Qt::LeftButton);
    CHECK(rows->selectedKey().isEmpty());
    const QWidget* panel = view->panel();
    const auto* name = panel->findChild<designer::TextField*>(QStringLiteral("variable-name"))->editor();
    CHECK(QTest::qWaitFor([&] { return name->hasFocus(); }, 3000));
    auto* add = panel->findChild<QPushButton*>(QStringLiteral("variable-add"));
    QTest::mouseClick(add, Qt::LeftButton);
    CHECK(rows->selectedKey() == QStringLiteral("ChatService.value"));
    CHECK(QTest::qWaitFor([&] { return name->hasFocus(); }, 3000));
    QTest::mouseClick(view->findChild<QPushButton*>(QStringLiteral("add-method")), Qt::LeftButton);
    CHECK(rows->selectedKey().isEmpty());
}

TEST_CASE("a button that goes away by its own click leaves the keys in its panel") {
    Opened opened("chat");
    QApplication::setActiveWindow(opened.window.get());
    opened.bench().navigator.go({QStringLiteral("class"), {"ChatService"}});
    designer::View* view = opened.window->centre().view();
    auto* rows = view->findChildren<designer::RowList*>().first();
    const int before = rows->count();
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, rows->visualItemRect(rows->item(0)).center());
    for (auto* button : view->panel()->findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == QStringLiteral("Delete")) {
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
            break;
        }
    CHECK(rows->count() == before - 1);
    CHECK(view->panel()->isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("the command palette finds what somebody wants by any words for it") {
    Opened opened("chat");
    auto* palette = opened.window->findChild<CommandPalette*>();
    opened.bench().commands.run(QStringLiteral("view.palette"));
    auto* query = palette->findChild<QLineEdit*>();
    const auto* list = palette->findChild<QListView*>();
    const std::pair<const char*, const char*> searches[] = {
        {"new type", "Add type…"},
        {"type add", "Add type…"},
        {"new record", "Add record"},
        {"new function", "Add function"},
        {"create function", "Add function"},
        {"new service", "New WebSocket service…"},
        {"theme", "Dark theme"},
        {"dark mode", "Dark theme"},
        {"export", "Export the drawing as SVG…"},
        {"exprot png", "Export the drawing as PNG…"},
        {"start", "Run"},
        {"settings", "Dark theme"},
        {"split", "Show design and code"},
    };
    for (const auto& [text, found] : searches) {
        query->setText(QLatin1StringView(text));
        QStringList shown;
        for (int row = 0; row < qMin(3, list->model()->rowCount()); ++row)
            shown.append(list->model()->index(row, 0).data().toString());
        CAPTURE(std::string(text));
        CAPTURE(shown.join(u'|').toStdString());
        CHECK(shown.contains(QString::fromUtf8(found)));
    }
}

TEST_CASE("the keys follow from the drawing to the code that takes its place, and back") {
    Opened opened("chat");
    QApplication::setActiveWindow(opened.window.get());
    opened.bench().navigator.go({QStringLiteral("flow"), {"ChatService.onOpen"}});
    Centre& centre = opened.window->centre();
    centre.focusContent(Qt::OtherFocusReason);
    opened.bench().commands.run(QStringLiteral("view.mode2"));
    CHECK(centre.code().editor().hasFocus());
    opened.bench().commands.run(QStringLiteral("view.mode1"));
    CHECK(centre.view()->canvas()->hasFocus());
}

TEST_CASE("a notice that goes away leaves the keys to the drawing") {
    Opened opened("chat");
    QApplication::setActiveWindow(opened.window.get());
    auto* notice = opened.window->findChild<NoticeBar*>();
    notice->showProblem(QStringLiteral("Something is wrong."));
    for (auto* button : notice->findChildren<QAbstractButton*>())
        if (button->isVisible()) {
            button->setFocus();
            QTest::mouseClick(button, Qt::LeftButton);
            break;
        }
    CHECK(!notice->isVisible());
    CHECK(opened.window->centre().isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("what the command palette went to is shown, drawn or not") {
    Opened opened("chat");
    QApplication::setActiveWindow(opened.window.get());
    auto* palette = opened.window->findChild<CommandPalette*>();
    opened.bench().commands.run(QStringLiteral("view.palette"));
    auto* query = palette->findChild<QLineEdit*>();
    QTest::keyClicks(query, QStringLiteral("port"));
    QTest::keyClick(query, Qt::Key_Return);
    QCoreApplication::processEvents();
    CHECK(opened.bench().navigator.place().symbol.path == "port");
    CHECK(opened.window->findChild<designer::TextField*>(QStringLiteral("configured-value"))->isVisible());
}

TEST_CASE("a new type is one command away from everywhere") {
    Opened opened("chat");
    QApplication::setActiveWindow(opened.window.get());
    opened.bench().commands.run(QStringLiteral("add.type"));
    CHECK(opened.bench().navigator.place().view == QStringLiteral("types"));
    const auto* name = opened.window->findChild<designer::TextField*>(QStringLiteral("type-name"));
    CHECK(QTest::qWaitFor([&] { return name->isVisible() && name->editor()->hasFocus(); }, 3000));
}

TEST_CASE("every sample can be copied and opens without an error") {
    for (const QString& name : sampleNames()) {
        CAPTURE(name.toStdString());
        const QTemporaryDir folder;
        QString problem;
        const QString first = copySample(name, folder.path(), &problem);
        const QString second = copySample(name, folder.path(), &problem);
        CHECK(problem.isEmpty());
        CHECK(first != second);
        designer::DesignSession session;
        CHECK(session.open(first) == QString());
        CHECK(session.projectName() == name);
        for (const model::Diagnostic& diagnostic : session.snapshot()->diagnostics()) {
            CAPTURE(diagnostic.message());
            CHECK(diagnostic.severity != model::Severity::Error);
        }
    }
}
