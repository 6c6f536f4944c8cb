#pragma once

#include "model/design/step_syntax.h"
#include "model/syntax/parser.h"

#include <string>
#include <vector>

namespace barre::design {

/// Where the text of a field is, or would be written.
struct StepSlot {
    Field field;
    std::string_view path; ///< the slot of the table's row
    std::string label;     ///< of an argument: the name of its parameter when it is written
    bool isPresent = false;
    bool isRequired = true;
    SourceRange range;                  ///< of the text; empty at the place where it would be written
    SourceRange removal;                ///< what goes with it when it is removed
    std::string before, after;          ///< written around it when it was absent
    const syntax::Node* node = nullptr; ///< when the text is one node
};

/// The slots of a step that its statement has or could have, in the order of its form.
/// `missingArguments` are parameters that its call does not give and could.
std::vector<StepSlot> slotsOf(const StepSyntax& step, const std::vector<std::string>& missingArguments = {});

/// What a field says: the text of its slot, the value of a choice or flag.
std::string slotText(const StepSyntax& step, const StepSlot& slot, std::string_view source);

/// The rule that the text of a field must be an instance of.
syntax::GrammarRule ruleOf(FieldId field);

} // namespace barre::design
