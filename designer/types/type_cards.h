#pragma once

#include "designer/layout/card_graph_view.h"
#include "model/design/type_graph.h"

namespace barre::designer {

/// The type diagram as cards; keys are symbol ids, row keys are member ids or names.
CardGraph typeCards(const design::TypeGraph& graph);

} // namespace barre::designer
