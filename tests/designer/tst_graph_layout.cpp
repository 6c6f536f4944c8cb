// Layouts are compared as numbers.
#include <doctest/doctest.h>

#include "designer/layout/edge_routing.h"
#include "designer/layout/graph_layout.h"
#include "designer/layout/graph_layouter.h"

#include <QtTest/QTest>

using namespace barre::designer;

namespace {

/// listener → service → class → (state, client), one edge from each of two rows.
GraphShape chatShape() {
    GraphShape shape;
    shape.nodes = {{160, 60}, {210, 114}, {240, 226}, {240, 60}, {240, 60}};
    shape.edges = {{0, 1, 30, 30}, {1, 2, 30, 30}, {2, 3, 100, 30}, {2, 4, 130, 30}, {0, 3, 30, 30}};
    return shape;
}

bool orthogonal(const std::vector<QPointF>& route) {
    for (size_t i = 1; i < route.size(); ++i)
        if (route[i].x() != route[i - 1].x() && route[i].y() != route[i - 1].y())
            return false;
    return route.size() >= 2;
}

} // namespace

TEST_CASE("boxes stand in columns and never overlap") {
    const GraphShape shape = chatShape();
    const GraphPlaces places = layoutGraph(shape);
    REQUIRE(places.nodes.size() == shape.nodes.size());
    CHECK(places.nodes[1].left() - places.nodes[0].right() == doctest::Approx(shape.columnGap));
    CHECK(places.nodes[3].left() == places.nodes[4].left());
    for (size_t a = 0; a < places.nodes.size(); ++a)
        for (size_t b = a + 1; b < places.nodes.size(); ++b)
            CHECK_FALSE(places.nodes[a].intersects(places.nodes[b]));
}

TEST_CASE("routes are orthogonal and end at their rows") {
    const GraphShape shape = chatShape();
    const GraphPlaces places = layoutGraph(shape);
    for (size_t i = 0; i < shape.edges.size(); ++i) {
        const GraphShape::Edge& edge = shape.edges[i];
        const auto& route = places.routes[i];
        CAPTURE(i);
        CHECK(orthogonal(route));
        const QRectF from = places.nodes[size_t(edge.from)], to = places.nodes[size_t(edge.to)];
        CHECK(route.front() == QPointF(from.right(), from.top() + edge.fromY));
        CHECK(route.back() == QPointF(to.left(), to.top() + edge.toY));
    }
}

TEST_CASE("a route past a column goes round its boxes") {
    const GraphShape shape = chatShape();
    const GraphPlaces places = layoutGraph(shape);
    const auto& route = places.routes[4]; // listener → state, past service and class
    for (size_t i = 1; i < route.size(); ++i) {
        const QRectF stretch = QRectF(route[i - 1], route[i]).normalized().adjusted(-1, -1, 1, 1);
        CHECK_FALSE(stretch.intersects(places.nodes[1]));
        CHECK_FALSE(stretch.intersects(places.nodes[2]));
    }
}

TEST_CASE("a box on another shares its column, and the edge between them goes straight down") {
    GraphShape shape = chatShape();
    const double width = layoutGraph(shape).bounds.width();
    shape.edges[0].isDown = true;
    const GraphPlaces places = layoutGraph(shape);
    const QRectF upper = places.nodes[0], lower = places.nodes[1];
    CHECK(upper.left() == lower.left());
    CHECK(lower.top() - upper.bottom() == shape.rowGap);
    CHECK(places.routes[0] == std::vector<QPointF>{{80, upper.bottom()}, {80, lower.top()}});
    CHECK(places.bounds.width() < width - 160);
    CHECK(places.routes[4].front() == QPointF(upper.right(), upper.top() + 30));
    for (size_t i = 0; i < shape.edges.size(); ++i)
        CHECK(orthogonal(places.routes[i]));
}

TEST_CASE("a box that is said to stand on itself stands alone") {
    GraphShape shape;
    shape.nodes = {{100, 60}};
    shape.edges = {{0, 0, 30, 30, true}};
    CHECK(layoutGraph(shape).nodes[0].size() == shape.nodes[0]);
}

TEST_CASE("lanes that overlap do not coincide") {
    GraphShape shape;
    shape.nodes = {{100, 200}, {100, 60}, {100, 60}};
    shape.edges = {{0, 1, 150, 30}, {0, 2, 50, 30}};
    const RankedNodes ranked{{{0, 0, 100, 200}, {200, 0, 100, 60}, {200, 140, 100, 60}}, {0, 1, 1}};
    const auto routes = routeEdges(shape, ranked, {{}, {}});
    CHECK(routes[0][1].x() != routes[1][1].x());
}

TEST_CASE("an edge back leaves and enters on the right") {
    GraphShape shape;
    shape.nodes = {{100, 60}, {100, 60}};
    shape.edges = {{0, 1, 30, 30}};
    const RankedNodes ranked{{{0, 0, 100, 60}, {0, 100, 100, 60}}, {0, 0}};
    const auto route = routeEdges(shape, ranked, {{}}).front();
    CHECK(route.front() == QPointF(100, 30));
    CHECK(route.back() == QPointF(100, 130));
    CHECK(route[1].x() > 100);
}

TEST_CASE("the layouter answers the newest request only") {
    GraphLayouter layouter;
    int answers = 0;
    GraphPlaces last;
    QObject::connect(&layouter, &GraphLayouter::laidOut, &layouter, [&](const GraphPlaces& places) {
        ++answers;
        last = places;
    });
    layouter.request(chatShape());
    layouter.request(chatShape());
    GraphShape single;
    single.nodes = {{50, 50}};
    layouter.request(single);
    CHECK(layouter.busy());
    REQUIRE(QTest::qWaitFor([&] { return !layouter.busy(); }, 20000));
    CHECK(answers == 1);
    CHECK(last.nodes.size() == 1);
}

TEST_CASE("an empty graph has no places") {
    CHECK(layoutGraph({}).nodes.empty());
}
