// The panel beside the type diagram.
#include <doctest/doctest.h>

#include "designer/canvas/diagram_style.h"
#include "designer/forms/text_field.h"
#include "designer/session/design_session.h"
#include "designer/types/type_panel.h"
#include "model/design/type_graph.h"
#include "model/project/snapshot.h"
#include "tests/support/sample.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace barre;
using namespace barre::designer;

namespace {

struct Panel {
    DesignSession session;
    TypePanel panel{session};

    Panel() {
        applyTheme(*qApp, Theme::Light);
        session.openTexts(test::sample("chat"));
        panel.show();
    }

    design::SymbolId idOf(const std::string& name) const {
        const design::TypeGraph graph = design::buildTypeGraph(*session.snapshot());
        const auto found = std::ranges::find(graph.nodes, name, &design::TypeNode::name);
        REQUIRE(found != graph.nodes.end());
        return found->id;
    }
};

} // namespace

TEST_CASE("types: the form of a new type opens from any type, and adds it") {
    Panel shown;
    shown.panel.showType(shown.idOf("ChatService"));
    shown.panel.startType();
    auto* name = shown.panel.findChild<TextField*>(QStringLiteral("type-name"));
    REQUIRE(name);
    QTest::keyClicks(name->findChild<QPlainTextEdit*>(), QStringLiteral("Room"));
    auto* add = shown.panel.findChild<QPushButton*>(QStringLiteral("type-add"));
    REQUIRE(add->isEnabled());
    QTest::mouseClick(add, Qt::LeftButton);
    CHECK(!shown.idOf("Room").empty());
}

TEST_CASE("types: a class has no descriptor to edit") {
    Panel shown;
    shown.panel.showType(shown.idOf("ChatService"));
    auto* type = shown.panel.findChild<TextField*>(QStringLiteral("type-descriptor"));
    REQUIRE(type);
    CHECK(!type->isVisible());
}
