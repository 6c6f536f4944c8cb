#pragma once

#include "model/design/node_kinds.h"
#include "model/design/palette.h"

#include <string>
#include <string_view>
#include <vector>

namespace barre::edits {

/// The text of a new step, indented by four blanks, or why there is none.
struct StepText {
    std::string code;
    std::string problem;
};

/// Fills the text of a kind with values; where none is given, with the kind's own.
StepText newStepText(design::NodeKind kind, const std::vector<design::FieldValue>& values,
                     const std::string& freeName = "result");

} // namespace barre::edits
