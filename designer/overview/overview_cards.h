#pragma once

#include "designer/layout/card_graph_view.h"
#include "designer/session/live_marks.h"
#include "model/design/design_graph.h"

namespace barre::designer {

/// The project's picture as cards; keys are symbol ids. With marks, counters of a running service are on
/// them.
CardGraph overviewCards(const design::DesignGraph& graph, const LiveMarks& marks);

/// The colour of an item's icon.
Colour colourOf(design::ItemKind kind);

/// `41`, or `41 / 0.2 ms` with the mean duration.
QString callText(const LiveMarks::Handler& handler, bool withDuration);

} // namespace barre::designer
