#include "model/semantics/flow_state.h"

#include "model/types/operations.h"

#include <algorithm>

namespace barre::model {

namespace {

template<class List>
auto findVariable(List& list, const Symbol& variable) {
    return std::find_if(list.begin(), list.end(),
                        [&](const auto& entry) { return entry.variable == &variable; });
}

} // namespace

SemType FlowState::typeOf(const VariableSymbol& variable) const {
    const auto found = findVariable(m_narrowed, variable);
    return found == m_narrowed.end() ? variable.type : found->type;
}

bool FlowState::isNarrowed(const Symbol& variable) const {
    return findVariable(m_narrowed, variable) != m_narrowed.end();
}

void FlowState::narrow(const VariableSymbol& variable, SemType type) {
    const auto found = findVariable(m_narrowed, variable);
    if (found == m_narrowed.end())
        m_narrowed.push_back({&variable, type});
    else
        found->type = type;
}

void FlowState::assign(const Symbol& symbol, const syntax::Node* place) {
    const auto narrowed = findVariable(m_narrowed, symbol);
    if (narrowed != m_narrowed.end())
        m_narrowed.erase(narrowed);
    std::erase(m_unassigned, &symbol);
    m_assigned.push_back({&symbol, place});
}

void FlowState::declareUnassigned(const Symbol& symbol) {
    m_unassigned.push_back(&symbol);
}

bool FlowState::isUnassigned(const Symbol& symbol) const {
    return std::find(m_unassigned.begin(), m_unassigned.end(), &symbol) != m_unassigned.end();
}

bool FlowState::mayBeAssigned(const Symbol& symbol) const {
    return !isUnassigned(symbol) || findVariable(m_assigned, symbol) != m_assigned.end();
}

FlowState FlowState::unreachable(const FlowState& from) {
    FlowState state = from;
    state.isReachable = false;
    return state;
}

FlowState FlowState::join(types::TypeContext& context, const FlowState& a, const FlowState& b) {
    if (!a.isReachable && !b.isReachable) {
        FlowState neither = b;
        neither.isDoubtful = a.isDoubtful || b.isDoubtful || a.isDoubtfulBehind || b.isDoubtfulBehind;
        neither.isSeenByTypes = a.isSeenByTypes || b.isSeenByTypes;
        return neither;
    }
    if (!a.isReachable)
        return b;
    if (!b.isReachable)
        return a;
    FlowState joined;
    joined.transaction = a.transaction | b.transaction;
    joined.isTestedTransactional = a.isTestedTransactional && b.isTestedTransactional;
    for (const Narrowing& narrowing : a.m_narrowed) {
        const auto other = findVariable(b.m_narrowed, *narrowing.variable);
        if (other != b.m_narrowed.end())
            joined.m_narrowed.push_back(
                {narrowing.variable, types::unite(context, narrowing.type, other->type)});
    }
    joined.m_unassigned = a.m_unassigned;
    for (const Symbol* variable : b.m_unassigned)
        if (!a.isUnassigned(*variable))
            joined.m_unassigned.push_back(variable);
    joined.m_assigned = a.m_assigned;
    for (const Assignment& assignment : b.m_assigned) {
        const auto same = [&](const Assignment& other) { return other.place == assignment.place; };
        if (std::none_of(a.m_assigned.begin(), a.m_assigned.end(), same))
            joined.m_assigned.push_back(assignment);
    }
    return joined;
}

} // namespace barre::model
