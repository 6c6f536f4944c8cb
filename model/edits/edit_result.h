#pragma once

#include "model/design/location.h"
#include "model/text/text_edit.h"

#include <string>
#include <vector>

namespace barre::model {
class Snapshot;
}

namespace barre::edits {

using design::Location;
using design::SymbolId;
using model::Snapshot;
using model::SourceRange;
using model::WorkspaceEdit;

/// The change of texts that a wish comes to, or a sentence that says why it cannot be done.
struct EditResult {
    WorkspaceEdit edit;
    std::string problem; ///< empty when the edit can be applied
    Location focus;      ///< what was made or changed, in the text after the edit; empty when nothing is left

    explicit operator bool() const { return problem.empty(); }
};

} // namespace barre::edits
