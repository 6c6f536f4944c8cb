// The one file that knows Graphviz.
#include "designer/layout/graph_layout.h"

#include "designer/layout/edge_routing.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace barre::designer {

namespace {

constexpr double pointsPerInch = 72;

void setAttribute(void* object, const char* name, const std::string& value) {
    agsafeset(object, const_cast<char*>(name), const_cast<char*>(value.c_str()), const_cast<char*>(""));
}

std::string inches(double pixels) {
    const long thousandths = std::lround(pixels * 1000 / pointsPerInch);
    std::string digits = std::to_string(thousandths % 1000);
    return std::to_string(thousandths / 1000) + "." + std::string(3 - digits.size(), '0') + digits;
}

/// Each context of Graphviz leaves some memory behind when it is freed: one serves all graphs, one after the
/// other.
GVC_t* graphvizContext() {
    static GVC_t* const context = gvContext();
    return context;
}

/// Boxes that stand on each other go to `dot` as one box; `whole` has those instead of the boxes.
struct Stacks {
    GraphShape whole;
    std::vector<size_t> stackOf; ///< for each box
    std::vector<double> tops;    ///< of each box in its stack
};

void putOn(Stacks& stacks, const GraphShape& shape, const GraphShape::Edge& edge) {
    const auto upper = size_t(edge.from), lower = size_t(edge.to);
    const QSizeF above = shape.nodes[upper], below = shape.nodes[lower];
    stacks.whole.nodes[lower] = {std::max(above.width(), below.width()),
                                 above.height() + shape.rowGap + below.height()};
    stacks.whole.nodes[upper] = {};
    stacks.stackOf[upper] = lower;
    stacks.tops[lower] = above.height() + shape.rowGap;
}

Stacks stacksOf(const GraphShape& shape) {
    Stacks stacks{shape, {}, std::vector<double>(shape.nodes.size(), 0)};
    for (size_t i = 0; i < shape.nodes.size(); ++i)
        stacks.stackOf.push_back(i);
    for (const GraphShape::Edge& edge : shape.edges)
        if (edge.isDown && edge.from != edge.to) // nothing stands on itself
            putOn(stacks, shape, edge);
    for (GraphShape::Edge& edge : stacks.whole.edges) {
        edge.from = int(stacks.stackOf[size_t(edge.from)]);
        edge.to = int(stacks.stackOf[size_t(edge.to)]);
    }
    return stacks;
}

/// A graph in Graphviz' own memory, laid out; freed with the object.
class DotGraph {
public:
    explicit DotGraph(const GraphShape& shape)
        : m_graph(agopen(const_cast<char*>("g"), Agdirected, nullptr)) {
        setAttribute(m_graph, "rankdir", "LR");
        setAttribute(m_graph, "nodesep", inches(shape.rowGap));
        setAttribute(m_graph, "ranksep", inches(shape.columnGap));
        setAttribute(m_graph, "splines", "polyline");
        for (size_t i = 0; i < shape.nodes.size(); ++i)
            addNode(i, shape.nodes[i]);
        for (const GraphShape::Edge& edge : shape.edges)
            addEdge(edge);
        gvLayout(graphvizContext(), m_graph, "dot");
    }

    ~DotGraph() {
        gvFreeLayout(graphvizContext(), m_graph);
        agclose(m_graph);
    }

    DotGraph(const DotGraph&) = delete;
    DotGraph& operator=(const DotGraph&) = delete;

    QPointF centre(size_t node) const {
        const pointf at = ND_coord(m_nodes[node]);
        return {at.x, height() - at.y};
    }

    /// The bends of an edge, from its tail to its head; empty for an edge that was left out.
    std::vector<QPointF> bends(size_t edge) const {
        std::vector<QPointF> result;
        if (!m_edges[edge] || !ED_spl(m_edges[edge]))
            return result;
        const splines* path = ED_spl(m_edges[edge]);
        for (int i = 0; i < path->list[0].size; ++i)
            result.push_back({path->list[0].list[i].x, height() - path->list[0].list[i].y});
        return result;
    }

private:
    double height() const { return GD_bb(m_graph).UR.y; }

    void addNode(size_t index, QSizeF size) {
        if (size.isEmpty()) { // it stands on another
            m_nodes.push_back(nullptr);
            return;
        }
        Agnode_t* node = agnode(m_graph, const_cast<char*>(std::to_string(index).c_str()), 1);
        setAttribute(node, "shape", "box");
        setAttribute(node, "label", "");
        setAttribute(node, "fixedsize", "true");
        setAttribute(node, "width", inches(size.width()));
        setAttribute(node, "height", inches(size.height()));
        m_nodes.push_back(node);
    }

