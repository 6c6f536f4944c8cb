// The flow designer with real mouse and key events.
#include <doctest/doctest.h>

#include "designer/canvas/diagram_style.h"
#include "designer/canvas/motion.h"
#include "designer/canvas/text.h"
#include "designer/flow/flow_scene.h"
#include "designer/flow/flow_view.h"
#include "designer/flow/palette_popup.h"
#include "designer/forms/code_field.h"
#include "designer/session/design_session.h"

#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace barre;
using namespace barre::designer;

namespace {

const std::string program = R"(import ballerina/websocket;

service class EchoService {
    *websocket:Service;

    remote function onTextMessage(websocket:Caller caller, string message) returns error? {
        int count = 1;
        if count > 0 {
            check caller->writeTextMessage("Echo: " + message);
        }
        count += 2;
    }
}
)";

/// A window with the flow and its panel, as the program has them.
struct Window {
    DesignSession session;
    QWidget window;
    FlowView* view;

    explicit Window(const std::string& text = program, const char* function = "EchoService.onTextMessage") {
        applyTheme(*qApp, Theme::Light);
        Motion::setOn(false);
        session.openTexts({{"main.bal", text},
                           {"Ballerina.toml", "[package]\norg=\"a\"\nname=\"b\"\nversion=\"0.1.0\"\n"}});
        window.resize(1200, 900);
        view = new FlowView(session, &window);
        view->resize(800, 900);
        view->panel()->setParent(&window);
        for (const Command& command : view->commands()) {
            auto* action = new QAction(view);
            action->setShortcuts(command.shortcuts);
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
            view->addAction(action);
            QObject::connect(action, &QAction::triggered, view, [command] {
                if (!command.isEnabled || command.isEnabled())
                    command.run();
            });
        }
        window.show();
        view->show(model::SymbolId{function});
        QApplication::setActiveWindow(&window);
        view->setFocus();
    }

    const std::string& text() { return session.workspace().texts.at("main.bal"); }
    QWidget* page() { return view->canvas()->viewport(); }
    design::NodeId step(size_t index) { return view->graph().root.nodes.at(index).id; }
    QPoint at(const QRectF& place) {
        return view->canvas()->mapFromScene(QPointF(place.center().x(), place.top() + 16));
    }
    void click(design::NodeId node, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(page(), Qt::LeftButton, modifiers, at(view->scene().frameOf(node)));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(page(), key, modifiers); }
    /// Puts the panel of what is selected beside the drawing.
    void showPanel() {
        view->panel()->setParent(&window);
        view->panel()->setGeometry(800, 0, 400, 900);
        view->panel()->show();
        QCoreApplication::processEvents();
    }
    CodeField* field(int index) {
        QList<CodeField*> shown;
        for (CodeField* field : view->panel()->findChildren<CodeField*>())
            if (!field->isHidden() && !field->parentWidget()->isHidden())
                shown.append(field);
        return shown.value(index);
    }
};

} // namespace

TEST_CASE("a click selects a step, and its form changes exactly its expression") {
    Window w;
    w.click(w.step(0));
    REQUIRE(w.view->selected() == std::vector{w.step(0)});
    CHECK(w.session.selection().location.range == w.view->graph().root.nodes[0].range);
    const std::string before = w.text();
    CodeField* value = nullptr;
    for (int index = 0; CodeField* field = w.field(index); ++index)
        if (field->text() == QStringLiteral("1"))
            value = field;
    REQUIRE(value);
    value->setFocus();
    value->selectAll();
    QTest::keyClicks(value, QStringLiteral("1 + 41"));
    std::string expected = before;
    expected.replace(expected.find("count = 1;"), 10, "count = 1 + 41;");
    CHECK(w.text() == expected);
    CHECK(w.view->selected().size() == 1);
    w.session.undo();
    CHECK(w.text() == before);
    CHECK(value->text() == QStringLiteral("1"));
}

