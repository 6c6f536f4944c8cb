#pragma once

#include "model/text/text_edit.h"

#include <cstddef>
#include <string>
#include <vector>

namespace barre::designer {

/// One step of work: what was done, in order, and what takes it back, in the order of doing.
struct HistoryStep {
    std::string label;
    std::string mergeKey;
    std::vector<model::WorkspaceEdit> edits;
    std::vector<model::WorkspaceEdit> inverses;
};

/// The unlimited past and future of a project's text; a value that applies nothing itself.
/// Steps with the same non-empty merge key that follow each other become one (typing in a field).
class EditHistory {
public:
    void push(model::WorkspaceEdit edit, model::WorkspaceEdit inverse, std::string label,
              std::string mergeKey);
    /// Ends merging: the next push is a step of its own.
    void seal() { m_sealed = true; }
    void clear();

    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_steps.size(); }
    /// The step that undo would take back; call only when canUndo().
    const HistoryStep& undoStep() const { return m_steps[m_done - 1]; }
    const HistoryStep& redoStep() const { return m_steps[m_done]; }
    /// Moves over the step that was just taken back or repeated.
    void movedBack();
    void movedForward();

private:
    std::vector<HistoryStep> m_steps;
    size_t m_done = 0;
    bool m_sealed = true;
};

} // namespace barre::designer
