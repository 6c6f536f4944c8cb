#pragma once

#include "designer/canvas/card_item.h"
#include "designer/canvas/link_item.h"

#include <set>

namespace barre::designer {

/// Cards with arrows between their rows, as a value.
struct CardGraph {
    struct Node {
        QString key; ///< unique; what the signals tell
        Card card;
        double leastWidth = 200;
        double mostWidth = 300;
    };
    struct Edge {
        int from = 0;
        int fromRow = -1; ///< -1 is the card itself
        int to = 0;
        int toRow = -1;
        LinkLook look = LinkLook::Normal;
        bool isDown = false; ///< `from` stands on `to`, see GraphShape

        friend bool operator==(const Edge&, const Edge&) = default;
    };

    std::vector<Node> nodes;
    std::vector<Edge> edges;
};

/// The key of the row that stands for those which a long card does not show, or that takes them away again.
extern const QString foldRow;
/// The rows that a folded card shows.
inline constexpr int foldedRows = 16;

/// The graph with its long cards folded; those whose keys are `unfolded` have all of their rows.
CardGraph foldLongCards(CardGraph graph, const std::set<QString>& unfolded);

} // namespace barre::designer