TEST_CASE("half an expression stays in the field and is not written") {
    Window w;
    w.click(w.step(0));
    CodeField* value = nullptr;
    for (int index = 0; CodeField* field = w.field(index); ++index)
        if (field->text() == QStringLiteral("1"))
            value = field;
    REQUIRE(value);
    value->setFocus();
    QTest::keyClick(value, Qt::Key_End);
    QTest::keyClicks(value, QStringLiteral(" +"));
    CHECK(w.text() == program);
    CHECK(value->property("wrong").toBool());
    QTest::keyClicks(value, QStringLiteral(" 2"));
    CHECK(w.text().find("count = 1 + 2;") != std::string::npos);
    CHECK(!value->property("wrong").toBool());
}

TEST_CASE("the arrow keys walk the steps") {
    Window w;
    w.key(Qt::Key_Down);
    CHECK(w.view->selected() == std::vector{w.step(0)});
    w.key(Qt::Key_Down);
    CHECK(w.view->selected() == std::vector{w.step(1)});
    w.key(Qt::Key_End);
    CHECK(w.view->selected() == std::vector{w.step(2)});
    w.key(Qt::Key_Home);
    CHECK(w.view->selected() == std::vector{w.step(0)});
    w.key(Qt::Key_Escape);
    CHECK(w.view->selected().empty());
}

TEST_CASE("all steps are as wide as the longest code needs, within bounds; the tooltip says all of it") {
    const auto withCode = [](const std::string& code) {
        return "function f() {\n    int count = 1;\n    string reply = \"" + code + "\";\n}\n";
    };
    Window small(withCode("a"), "f"), wide(withCode(std::string(14, 'x')), "f"),
        widest(withCode(std::string(60, 'x')), "f");
    const auto width = [](Window& w, size_t step) { return w.view->scene().frameOf(w.step(step)).width(); };
    CHECK(width(small, 0) == metric::stepWidth);
    CHECK(width(wide, 1) > metric::stepWidth);
    CHECK(width(wide, 1) < metric::widestStep);
    CHECK(width(wide, 1) >=
          64 + textWidth(toQString(wide.view->graph().root.nodes[1].code), TextRole::Code) - 8);
    CHECK(width(wide, 0) == width(wide, 1));
    CHECK(width(widest, 1) == metric::widestStep);
    CHECK(widest.view->scene().itemOf(widest.step(1))->toolTip().contains(QString(60, u'x')));
}

TEST_CASE("the palette finds a step by other words, and Enter takes the best") {
    Window w;
    w.click(w.step(0));
    w.key(Qt::Key_Insert);
    PalettePopup& palette = w.view->palettePopup();
    const std::pair<const char*, const char*> searches[] = {{"loop", "While"},
                                                            {"println", "Print a line"},
                                                            {"reply", "Send text message"},
                                                            {"condition", "If"},
                                                            {"try", "Handle errors"},
                                                            {"delay", "Sleep"},
                                                            {"variable", "Declare variable"},
                                                            {"switch", "Match"},
                                                            {"foreach", "For each"},
                                                            {"lgo", "Log information"}};
    const auto* list = palette.findChild<QListView*>();
    for (const auto& [query, found] : searches) {
        palette.query().setText(QLatin1StringView(query));
        CAPTURE(std::string(query));
        CHECK(list->currentIndex().data().toString().toStdString() == found);
    }
    palette.query().setText(QStringLiteral("zzz"));
    CHECK(palette.shownEntries() == 0);
}

TEST_CASE("Insert opens the palette; search and Enter put a step in, undo restores the bytes") {
    Window w;
    w.click(w.step(0));
    w.key(Qt::Key_Insert);
    PalettePopup& palette = w.view->palettePopup();
    REQUIRE(palette.isVisible());
    const int all = palette.shownEntries();
    CHECK(all > 20);
    QTest::keyClicks(&palette.query(), QStringLiteral("log info"));
    CHECK(palette.shownEntries() >= 1);
    CHECK(palette.shownEntries() < all);
    QTest::keyClick(&palette.query(), Qt::Key_Return);
    CHECK(!palette.isVisible());
    CHECK(w.text().find("log:printInfo") != std::string::npos);
    CHECK(w.text().find("import ballerina/log;") != std::string::npos);
    REQUIRE(w.view->selected().size() == 1);
    CHECK(w.view->selected().front() == w.step(1));
    w.session.undo();
    CHECK(w.text() == program);
}

