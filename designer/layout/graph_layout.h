#pragma once

#include <QtCore/QPointF>
#include <QtCore/QRectF>
#include <QtCore/QSizeF>

#include <vector>

namespace barre::designer {

/// A picture of boxes and arrows before it has places: sizes in pixels, ends of edges as rows of boxes.
struct GraphShape {
    struct Edge {
        int from = 0; ///< index of a node
        int to = 0;
        double fromY = 0; ///< where it leaves, measured from the top of the box
        double toY = 0;   ///< where it arrives
        /// `from` stands on `to` in one column, and the edge goes straight down between them. A box has at
        /// most one edge of this kind.
        bool isDown = false;

        friend bool operator==(const Edge&, const Edge&) = default;
    };

    std::vector<QSizeF> nodes;
    std::vector<Edge> edges;
    double columnGap = 64; ///< least room between columns
    double rowGap = 32;    ///< least room between boxes of a column
};

/// Where everything goes. Columns run from left to right; routes are orthogonal and in the order of the
/// edges.
struct GraphPlaces {
    std::vector<QRectF> nodes;
    std::vector<std::vector<QPointF>> routes;
    QRectF bounds;
};

/// Lays the graph out with Graphviz' `dot` and routes the edges between the columns. Deterministic: equal
/// shapes give equal places. Graphviz is not reentrant, so one thread at a time may be in here.
GraphPlaces layoutGraph(const GraphShape& shape);

} // namespace barre::designer
