#include "designer/session/edit_history.h"

#include <utility>

namespace barre::designer {

void EditHistory::push(model::WorkspaceEdit edit, model::WorkspaceEdit inverse, std::string label,
                       std::string mergeKey) {
    m_steps.resize(m_done);
    const bool merges = !m_sealed && !mergeKey.empty() && m_done > 0 && m_steps.back().mergeKey == mergeKey;
    if (!merges)
        m_steps.push_back({std::move(label), std::move(mergeKey), {}, {}});
    m_steps.back().edits.push_back(std::move(edit));
    m_steps.back().inverses.push_back(std::move(inverse));
    m_done = m_steps.size();
    m_sealed = false;
}

void EditHistory::clear() {
    m_steps.clear();
    m_done = 0;
    m_sealed = true;
}

void EditHistory::movedBack() {
    --m_done;
    m_sealed = true;
}

void EditHistory::movedForward() {
    ++m_done;
    m_sealed = true;
}

} // namespace barre::designer
