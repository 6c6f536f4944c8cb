#include <doctest/doctest.h>

#include "designer/canvas/diagram_style.h"
#include "designer/layout/flow_layout.h"
#include "model/project/snapshot.h"
#include "model/semantics/library.h"

using namespace barre;
using namespace barre::designer;

namespace {

struct Flow {
    design::FlowGraph graph;
    FlowLayout layout;
};

/// The flow of `function run()` with that body; labels are 100 wide.
std::unique_ptr<Flow> flowOf(const std::string& body) {
    const auto workspace =
        model::workspaceOf({{"main.bal", "function run() returns error? {\n" + body + "\n}\n"}});
    const auto snapshot = model::takeSnapshot(workspace, nullptr, nullptr, model::Analysis::SyntaxOnly);
    auto flow = std::make_unique<Flow>();
    flow->graph = design::buildFlowGraph(*snapshot, {"run"});
    flow->layout = layoutFlow(flow->graph, {[](const QString&) { return 100.0; }, 240});
    return flow;
}

std::vector<QRectF> places(const FlowLayout& layout, FlowShape shape) {
    std::vector<QRectF> found;
    for (const FlowBox& box : layout.boxes)
        if (box.shape == shape)
            found.push_back(box.place);
    return found;
}

bool isAncestor(const design::FlowNode* above, const design::FlowNode* node) {
    bool found = false;
    for (const design::FlowBranch& branch : above->branches)
        design::forEachStep(branch.block, [&](const design::FlowNode& step) { found |= &step == node; });
    return found;
}

/// Boxes lie beside each other, or one holds the other because its step does.
void checkNoOverlap(const FlowLayout& layout) {
    for (const FlowBox& a : layout.boxes)
        for (const FlowBox& b : layout.boxes) {
            if (&a == &b || !a.place.intersects(b.place))
                continue;
            const bool nested = a.node && b.node &&
                                ((a.shape == FlowShape::Container && isAncestor(a.node, b.node) &&
                                  a.place.contains(b.place)) ||
                                 (b.shape == FlowShape::Container && isAncestor(b.node, a.node) &&
                                  b.place.contains(a.place)));
            CHECK(nested);
        }
}

} // namespace

TEST_CASE("wide steps have room beside each other and in their blocks") {
    auto flow = flowOf("    if true {\n        lock {\n            f();\n        }\n    } else {\n        "
                       "g();\n    }\n    h();");
    flow->layout = layoutFlow(flow->graph, {[](const QString&) { return 100.0; }, 240, 340});
    for (const QRectF& place : places(flow->layout, FlowShape::Step))
        CHECK(place.width() == 340);
    checkNoOverlap(flow->layout);
}

TEST_CASE("steps hang on one line, 48 apart, below the start") {
    const auto flow = flowOf("int a = 1;\nint b = 2;");
    const auto steps = places(flow->layout, FlowShape::Step);
    REQUIRE(steps.size() == 2);
    CHECK(steps[0] == QRectF(-140, metric::startHeight + 48, 280, 52));
    CHECK(steps[1] == QRectF(-140, steps[0].bottom() + 48, 280, 52));
    const auto ends = places(flow->layout, FlowShape::End);
    REQUIRE(ends.size() == 1);
    CHECK(ends[0].center().x() == 0);
    CHECK(flow->layout.inserts.size() == 3);
    for (const FlowInsert& insert : flow->layout.inserts)
        CHECK(insert.point.x() == 0);
}

TEST_CASE("an empty function has one place to begin") {
    const auto flow = flowOf("");
    REQUIRE(flow->layout.inserts.size() == 1);
    CHECK(flow->layout.inserts[0].isEmptyBlock);
    CHECK(places(flow->layout, FlowShape::End).size() == 1);
}

TEST_CASE("two branches are as far left as right, three have one on the axis") {
    const auto two = flowOf("if a { int b = 1; } else { int c = 1; }");
    const auto steps = places(two->layout, FlowShape::Step);
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].center().x() == -steps[1].center().x());
    CHECK(steps[1].left() - steps[0].right() == metric::branchGap);
    CHECK(places(two->layout, FlowShape::Diamond).at(0).center().x() == 0);
    const auto three = flowOf("if a { int b = 1; } else if c { int d = 1; } else { int e = 1; }");
    CHECK(places(three->layout, FlowShape::Step).at(1).center().x() == 0);
    checkNoOverlap(two->layout);
    checkNoOverlap(three->layout);
}

