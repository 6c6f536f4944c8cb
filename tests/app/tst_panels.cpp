// The right panel: every form is whole at the least width, and says what is wrong.
#include <doctest/doctest.h>

#include "app/window/centre.h"
#include "app/window/command_table.h"
#include "app/window/dock.h"
#include "app/window/main_window.h"
#include "app/window/navigator.h"
#include "app/window/preferences.h"
#include "app/window/side_panel.h"
#include "designer/flow/flow_view.h"
#include "designer/forms/panel_page.h"
#include "designer/forms/row_list.h"
#include "designer/forms/scope_list.h"
#include "designer/forms/text_field.h"
#include "designer/problems/problems_panel.h"
#include "designer/session/design_session.h"
#include "designer/session/live_marks.h"
#include "designer/session/view.h"
#include "model/design/entry_points.h"
#include "model/project/snapshot.h"
#include "tests/app/opened_window.h"
#include "tests/support/sample.h"

#include <QtCore/QStandardPaths>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

#include <set>

using namespace barre;
using namespace barre::app;

namespace {

struct Opened : test::OpenedWindow {
    SidePanel* panel;

    explicit Opened(const model::FileTexts& texts)
        : OpenedWindow(texts), panel(window->findChild<SidePanel*>()) {}

    QWidget* page() { return panel->findChild<QStackedWidget*>()->currentWidget(); }
    Navigator& navigator() { return window->workbench().navigator; }
    template<class View>
    View* view() {
        return qobject_cast<View*>(window->centre().view());
    }
};

void settle() {
    for (int round = 0; round < 4; ++round) { // a label's height follows its width, and so on
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

/// What is cut at the panel's right edge, or narrower than what it says.
std::string cutIn(SidePanel& panel) {
    settle();
    std::string cut;
    const auto* page = panel.findChild<QStackedWidget*>()->currentWidget();
    const auto* scroll = qobject_cast<const designer::PanelPage*>(page);
    if (!scroll)
        return cut;
    const QWidget* viewport = scroll->viewport();
    for (const QWidget* child : scroll->widget()->findChildren<QWidget*>()) {
        if (!child->isVisible() || child->isWindow())
            continue;
        const auto* label = qobject_cast<const QLabel*>(child);
        const auto* button = qobject_cast<const QAbstractButton*>(child);
        const bool hasWords =
            (qobject_cast<const QPushButton*>(child) || qobject_cast<const QToolButton*>(child)) &&
            !button->text().isEmpty();
        const int least = hasWords                    ? child->sizeHint().width()
                          : child->minimumWidth() > 0 ? child->minimumWidth()
                                                      : child->minimumSizeHint().width();
        const int right = child->mapTo(viewport, QPoint(child->width(), 0)).x();
        if (right <= viewport->width() && child->width() >= least)
            continue;
        const QString words = label ? label->text() : button ? button->text() : child->objectName();
        cut += std::string(child->metaObject()->className()) + " '" + words.toStdString() + "' " +
               std::to_string(child->width()) + " of " + std::to_string(least) + ", ends at " +
               std::to_string(right) + " of " + std::to_string(viewport->width()) + "\n";
    }
    return cut;
}

void forEachItem(const std::vector<design::TreeItem>& items, const auto& visit) {
    for (const design::TreeItem& item : items) {
        visit(item);
        forEachItem(item.children, visit);
    }
}

void showAllInScope(SidePanel& panel) {
    for (const auto* list : panel.findChildren<designer::ScopeList*>())
        for (auto* button : list->findChildren<QPushButton*>())
            if (button->isVisible())
                button->click();
}

} // namespace

TEST_CASE("no form of a step is wider than the panel at its least, with all that is in scope") {
    Opened opened(test::sample("chat"));
    opened.panel->setFixedWidth(260);
    std::set<design::NodeKind> kinds;
    const auto tryFunction = [&](const design::TreeItem& item) {
        if (viewOf(item.kind) != QStringLiteral("flow"))
            return;
        opened.navigator().go({QStringLiteral("flow"), item.id});
        auto* flow = opened.view<designer::FlowView>();
        REQUIRE(flow);
        const design::FlowGraph graph = flow->graph();
        design::forEachStep(graph.root, [&](const design::FlowNode& node) {
            opened.session().select({item.id, {graph.location.file, node.range}});
            showAllInScope(*opened.panel);
            CAPTURE(item.id.path);
            CAPTURE(node.title);
            CHECK(cutIn(*opened.panel) == "");
            kinds.insert(node.kind);
        });
    };
    for (const design::TreeGroup& group : std::vector(opened.navigator().tree().groups))
        forEachItem(group.items, tryFunction);
    CHECK(kinds.size() > 15);
}

TEST_CASE("no form of a declaration, a member or of something new is wider than the panel at its least") {
    Opened opened(test::sample("chat"));
    opened.panel->setFixedWidth(260);
    int forms = 0;
    for (const design::TreeGroup& group : std::vector(opened.navigator().tree().groups))
        forEachItem(group.items, [&](const design::TreeItem& item) {
            opened.navigator().go({QString(), item.id});
            CAPTURE(item.id.path);
            CHECK(cutIn(*opened.panel) == "");
            ++forms;
        });
    CHECK(forms > 20);
    for (const auto& place : {designer::Place{QStringLiteral("class"), {"ChatService"}},
                              designer::Place{QStringLiteral("service"), {"service /chat"}}}) {
        opened.navigator().go(place);
        for (auto* list : opened.window->centre().view()->findChildren<designer::RowList*>())
            for (int row = 0; row < list->count(); ++row) {
                list->setCurrentRow(row);
                Q_EMIT list->rowSelected(list->selectedKey());
                CAPTURE(list->selectedKey().toStdString());
                CHECK(cutIn(*opened.panel) == "");
            }
    }
    for (const char* command : {"class.addVariable", "class.addMethod", "add.type"}) {
        opened.navigator().go({QStringLiteral("class"), {"ChatService"}});
        opened.window->workbench().commands.run(QLatin1StringView(command));
        CAPTURE(std::string(command));
        CHECK(cutIn(*opened.panel) == "");
    }
    opened.navigator().go({QStringLiteral("overview"), {}});
    designer::LiveMarks marks;
    marks.running = true;
    opened.window->centre().showLive(marks);
    CHECK(cutIn(*opened.panel) == "");
}

TEST_CASE("what a project calls things makes no form wider: a long type below a field, a long name to open") {
    const std::string name = "aFunctionThatHasANameOfMoreThanFortyLetters";
    Opened opened({{"main.bal", "function " + name +
                                    "(map<record {|map<int[]> first; string[][] second;|}> values) {\n"
                                    "    var other = values;\n    " +
                                    name + "(other);\n}\n"}});
    opened.panel->setFixedWidth(260);
    opened.navigator().go({QStringLiteral("flow"), {name}});
    const design::FlowGraph graph = opened.view<designer::FlowView>()->graph();
    REQUIRE(graph.root.nodes.size() == 2);
    for (const design::FlowNode& node : graph.root.nodes) {
        opened.session().select({{name}, {graph.location.file, node.range}});
        CAPTURE(node.title);
        CHECK(cutIn(*opened.panel) == "");
    }
}

namespace {

/// The chat whose class variable `seen` gets a text.
model::FileTexts chatWithWrongVariable() {
    model::FileTexts texts = test::sample("chat");
    std::string& text = texts.at("main.bal");
    text.replace(text.find("int seen = 0"), 12, "int seen = \"x\"");
    return texts;
}

/// What stands below a field of the panel.
std::string noteBelow(const QWidget& panel, const char* field) {
    std::string note;
    for (const auto* label : panel.findChild<QWidget*>(QLatin1StringView(field))->findChildren<QLabel*>())
        if (label->isVisible() && label->property("role") != QStringLiteral("caption"))
            note += label->text().toStdString();
    return note;
}

} // namespace

TEST_CASE("the form of a class variable says below the field what is wrong") {
    Opened opened(chatWithWrongVariable());
    opened.navigator().go({QStringLiteral("class"), {"ChatService"}});
    auto* list = opened.window->centre().view()->findChildren<designer::RowList*>().first();
    for (int row = 0; row < list->count(); ++row)
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(list->item(row)).center());
    REQUIRE(list->selectedKey() == QStringLiteral("ChatService.seen"));
    CHECK(noteBelow(*opened.page(), "variable-value").starts_with("expected 'int'"));
    CHECK(noteBelow(*opened.page(), "variable-name") == "");
    auto* value = opened.page()->findChild<designer::TextField*>(QStringLiteral("variable-value"))->editor();
    value->setFocus();
    value->selectAll();
    QTest::keyClicks(value, QStringLiteral("7"));
    QTest::keyClick(value, Qt::Key_Return);
    CHECK(noteBelow(*opened.page(), "variable-value") == "");
}

TEST_CASE("a new class variable says before and after Add that its value has the wrong type") {
    Opened opened(test::sample("chat"));
    opened.navigator().go({QStringLiteral("class"), {"ChatService"}});
    opened.window->workbench().commands.run(QStringLiteral("class.addVariable"));
    auto* value = opened.page()->findChild<designer::TextField*>(QStringLiteral("variable-value"))->editor();
    value->setFocus();
    value->selectAll();
    QTest::keyClicks(value, QStringLiteral("\"x\""));
    CHECK(noteBelow(*opened.page(), "variable-value").starts_with("expected 'int'"));
    CHECK(opened.session().workspace().texts == test::sample("chat"));
    QTest::mouseClick(opened.page()->findChild<QPushButton*>(QStringLiteral("variable-add")), Qt::LeftButton);
    CHECK(opened.session().workspace().texts.at("main.bal").find("int value = \"x\"") != std::string::npos);
    CHECK(noteBelow(*opened.page(), "variable-value").starts_with("expected 'int'"));
}

TEST_CASE("the form of a module's variable says what is wrong, too") {
    Opened opened(model::FileTexts{{"main.bal", "int count = \"x\";\n"}});
    opened.navigator().go({QString(), {"count"}});
    CHECK(noteBelow(*opened.page(), "variable-value").starts_with("expected 'int'"));
}

TEST_CASE("the problem of a class variable leads from another flow to the class, and marks the variable") {
    Opened opened(chatWithWrongVariable());
    opened.navigator().go({QStringLiteral("flow"), {"ChatService.onOpen"}});
    opened.window->dock().showTab(QStringLiteral("problems"));
    settle();
    auto* problems = opened.window->dock().find<designer::ProblemsPanel>()->findChild<QListView*>();
    QTest::mouseClick(problems->viewport(), Qt::LeftButton, {},
                      problems->visualRect(problems->model()->index(0, 0)).center());
    CHECK(opened.navigator().place() == designer::Place{QStringLiteral("class"), {"ChatService"}});
    CHECK(opened.navigator().crumbs().back().text == QStringLiteral("ChatService"));
    const auto* list = opened.window->centre().view()->findChildren<designer::RowList*>().first();
    CHECK(list->selectedKey() == QStringLiteral("ChatService.seen"));
    CHECK(noteBelow(*opened.page(), "variable-value").starts_with("expected 'int'"));
}
