// Whoever works with keys sees where they are.
#include <doctest/doctest.h>

#include "app/window/dock.h"
#include "app/window/main_window.h"
#include "app/window/preferences.h"
#include "designer/canvas/diagram_style.h"
#include "designer/session/design_session.h"
#include "designer/sidebar/sidebar.h"
#include "tests/app/opened_window.h"
#include "tests/support/sample.h"

#include <QtCore/QStandardPaths>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTreeView>

using namespace barre;
using namespace barre::app;

namespace {

struct Opened : test::OpenedWindow {
    Opened() : OpenedWindow(test::sample("chat")) { QApplication::setActiveWindow(window.get()); }

    /// Presses F6 until that has the focus.
    bool reach(const QWidget& wanted) {
        for (int part = 0; part < 6 && !wanted.hasFocus(); ++part)
            QTest::keyClick(window.get(), Qt::Key_F6);
        return wanted.hasFocus();
    }
};

/// How much of a picture has a colour.
int countOf(const QColor& colour, const QImage& image, const QRect& area) {
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            count += image.pixelColor(x, y) == colour;
    return count;
}

} // namespace

TEST_CASE("F6 to the dock draws a ring around its current tab") {
    Opened opened;
    auto* tabs = opened.window->dock().findChild<QTabBar*>();
    const QColor accent = designer::DiagramStyle::current().colour(designer::Colour::Accent);
    const QRect upper = tabs->tabRect(tabs->currentIndex()).adjusted(0, 0, 0, -tabs->height() + 10);
    CHECK(countOf(accent, tabs->grab().toImage(), upper) == 0);
    REQUIRE(opened.reach(*tabs));
    CHECK(countOf(accent, tabs->grab().toImage(), upper) > upper.width() / 2);
}

TEST_CASE("the tree that gets the focus by a key shows where the keys are, also without a current row") {
    Opened opened;
    QTreeView& tree = opened.window->sidebar().view();
    tree.clearFocus();
    REQUIRE(!tree.currentIndex().isValid());
    REQUIRE(opened.reach(tree));
    CHECK(tree.currentIndex().data().toString() == QStringLiteral("/chat"));
    CHECK(!tree.selectionModel()->hasSelection());
    QTest::keyClick(&tree, Qt::Key_Down);
    CHECK(tree.currentIndex() == tree.indexBelow(tree.model()->index(0, 0, tree.model()->index(0, 0))));
}