TEST_CASE("a path that returns ends in a dot; without others nothing follows") {
    const auto flow = flowOf("if a { return; } else { return; }");
    CHECK(places(flow->layout, FlowShape::End).size() == 2);
    const auto open = flowOf("if a { return; }\nint b = 1;");
    CHECK(places(open->layout, FlowShape::End).size() == 2);
}

TEST_CASE("no link begins in the corner of another: joins are round") {
    for (const char* body :
         {"if a { return; }\nint b = 1;", "if a { int b = 1; } else { int c = 1; }\nint d = 1;",
          "if a { int b = 1; } else if c { return; } else { int d = 1; }\nint e = 1;",
          "while a { if b { continue; } }", "if a { if b { return; } } else { int c = 1; }"}) {
        CAPTURE(body);
        const auto flow = flowOf(body);
        for (const FlowLink& turning : flow->layout.links)
            for (size_t corner = 1; corner + 1 < turning.points.size(); ++corner)
                for (const FlowLink& other : flow->layout.links)
                    CHECK(other.points.front() != turning.points[corner]);
    }
}

TEST_CASE("containers hold what they contain with 24 around it; lanes stand beside each other") {
    const auto flow = flowOf("lock { foreach int i in 0 ..< 3 { int b = i; } }");
    const auto frames = places(flow->layout, FlowShape::Container);
    const auto steps = places(flow->layout, FlowShape::Step);
    REQUIRE(frames.size() == 2);
    CHECK(frames[0].contains(frames[1]));
    CHECK(frames[1].contains(steps.at(0)));
    CHECK(steps[0].left() - frames[1].left() == metric::containerPadding);
    CHECK(frames[1].left() - frames[0].left() == metric::containerPadding);
    const auto lanes = flowOf("do { int a = 1; } on fail error e { int b = 1; }");
    CHECK(lanes->layout.dividers.size() == 1);
    CHECK(places(lanes->layout, FlowShape::Step).at(0).center().x() == 0);
    CHECK(places(lanes->layout, FlowShape::Step).at(1).left() > lanes->layout.dividers[0].from.x());
    checkNoOverlap(flow->layout);
    checkNoOverlap(lanes->layout);
}

TEST_CASE("a step above stays where it is whatever changes below") {
    const auto before = flowOf("int a = 1;\nwhile true { int b = 1; }");
    const auto after =
        flowOf("int a = 1;\nwhile true { int b = 1;\n int c = 2;\n if a == 1 { break; } }\nint z = 1;");
    CHECK(places(before->layout, FlowShape::Step).at(0) == places(after->layout, FlowShape::Step).at(0));
    CHECK(places(before->layout, FlowShape::Container).at(0).top() ==
          places(after->layout, FlowShape::Container).at(0).top());
}

TEST_CASE("nothing overlaps in a flow with everything in it") {
    const auto flow = flowOf(R"(
        int a = 1; // one
        // a comment
        check caller->writeTextMessage("x");
        match a {
            1 => { return; }
            2 => { check caller->close(); }
            _ => { lock { a = 2; } }
        }
        do {
            foreach var x in [1, 2] { if x == 1 { continue; } else if x == 2 { break; } check caller->ping([]); }
        } on fail error e { if a == 1 { fail e; } }
        fork { worker w1 { int z = 1; } worker w2 { int z = 2; } }
        transaction { check commit; }
        xmlns "urn:a" as b;
        while a < 10 { a += 1; }
        panic error("x");)");
    checkNoOverlap(flow->layout);
    for (const FlowBox& box : flow->layout.boxes)
        CHECK(flow->layout.bounds.contains(box.place));
    for (const FlowLink& link : flow->layout.links)
        for (size_t i = 1; i < link.points.size(); ++i)
            CHECK((link.points[i].x() == link.points[i - 1].x() ||
                   link.points[i].y() == link.points[i - 1].y()));
}
