#pragma once

#include <string>

namespace barre::model {
class Snapshot;
}

namespace barre::design {

/// What the designer shows of a project as text: project tree, canvas, type diagram, the flow of every
/// function.
std::string dumpDesign(const model::Snapshot& snapshot);

} // namespace barre::design