TEST_CASE("the + of a link is there for a pointer that has not moved") {
    Window w;
    const QPoint point = w.view->canvas()->mapFromScene(w.view->scene().layout().inserts.at(1).point);
    QTest::mouseClick(w.page(), Qt::LeftButton, {}, point);
    CHECK(QTest::qWaitFor([&] { return w.view->palettePopup().isVisible(); }, 2000));
}

TEST_CASE("the + appears beside the pointer and opens the palette") {
    Window w;
    const FlowInsert insert = w.view->scene().layout().inserts.at(1);
    const QPoint point = w.view->canvas()->mapFromScene(insert.point);
    QTest::mouseMove(w.page(), point + QPoint(10, 0));
    QTest::mouseMove(w.page(), point);
    QTest::mouseClick(w.page(), Qt::LeftButton, {}, point);
    CHECK(QTest::qWaitFor([&] { return w.view->palettePopup().isVisible(); }, 2000));
    QTest::keyClick(&w.view->palettePopup().query(), Qt::Key_Escape);
    CHECK(!w.view->palettePopup().isVisible());
}

TEST_CASE("delete, duplicate, move, comment out: one step of the history each") {
    const auto tryKey = [](Qt::Key key, Qt::KeyboardModifiers modifiers, size_t step, const auto& check) {
        Window w;
        w.click(w.step(step));
        w.key(key, modifiers);
        CHECK(w.text() != program);
        check(w);
        w.session.undo();
        CHECK(w.text() == program);
        CHECK(!w.session.canUndo());
    };
    tryKey(Qt::Key_Delete, {}, 2, [](Window& w) { CHECK(w.view->graph().root.nodes.size() == 2); });
    tryKey(Qt::Key_D, Qt::ControlModifier, 2,
           [](Window& w) { CHECK(w.view->graph().root.nodes.size() == 4); });
    tryKey(Qt::Key_Up, Qt::AltModifier, 2, [](Window& w) {
        CHECK(w.view->graph().root.nodes[1].kind == design::NodeKind::CompoundAssign);
        CHECK(w.view->selected() == std::vector{w.step(1)});
    });
    tryKey(Qt::Key_Down, Qt::AltModifier, 0,
           [](Window& w) { CHECK(w.view->graph().root.nodes[0].kind == design::NodeKind::If); });
    tryKey(Qt::Key_Slash, Qt::ControlModifier, 2,
           [](Window& w) { CHECK(w.view->graph().root.nodes[2].kind == design::NodeKind::Disabled); });
}

TEST_CASE("behind a deletion the next step is selected, and the panel shows what is selected") {
    Window w;
    QWidget* shown = nullptr;
    QObject::connect(w.view, &FlowView::panelChanged, [&] { shown = w.view->panel(); });
    w.click(w.step(0));
    const design::NodeId next = w.step(1);
    w.key(Qt::Key_Delete);
    CHECK(w.view->selected() == std::vector{next});
    w.key(Qt::Key_Delete);
    w.key(Qt::Key_Delete);
    CHECK(w.view->graph().root.nodes.empty());
    CHECK(w.view->selected().empty());
    CHECK(shown == w.view->panel());
}

TEST_CASE("shift selects several steps of one block; they are cut and pasted together") {
    Window w;
    w.click(w.step(0));
    w.click(w.step(2), Qt::ShiftModifier);
    CHECK(w.view->selected().size() == 3);
    w.click(w.step(1));
    w.key(Qt::Key_A, Qt::ControlModifier);
    CHECK(w.view->selected().size() == 3);
    w.key(Qt::Key_X, Qt::ControlModifier);
    CHECK(w.view->graph().root.nodes.empty());
    w.key(Qt::Key_V, Qt::ControlModifier);
    CHECK(w.view->graph().root.nodes.size() == 3);
    CHECK(w.text() == program);
}

