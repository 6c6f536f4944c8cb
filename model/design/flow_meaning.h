#pragma once

#include "model/design/declarations.h"
#include "model/design/flow_graph.h"
#include "model/design/step_slots.h"

#include <string>

namespace barre::design {

/// What the steps of one function mean, as far as it is known: types from the semantic model when the project
/// was analysed, else from what the text says.
class FlowMeaning {
public:
    FlowMeaning(const model::Snapshot& snapshot, const Declaration& function);

    /// The type of an expression in Ballerina syntax; empty when it is not known.
    std::string typeOf(const syntax::Node* expression) const;

    /// Adds what is expected in a field and what its text is.
    void describe(FlowField& field, const StepSyntax& step, const StepSlot& slot) const;
    void describe(FlowField& field, const syntax::Node* expression) const;

private:
    const model::SemanticModel* m_model = nullptr;
    const model::PackageModel* m_package = nullptr;
};

} // namespace barre::design
