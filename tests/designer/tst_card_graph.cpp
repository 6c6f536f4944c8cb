// The cards of the overview and of the type diagram: drawn, selected by mouse and keys, redrawn in place.
#include <doctest/doctest.h>

#include "designer/layout/card_graph_view.h"

#include <QtGui/QAccessible>
#include <QtGui/QContextMenuEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace barre::designer;

namespace {

CardGraph::Node node(const QString& key, const QStringList& rows) {
    CardGraph::Node result;
    result.key = key;
    result.card.title = key;
    for (const QString& row : rows) {
        CardRow cardRow;
        cardRow.key = cardRow.text = row;
        result.card.rows.push_back(cardRow);
    }
    return result;
}

CardGraph serviceGraph() {
    CardGraph graph;
    graph.nodes = {node(QStringLiteral("listener"), {}),
                   node(QStringLiteral("service"), {QStringLiteral("get")}),
                   node(QStringLiteral("class"), {QStringLiteral("onOpen"), QStringLiteral("onClose")})};
    graph.edges = {{0, -1, 1, -1, LinkLook::Normal}, {1, 0, 2, -1, LinkLook::Normal}};
    return graph;
}

struct Shown {
    CardGraphView view;

    Shown() {
        view.resize(1000, 600);
        view.show();
        view.setGraph(serviceGraph());
        REQUIRE(QTest::qWaitFor([this] { return view.isSettled(); }, 20000));
    }

    void click(const QPointF& scenePoint) {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.mapFromScene(scenePoint));
    }
};

} // namespace

TEST_CASE("a click on a card selects it, a click on a row tells the row") {
    Shown shown;
    QSignalSpy clicked(&shown.view, &CardGraphView::cardClicked);
    const QRectF frame = shown.view.frameOf(QStringLiteral("class"));
    shown.click(frame.topLeft() + QPointF(20, 20));
    CHECK(shown.view.selectedKey() == QStringLiteral("class"));
    shown.click(frame.topLeft() + QPointF(20, CardItem::headerHeight + CardItem::rowHeight * 1.5));
    REQUIRE(clicked.count() >= 2);
    CHECK(clicked.last().at(1).toString() == QStringLiteral("onClose"));
}

TEST_CASE("arrow keys walk from card to card and Enter opens") {
    Shown shown;
    QSignalSpy opened(&shown.view, &CardGraphView::cardOpened);
    shown.view.select(QStringLiteral("listener"));
    QTest::keyClick(&shown.view, Qt::Key_Right);
    CHECK(shown.view.selectedKey() == QStringLiteral("service"));
    QTest::keyClick(&shown.view, Qt::Key_Right);
    CHECK(shown.view.selectedKey() == QStringLiteral("class"));
    QTest::keyClick(&shown.view, Qt::Key_Left);
    CHECK(shown.view.selectedKey() == QStringLiteral("service"));
    QTest::keyClick(&shown.view, Qt::Key_Return);
    REQUIRE(opened.count() == 1);
    CHECK(opened.first().first().toString() == QStringLiteral("service"));
}

TEST_CASE("a selected row has its own arrows highlighted, a selected card all of them") {
    Shown shown;
    shown.view.select(QStringLiteral("service"));
    CHECK(shown.view.isBright(0));
    CHECK(shown.view.isBright(1));
    shown.view.select(QStringLiteral("service"), QStringLiteral("get"));
    CHECK_FALSE(shown.view.isBright(0));
    CHECK(shown.view.isBright(1));
    shown.view.select(QStringLiteral("class"), QStringLiteral("onOpen"));
    CHECK_FALSE(shown.view.isBright(1));
}

TEST_CASE("up and down go through the rows of a card, and Enter opens the row") {
    Shown shown;
    QSignalSpy opened(&shown.view, &CardGraphView::cardOpened);
    shown.view.select(QStringLiteral("class"));
    for (const char* row : {"onOpen", "onClose"}) {
        QTest::keyClick(&shown.view, Qt::Key_Down);
        CHECK(shown.view.selectedRow() == QLatin1StringView(row));
    }
    QTest::keyClick(&shown.view, Qt::Key_Up);
    QTest::keyClick(&shown.view, Qt::Key_Return);
    REQUIRE(opened.count() == 1);
    CHECK(opened.first().at(1).toString() == QStringLiteral("onOpen"));
    QTest::keyClick(&shown.view, Qt::Key_Up);
    CHECK(shown.view.selectedRow().isEmpty());
    CHECK(shown.view.selectedKey() == QStringLiteral("class"));
}

