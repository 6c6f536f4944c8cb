#pragma once

#include "designer/canvas/node_item.h"
#include "model/design/location.h"

namespace barre::designer {

/// How something is marked that has these problems within it: by the worst.
inline NodeMark markOf(const design::ProblemCount& problems) {
    return problems.errors > 0 ? NodeMark::Error : problems.warnings > 0 ? NodeMark::Warning : NodeMark::None;
}

} // namespace barre::designer
