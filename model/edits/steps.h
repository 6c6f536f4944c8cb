#pragma once

#include "model/design/form_field.h"
#include "model/design/node_kinds.h"
#include "model/design/palette.h"
#include "model/edits/edit_result.h"

#include <string_view>
#include <vector>

namespace barre::edits {

/// Writes a field of a step. `step` is FlowNode::range with its file. A text that does not fit the grammar of
/// the field is refused; an empty text removes what is optional.
EditResult setField(const Snapshot& snapshot, const Location& step, design::Field field,
                    std::string_view text);

/// Why a text cannot be written into a field; empty when it can. Cheap enough for every keystroke.
std::string checkField(design::FieldId field, std::string_view text);

/// Where a step goes: a place of FlowBlock::insertAt.
struct Place {
    std::string file;
    uint32_t offset = 0;
};

/// Puts in a new step of a kind; fields without a value take the kind's default. Adds the import it needs.
EditResult insertStep(const Snapshot& snapshot, const Place& place, design::NodeKind kind,
                      const std::vector<design::FieldValue>& values = {});

/// Puts in statements as they were copied; their indentation follows the place.
EditResult pasteSteps(const Snapshot& snapshot, const Place& place, std::string_view text);

/// The text of steps that follow one another, without the indentation around them.
std::string copySteps(const Snapshot& snapshot, const Location& steps);

/// The functions below take one step, or a range over several steps of one block.
EditResult deleteSteps(const Snapshot& snapshot, const Location& steps);
EditResult duplicateSteps(const Snapshot& snapshot, const Location& steps);
/// Past the step before or after it in its block.
EditResult moveStepUp(const Snapshot& snapshot, const Location& steps);
EditResult moveStepDown(const Snapshot& snapshot, const Location& steps);
/// To any place of the same file that is not inside them.
EditResult moveSteps(const Snapshot& snapshot, const Location& steps, const Place& place);
EditResult commentOut(const Snapshot& snapshot, const Location& steps);
/// Makes steps of a comment again, when its text is statements.
EditResult uncomment(const Snapshot& snapshot, const Location& comment);

enum class Wrapper : uint8_t { If, While, ForEach, Lock, Do, Transaction };

/// Puts steps into a new block.
EditResult wrapSteps(const Snapshot& snapshot, const Location& steps, Wrapper wrapper);
/// Takes the steps of the body out of a container or the first branch of an if, and removes it.
EditResult unwrapStep(const Snapshot& snapshot, const Location& step);

/// Branches of an if: `index` is the place of the branch in FlowNode::branches.
EditResult addElse(const Snapshot& snapshot, const Location& step);
EditResult addElseIf(const Snapshot& snapshot, const Location& step, std::string_view condition = "true");
/// A clause of a match, before a clause `_` when there is one.
EditResult addClause(const Snapshot& snapshot, const Location& step, std::string_view pattern);
/// An on-fail lane of a container.
EditResult addOnFail(const Snapshot& snapshot, const Location& step);
EditResult addWorker(const Snapshot& snapshot, const Location& step, std::string_view name);
/// Before the clause of a match that stands in front of it, which is tried first then; or behind the next
/// one.
EditResult moveClauseUp(const Snapshot& snapshot, const Location& step, size_t index);
EditResult moveClauseDown(const Snapshot& snapshot, const Location& step, size_t index);
EditResult removeBranch(const Snapshot& snapshot, const Location& step, size_t index);

/// Writes the comment at the end of a step's line; empty removes it.
EditResult setStepComment(const Snapshot& snapshot, const Location& step, std::string_view comment);

} // namespace barre::edits
