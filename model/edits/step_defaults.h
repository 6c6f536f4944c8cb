#pragma once

#include "model/design/palette.h"
#include "model/edits/places.h"

#include <vector>

namespace barre::edits {

/// The values of a new step's fields that nobody gave: what is in scope at its place and what the function
/// allows, so that the step is right as it is put in. Fields that only the kind knows are left to its own
/// text.
std::vector<design::FieldValue> withDefaultsAt(const Snapshot& snapshot, const FoundPlace& place,
                                               uint32_t offset, design::NodeKind kind,
                                               std::vector<design::FieldValue> values);

} // namespace barre::edits