TEST_CASE("the panel of several steps does with all of them what it says") {
    Window w;
    w.click(w.step(0));
    w.click(w.step(2), Qt::ShiftModifier);
    QWidget* panel = w.view->panel();
    for (auto* button : panel->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("Put into a lock"))
            button->click();
    REQUIRE(w.view->graph().root.nodes.size() == 1);
    const design::FlowNode& lock = w.view->graph().root.nodes.front();
    CHECK(lock.kind == design::NodeKind::Lock);
    CHECK(lock.branches.front().block.nodes.size() == 3);
    CHECK(w.view->panel() != panel);
    w.session.undo();
    CHECK(w.text() == program);
}

TEST_CASE("what is drawn as selected is what is selected, whichever button is pressed where") {
    Window w;
    w.click(w.step(2));
    const auto isDrawnSelected = [&] { return w.view->scene().itemOf(w.step(2))->isSelected(); };
    CHECK(isDrawnSelected());
    QTest::mousePress(w.page(), Qt::RightButton, {}, w.at(w.view->scene().frameOf(w.step(2))));
    CHECK(w.view->selected().size() == 1);
    CHECK(isDrawnSelected());
    QTest::mousePress(w.page(), Qt::RightButton, {}, QPoint(4, 4));
    CHECK(w.view->selected().empty());
    CHECK(!isDrawnSelected());
    w.click(w.step(2));
    const QPointF link = w.view->scene().layout().links.at(0).points.front() + QPointF(0, 8);
    QTest::mouseClick(w.page(), Qt::LeftButton, {}, w.view->canvas()->mapFromScene(link));
    CHECK(isDrawnSelected() == !w.view->selected().empty());
}

TEST_CASE("every command of the flow has words, an icon and a name of its own") {
    Window w;
    QStringList ids;
    for (const Command& command : w.view->commands()) {
        CAPTURE(command.id.toStdString());
        CHECK(!ids.contains(command.id));
        ids.append(command.id);
        CHECK(!command.words.isEmpty());
        CHECK(!command.icon.isEmpty());
        CHECK(command.run != nullptr);
    }
}

TEST_CASE("a selection survives an edit above it") {
    Window w;
    w.click(w.step(2));
    const design::NodeId id = w.step(2);
    const auto offset = uint32_t(program.find("int count"));
    w.session.apply({{{.path = "main.bal",
                       .edits = {{{offset, offset}, "int first = 0;\n        "}},
                       .create = false,
                       .remove = false}}},
                    QStringLiteral("Edit"));
    CHECK(w.view->selected() == std::vector{id});
    CHECK(w.step(3) == id);
    CHECK(w.session.selection().location.range == w.view->graph().root.nodes[3].range);
}

TEST_CASE("a step that is dragged to another place moves there") {
    Window w;
    const QPoint from = w.at(w.view->scene().frameOf(w.step(2)));
    const QPoint to = w.view->canvas()->mapFromScene(w.view->scene().layout().inserts.at(0).point);
    QTest::mousePress(w.page(), Qt::LeftButton, {}, from);
    QTest::mouseMove(w.page(), from + QPoint(20, 20));
    QTest::mouseMove(w.page(), to);
    QTest::mouseRelease(w.page(), Qt::LeftButton, {}, to);
    CHECK(QTest::qWaitFor(
        [&] { return w.view->graph().root.nodes[0].kind == design::NodeKind::CompoundAssign; }, 2000));
    w.session.undo();
    CHECK(w.text() == program);
}

TEST_CASE("a screen reader finds the steps, branches, targets and every + of a flow, and presses them") {
    Window w;
    QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(w.view->canvas());
    REQUIRE(canvas);
    const auto called = [&](const char* name) {
        for (int index = 0; index < canvas->childCount(); ++index)
            if (canvas->child(index)->text(QAccessible::Name).startsWith(QLatin1StringView(name)))
                return canvas->child(index);
        FAIL("nothing is called " << name);
        return canvas;
    };
    for (int index = 0; index < canvas->childCount(); ++index)
        CHECK(!canvas->child(index)->text(QAccessible::Name).isEmpty());
    called("When a text message arrives");
    called("Branch else");
    called("caller, which Send text message goes to");
    called("Add a step before Send text message");
    called("Add a step to the empty block of If");
    called("Add a step after Change by");
    QAccessibleInterface* step = called("Declare variable int count = 1");
    step->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    CHECK(w.view->selected() == std::vector{w.step(0)});
    CHECK(step->state().selected);
    called("Add a step before Change by")
        ->actionInterface()
        ->doAction(QAccessibleActionInterface::pressAction());
    CHECK(QTest::qWaitFor([&] { return w.view->palettePopup().isVisible(); }, 2000));
}