TEST_CASE(
    "a card of many rows shows some of them, with one row for the others; that or a selection unfolds it") {
    QStringList rows;
    for (int i = 0; i < 60; ++i)
        rows << QStringLiteral("row%1").arg(i);
    CardGraph graph;
    graph.nodes = {node(QStringLiteral("many"), rows), node(QStringLiteral("other"), {})};
    graph.edges = {
        {0, 3, 1, -1, LinkLook::Normal}, {0, 40, 1, -1, LinkLook::Normal}, {0, 50, 1, -1, LinkLook::Normal}};
    const CardGraph folded = foldLongCards(graph, {});
    CHECK(folded.nodes[0].card.rows.size() == foldedRows + 1);
    CHECK(folded.nodes[0].card.rows.back().text == QStringLiteral("Show all 60"));
    REQUIRE(folded.edges.size() == 2);
    CHECK(folded.edges[1].fromRow == foldedRows);
    CHECK(foldLongCards(graph, {QStringLiteral("many")}).nodes[0].card.rows.size() == 61);

    Shown shown;
    shown.view.setGraph(graph);
    shown.view.select(QStringLiteral("many"), QStringLiteral("row50"));
    CHECK(shown.view.graph().nodes[0].card.rows.size() == 61);
    shown.view.select(QStringLiteral("many"), foldRow);
    QTest::keyClick(&shown.view, Qt::Key_Return);
    CHECK(shown.view.graph().nodes[0].card.rows.size() == foldedRows + 1);
}

TEST_CASE("new words are drawn in place, new rows are laid out again") {
    Shown shown;
    CardGraph graph = serviceGraph();
    graph.nodes[2].card.rows[0].trailing = QStringLiteral("7");
    shown.view.select(QStringLiteral("class"));
    shown.view.setGraph(graph);
    CHECK(shown.view.isSettled());
    graph.nodes[2].card.rows.push_back(graph.nodes[2].card.rows[0]);
    shown.view.setGraph(graph);
    CHECK_FALSE(shown.view.isSettled());
    REQUIRE(QTest::qWaitFor([&] { return shown.view.isSettled(); }, 20000));
    CHECK(shown.view.selectedKey() == QStringLiteral("class"));
}

TEST_CASE("stepping prefers what lies straight ahead") {
    const std::vector<QRectF> frames = {{0, 0, 10, 10}, {100, 0, 10, 10}, {60, 80, 10, 10}};
    CHECK(nearestInDirection(frames, 0, Qt::Key_Right) == 1);
    CHECK(nearestInDirection(frames, 0, Qt::Key_Down) == 2);
    CHECK(nearestInDirection(frames, 0, Qt::Key_Left) == -1);
    CHECK(nearestInDirection(frames, -1, Qt::Key_Left) == 0);
}

TEST_CASE("a menu that is asked for on a row is about the row") {
    Shown shown;
    QSignalSpy asked(&shown.view, &CardGraphView::menuRequested);
    const QRectF frame = shown.view.frameOf(QStringLiteral("class"));
    const QPoint point = shown.view.mapFromScene(
        frame.topLeft() + QPointF(20, CardItem::headerHeight + CardItem::rowHeight * 1.5));
    QTest::mouseMove(shown.view.viewport(), point);
    QContextMenuEvent event(QContextMenuEvent::Mouse, point, shown.view.viewport()->mapToGlobal(point));
    REQUIRE(QTest::qWaitFor(
        [&] {
            QApplication::sendEvent(shown.view.viewport(), &event);
            return shown.view.selectedRow() == QStringLiteral("onClose");
        },
        20000));
    CHECK(asked.last().first().toString() == QStringLiteral("class"));
}

TEST_CASE("a screen reader finds every card and row by name, knows where it leads and presses it") {
    Shown shown;
    QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(&shown.view);
    REQUIRE(canvas);
    QStringList names;
    for (int index = 0; index < canvas->childCount(); ++index)
        names.append(canvas->child(index)->text(QAccessible::Name));
    CHECK(names == QStringList{QStringLiteral("listener"), QStringLiteral("service"),
                               QStringLiteral("get of service"), QStringLiteral("class"),
                               QStringLiteral("onOpen of class"), QStringLiteral("onClose of class")});
    QAccessibleInterface* row = canvas->child(5);
    CHECK(canvas->child(2)->text(QAccessible::Description) == QStringLiteral("Leads to class"));
    CHECK(canvas->indexOfChild(row) == 5);
    CHECK(canvas->childAt(row->rect().center().x(), row->rect().center().y()) == row);
    row->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    CHECK(shown.view.selectedRow() == QStringLiteral("onClose"));
    CHECK(row->state().selected);
    CHECK(canvas->focusChild() == row);
    shown.view.setGraph({});
    REQUIRE(QTest::qWaitFor([&] { return shown.view.isSettled(); }, 20000));
    CHECK(!row->isValid());
    CHECK(row->text(QAccessible::Name).isEmpty());
}
