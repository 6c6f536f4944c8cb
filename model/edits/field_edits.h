#pragma once

#include "model/design/step_slots.h"
#include "model/text/text_edit.h"

#include <string>
#include <string_view>
#include <vector>

namespace barre::edits {

/// Replacements in the text of one step, or why there are none.
struct FieldEdit {
    std::vector<model::TextEdit> edits;
    std::string problem;
    model::SourceRange written; ///< where the field's new text begins (before the edits) and how long it is
};

/// Writes a field of a step that has these slots. `freeName` is a name that nothing in the function has.
FieldEdit editField(const design::StepSyntax& step, const std::vector<design::StepSlot>& slots,
                    std::string_view source, design::Field field, std::string_view text,
                    const std::string& freeName = "result");

/// The sentence that says why a text is not an instance of a rule; empty when it is one.
std::string checkRule(syntax::GrammarRule rule, std::string_view text, std::string_view whatItIs);

} // namespace barre::edits