    void addEdge(const GraphShape::Edge& edge) {
        // A loop would only widen its node here; routing draws it.
        if (edge.from == edge.to) {
            m_edges.push_back(nullptr);
            return;
        }
        Agedge_t* drawn = agedge(m_graph, m_nodes[size_t(edge.from)], m_nodes[size_t(edge.to)],
                                 const_cast<char*>(std::to_string(m_edges.size()).c_str()), 1);
        setAttribute(drawn, "arrowhead", "none");
        m_edges.push_back(drawn);
    }

    Agraph_t* m_graph;
    std::vector<Agnode_t*> m_nodes;
    std::vector<Agedge_t*> m_edges;
};

/// Boxes of one rank share the centre of `dot`; here they share their left edge, which reads as a column.
RankedNodes columnsOf(const GraphShape& shape, const Stacks& stacks, const DotGraph& graph) {
    std::map<long, int> ranks;
    for (const size_t stack : stacks.stackOf)
        ranks[std::lround(graph.centre(stack).x())] = 0;
    int next = 0;
    for (auto& [x, column] : ranks)
        column = next++;
    RankedNodes ranked;
    std::vector<double> widths(size_t(next), 0);
    for (size_t i = 0; i < shape.nodes.size(); ++i) {
        const int column = ranks[std::lround(graph.centre(stacks.stackOf[i]).x())];
        ranked.columns.push_back(column);
        widths[size_t(column)] = std::max(widths[size_t(column)], shape.nodes[i].width());
    }
    std::vector<double> lefts(size_t(next), 0);
    for (size_t column = 1; column < lefts.size(); ++column)
        lefts[column] = lefts[column - 1] + widths[column - 1] + shape.columnGap;
    for (size_t i = 0; i < shape.nodes.size(); ++i) {
        const size_t stack = stacks.stackOf[i];
        const double top = std::round(graph.centre(stack).y() - stacks.whole.nodes[stack].height() / 2);
        ranked.places.push_back(
            {QPointF(lefts[size_t(ranked.columns[i])], top + stacks.tops[i]), shape.nodes[i]});
    }
    return ranked;
}

/// The height at which the polyline crosses `x`.
double heightAt(const std::vector<QPointF>& bends, double x) {
    for (size_t i = 1; i < bends.size(); ++i) {
        const QPointF& a = bends[i - 1];
        const QPointF& b = bends[i];
        if ((a.x() <= x && x <= b.x()) || (b.x() <= x && x <= a.x()))
            return a.x() == b.x() ? a.y() : a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x());
    }
    return bends.empty() ? 0 : bends.back().y();
}

std::vector<std::vector<double>> passesOf(const GraphShape& shape, const Stacks& stacks,
                                          const DotGraph& graph, const RankedNodes& ranked) {
    std::map<int, double> centres;
    for (size_t i = 0; i < shape.nodes.size(); ++i)
        centres[ranked.columns[i]] = graph.centre(stacks.stackOf[i]).x();
    std::vector<std::vector<double>> passes;
    for (size_t i = 0; i < shape.edges.size(); ++i) {
        const int from = ranked.columns[size_t(shape.edges[i].from)],
                  to = ranked.columns[size_t(shape.edges[i].to)];
        const std::vector<QPointF> bends = graph.bends(i);
        std::vector<double> heights;
        for (int column = from + 1; column < to; ++column)
            heights.push_back(std::round(heightAt(bends, centres[column])));
        passes.push_back(std::move(heights));
    }
    return passes;
}

/// Moves columns apart until the lanes between them have room.
void makeRoom(const GraphShape& shape, RankedNodes& ranked, const std::vector<std::vector<double>>& passes) {
    const std::vector<int> lanes = laneCounts(shape, ranked, passes);
    std::vector<double> shifts(lanes.size() + 1, 0);
    for (size_t column = 0; column < lanes.size(); ++column)
        shifts[column + 1] = shifts[column] + gapWidth(lanes[column], shape.columnGap) - shape.columnGap;
    for (size_t i = 0; i < ranked.places.size(); ++i)
        ranked.places[i].translate(shifts[size_t(ranked.columns[i])], 0);
}

QRectF boundsOf(const GraphPlaces& places) {
    QRectF bounds;
    for (const QRectF& node : places.nodes)
        bounds |= node;
    for (const auto& route : places.routes)
        for (const QPointF& point : route)
            bounds |= QRectF(point, QSizeF(1, 1));
    return bounds;
}

} // namespace

GraphPlaces layoutGraph(const GraphShape& shape) {
    GraphPlaces places;
    if (shape.nodes.empty())
        return places;
    const Stacks stacks = stacksOf(shape);
    const DotGraph graph(stacks.whole);
    RankedNodes ranked = columnsOf(shape, stacks, graph);
    const auto passes = passesOf(shape, stacks, graph, ranked);
    makeRoom(shape, ranked, passes);
    places.nodes = ranked.places;
    places.routes = routeEdges(shape, ranked, passes);
    places.bounds = boundsOf(places);
    return places;
}

} // namespace barre::designer