TEST_CASE("the form of a match shows branch by branch, and what can be done with each") {
    Window w(
        "function f(int x) {\n    match x {\n        1 => {\n        }\n        2 if x > 1 => {\n        }\n"
        "    }\n}\n",
        "f");
    w.click(w.step(0));
    w.showPanel();
    const auto texts = [&] {
        std::vector<std::string> texts;
        for (int index = 0; CodeField* field = w.field(index); ++index)
            texts.push_back(toStdString(field->text()));
        texts.resize(5);
        return texts;
    };
    CHECK(texts() == std::vector<std::string>{"x", "1", "", "2", "x > 1"});
    const auto buttons = [&](const char* words) {
        QList<QToolButton*> found;
        for (auto* button : w.view->panel()->findChildren<QToolButton*>())
            if (!button->visibleRegion().isEmpty() &&
                button->accessibleName().startsWith(QLatin1StringView(words)))
                found.append(button);
        return found;
    };
    const auto shows = [&](qsizetype branches) {
        return QTest::qWaitFor([&] { return buttons("Remove this branch").size() == branches; }, 3000);
    };
    REQUIRE(shows(2));
    CHECK(!buttons("Try this branch later")[1]->isEnabled());
    QTest::mouseClick(buttons("Try this branch later")[0], Qt::LeftButton);
    QCoreApplication::processEvents();
    CHECK(w.text().find("2 if x > 1 => {\n        }\n        1 => {") != std::string::npos);
    CHECK(texts() == std::vector<std::string>{"x", "2", "x > 1", "1", ""});
    CHECK(w.view->selected().size() == 1);
    QTest::mouseClick(buttons("Remove this branch")[0], Qt::LeftButton);
    REQUIRE(shows(1));
    CHECK(w.text() == "function f(int x) {\n    match x {\n        1 => {\n        }\n    }\n}\n");
    CHECK(!buttons("Remove this branch")[0]->isEnabled());
}

TEST_CASE("a branch's condition keeps the cursor of who writes it") {
    Window w("function f(int x) {\n    if x > 1 {\n    } else if x > 0 {\n    }\n}\n", "f");
    w.click(w.step(0));
    w.showPanel();
    CodeField* second = w.field(1);
    REQUIRE(second->text() == QStringLiteral("x > 0"));
    second->setFocus();
    second->moveCursor(QTextCursor::End);
    QTest::keyClicks(second, QStringLiteral(" + 1"));
    CHECK(second->hasFocus());
    CHECK(w.text().find("else if x > 0 + 1 {") != std::string::npos);
}

TEST_CASE("no field says that it matches while its step does not") {
    Window w("function f() {\n    int count = 1;\n    count += 1;\n    count += \"1\";\n    count = 2;\n}\n",
             "f");
    const auto says = [&](size_t step) {
        w.view->select({w.step(step)});
        w.showPanel();
        QString all;
        for (const auto* label : w.view->panel()->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(QStringLiteral("matches")))
                all += label->text();
        return !all.isEmpty();
    };
    CHECK(says(0));
    CHECK(says(3));
    CHECK(!says(2));
    bool isRed = false;
    for (int index = 0; CodeField* field = w.field(index); ++index)
        isRed |= field->text() == QStringLiteral("\"1\"") && field->property("wrong").toBool();
    CHECK(isRed);
}

TEST_CASE("an empty function says how a step comes into it") {
    Window w("function f() {\n}\n", "f");
    QTest::mouseClick(w.view->panel()->findChild<QPushButton*>(QStringLiteral("function-add-step")),
                      Qt::LeftButton);
    CHECK(w.view->palettePopup().isVisible());
}
