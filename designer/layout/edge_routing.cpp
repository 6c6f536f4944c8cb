#include "designer/layout/edge_routing.h"

#include <algorithm>
#include <cmath>

namespace barre::designer {

namespace {

/// A vertical stretch of an edge in the gap to the right of a column.
struct Stretch {
    int edge = 0;
    int gap = 0;
    double top = 0, bottom = 0; ///< in the edge's own direction: from top to bottom
    int lane = 0;
    double x = 0;
};

struct Gap {
    double left = 0, right = 0;
};

constexpr double laneDistance = 10;
constexpr double clearance = 8;

std::vector<Gap> gapsOf(const RankedNodes& ranked, double columnGap) {
    int columns = 0;
    for (const int column : ranked.columns)
        columns = std::max(columns, column + 1);
    std::vector<double> left(size_t(columns), 1e9), right(size_t(columns), -1e9);
    for (size_t i = 0; i < ranked.places.size(); ++i) {
        const size_t column = size_t(ranked.columns[i]);
        left[column] = std::min(left[column], ranked.places[i].left());
        right[column] = std::max(right[column], ranked.places[i].right());
    }
    std::vector<Gap> gaps(size_t(columns), Gap{});
    for (size_t column = 0; column < gaps.size(); ++column)
        gaps[column] = {right[column],
                        column + 1 < gaps.size() ? left[column + 1] : right[column] + columnGap};
    return gaps;
}

double startY(const GraphShape::Edge& edge, const RankedNodes& ranked) {
    return ranked.places[size_t(edge.from)].top() + edge.fromY;
}

double endY(const GraphShape::Edge& edge, const RankedNodes& ranked) {
    return ranked.places[size_t(edge.to)].top() + edge.toY;
}

/// The stretches of one edge, in order. A forward edge has one for each gap it crosses; any other edge one.
std::vector<Stretch> stretchesOf(int index, const GraphShape& shape, const RankedNodes& ranked,
                                 const std::vector<double>& passes) {
    const GraphShape::Edge& edge = shape.edges[size_t(index)];
    if (edge.isDown)
        return {};
    const int from = ranked.columns[size_t(edge.from)], to = ranked.columns[size_t(edge.to)];
    const double begin = startY(edge, ranked), end = endY(edge, ranked);
    if (to <= from)
        return {{index, from, begin, end, 0, 0}};
    std::vector<Stretch> result;
    double y = begin;
    for (int gap = from; gap < to; ++gap) {
        const size_t pass = size_t(gap - from);
        const double next = gap + 1 == to ? end : pass < passes.size() ? passes[pass] : y;
        result.push_back({index, gap, y, next, 0, 0});
        y = next;
    }
    return result;
}

bool overlap(const Stretch& a, const Stretch& b) {
    const double aTop = std::min(a.top, a.bottom), aBottom = std::max(a.top, a.bottom);
    const double bTop = std::min(b.top, b.bottom), bBottom = std::max(b.top, b.bottom);
    return aTop < bBottom + clearance && bTop < aBottom + clearance;
}

/// Edges out of one place, and edges into one place, share their lane: they look like one line that forks.
bool mayShare(const Stretch& a, const Stretch& b) {
    return a.top == b.top || a.bottom == b.bottom;
}

/// Gives each stretch of a gap its lane, the short ones first; answers how many lanes there are.
int assignLanes(std::vector<Stretch*>& stretches) {
    std::stable_sort(stretches.begin(), stretches.end(), [](const Stretch* a, const Stretch* b) {
        return std::abs(a->bottom - a->top) < std::abs(b->bottom - b->top);
    });
    int lanes = 0;
    for (size_t i = 0; i < stretches.size(); ++i) {
        int lane = 0;
        const auto taken = [&](int wanted) {
            return std::any_of(stretches.begin(), stretches.begin() + std::ptrdiff_t(i),
                               [&](const Stretch* other) {
                                   return other->lane == wanted && overlap(*other, *stretches[i]) &&
                                          !mayShare(*other, *stretches[i]);
                               });
        };
        while (taken(lane))
            ++lane;
        stretches[i]->lane = lane;
        lanes = std::max(lanes, lane + 1);
    }
    return lanes;
}

void placeLanes(const std::vector<Stretch*>& stretches, int lanes, const Gap& gap) {
    const double distance = std::min(laneDistance, (gap.right - gap.left) / (lanes + 1));
    const double middle = (gap.left + gap.right) / 2;
    for (Stretch* stretch : stretches)
        stretch->x = middle + (stretch->lane - (lanes - 1) / 2.0) * distance;
}

std::vector<std::vector<Stretch>> allStretches(const GraphShape& shape, const RankedNodes& ranked,
                                               const std::vector<std::vector<double>>& passes) {
    std::vector<std::vector<Stretch>> stretches;
    for (size_t i = 0; i < shape.edges.size(); ++i)
        stretches.push_back(
            stretchesOf(int(i), shape, ranked, i < passes.size() ? passes[i] : std::vector<double>{}));
    return stretches;
}

std::vector<Stretch*> inGap(std::vector<std::vector<Stretch>>& stretches, int gap) {
    std::vector<Stretch*> result;
    for (auto& edge : stretches)
        for (Stretch& stretch : edge)
            if (stretch.gap == gap)
                result.push_back(&stretch);
    return result;
}

std::vector<QPointF> withoutDoubles(const std::vector<QPointF>& points) {
    std::vector<QPointF> result;
    for (const QPointF& point : points) {
        while (result.size() >= 2) {
            const QPointF& a = result[result.size() - 2];
            const QPointF& b = result.back();
            const bool straight =
                (a.x() == b.x() && b.x() == point.x()) || (a.y() == b.y() && b.y() == point.y());
            if (!straight)
                break;
            result.pop_back();
        }
        if (result.empty() || result.back() != point)
            result.push_back(point);
    }
    return result;
}

std::vector<QPointF> straightDown(const QRectF& from, const QRectF& to) {
    const double x = from.left() + std::min(from.width(), to.width()) / 2;
    return {{x, from.bottom()}, {x, to.top()}};
}

} // namespace

double gapWidth(int lanes, double least) {
    return std::max(least, (lanes + 1) * laneDistance + 2 * clearance);
}

std::vector<int> laneCounts(const GraphShape& shape, const RankedNodes& ranked,
                            const std::vector<std::vector<double>>& passes) {
    std::vector<std::vector<Stretch>> stretches = allStretches(shape, ranked, passes);
    std::vector<int> counts(gapsOf(ranked, shape.columnGap).size(), 0);
    for (size_t gap = 0; gap < counts.size(); ++gap) {
        std::vector<Stretch*> members = inGap(stretches, int(gap));
        counts[gap] = assignLanes(members);
    }
    return counts;
}

std::vector<std::vector<QPointF>> routeEdges(const GraphShape& shape, const RankedNodes& ranked,
                                             const std::vector<std::vector<double>>& passes) {
    const std::vector<Gap> gaps = gapsOf(ranked, shape.columnGap);
    std::vector<std::vector<Stretch>> stretches = allStretches(shape, ranked, passes);
    for (size_t gap = 0; gap < gaps.size(); ++gap) {
        std::vector<Stretch*> members = inGap(stretches, int(gap));
        const int lanes = assignLanes(members);
        placeLanes(members, lanes, gaps[gap]);
    }
    std::vector<std::vector<QPointF>> routes;
    for (size_t i = 0; i < shape.edges.size(); ++i) {
        const GraphShape::Edge& edge = shape.edges[i];
        const QRectF& from = ranked.places[size_t(edge.from)];
        const QRectF& to = ranked.places[size_t(edge.to)];
        if (edge.isDown) {
            routes.push_back(straightDown(from, to));
            continue;
        }
        const bool forward = ranked.columns[size_t(edge.to)] > ranked.columns[size_t(edge.from)];
        std::vector<QPointF> points{{from.right(), startY(edge, ranked)}};
        for (const Stretch& stretch : stretches[i]) {
            points.push_back({stretch.x, stretch.top});
            points.push_back({stretch.x, stretch.bottom});
        }
        points.push_back({forward ? to.left() : to.right(), endY(edge, ranked)});
        routes.push_back(withoutDoubles(points));
    }
    return routes;
}

} // namespace barre::designer
