#pragma once

#include "designer/layout/graph_layout.h"

namespace barre::designer {

/// The column of each box (0 is the leftmost) and the boxes' places, as the ranking found them.
struct RankedNodes {
    std::vector<QRectF> places;
    std::vector<int> columns;
};

/// How many lanes the edges need in the gap to the right of each column.
std::vector<int> laneCounts(const GraphShape& shape, const RankedNodes& ranked,
                            const std::vector<std::vector<double>>& passes);

/// The room that a gap with so many lanes takes, at least `least`.
double gapWidth(int lanes, double least);

/// Routes every edge: out of a box to the right, along a lane between two columns, into the next box from the
/// left. An edge that does not run to the right leaves and enters on the right; one that is down goes
/// straight down. `passes[i]` are the heights at which edge i crosses the columns between its ends. Lanes of
/// one gap never coincide where they overlap.
std::vector<std::vector<QPointF>> routeEdges(const GraphShape& shape, const RankedNodes& ranked,
                                             const std::vector<std::vector<double>>& passes);

} // namespace barre::designer
