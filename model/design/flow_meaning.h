#pragma once

#include "model/design/flow_graph.h"
#include "model/design/meaning.h"

#include <string>

namespace barre::design {

/// Adds what is expected in a field and what its text is: from the semantic model, else from what the text
/// says.
void describe(FlowField& field, const StepSyntax& step, const StepSlot& slot, const Meaning& meaning);

/// The type of an expression as far as it is known; empty when it is not.
std::string knownTypeOf(const syntax::Node* expression, const Meaning& meaning);

} // namespace barre::design
