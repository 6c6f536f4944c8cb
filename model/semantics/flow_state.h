#pragma once

#include "model/semantics/symbols.h"

#include <vector>

namespace barre::types {
class TypeContext;
}

namespace barre::model {

/// The ways to a place may have begun a transaction, and may have ended it.
enum class TransactionState : uint8_t { None = 0, Open = 1, Ended = 2 };
constexpr TransactionState operator|(TransactionState a, TransactionState b) {
    return TransactionState(uint8_t(a) | uint8_t(b));
}
constexpr bool has(TransactionState states, TransactionState one) {
    return (uint8_t(states) & uint8_t(one)) != 0;
}

/// What is known at one place of a body: whether it can be reached, which variables have a narrower type,
/// which have no value yet. A small value: it is copied where the flow splits and joined where it meets
/// again.
class FlowState {
public:
    bool isReachable = true;
    bool isSeenByTypes = false; ///< not reached, as only types show: the reference thinks otherwise
    bool isDoubtful = false;    ///< not reached, but a reader may well think otherwise: nothing is said of it
    bool isDoubtfulBehind = false; ///< doubtful once it meets the other way
    TransactionState transaction = TransactionState::None;
    bool isTestedTransactional = false; ///< behind a test of `transactional` that was true

    /// The narrowed type of a variable, or its declared type.
    SemType typeOf(const VariableSymbol& variable) const;
    bool isNarrowed(const Symbol& variable) const;
    void narrow(const VariableSymbol& variable, SemType type);
    /// An assignment of a variable, or of a field of `self` in `init`: it has its declared type again, and a
    /// value.
    void assign(const Symbol& symbol, const syntax::Node* place);
    /// A declaration without a value.
    void declareUnassigned(const Symbol& symbol);
    bool isUnassigned(const Symbol& symbol) const;
    /// Whether some way to here has assigned it.
    bool mayBeAssigned(const Symbol& symbol) const;
    /// Forgets the narrowing of some variables, for the body of a closure.
    template<class Which>
    void forgetNarrowing(Which which) {
        std::erase_if(m_narrowed, [&](const Narrowing& narrowing) { return which(*narrowing.variable); });
    }

    /// Behind a loop: what its condition says has not been narrowed.
    void narrowAs(const FlowState& before) { m_narrowed = before.m_narrowed; }

    struct Narrowing {
        const VariableSymbol* variable;
        SemType type;
    };
    struct Assignment {
        const Symbol* variable;
        const syntax::Node* place;
    };
    const std::vector<Narrowing>& narrowings() const { return m_narrowed; }
    /// The assignments since `startRecording`, on some way to here.
    const std::vector<Assignment>& assignments() const { return m_assigned; }
    void startRecording() { m_assigned.clear(); }
    /// After a loop: the assignments before it and those inside it.
    void continueRecording(const FlowState& before) {
        m_assigned.insert(m_assigned.begin(), before.m_assigned.begin(), before.m_assigned.end());
    }

    /// What holds if either way was taken. An unreachable way adds nothing.
    static FlowState join(types::TypeContext& context, const FlowState& a, const FlowState& b);
    /// The state of a place that is not reached.
    static FlowState unreachable(const FlowState& from);

private:
    std::vector<Narrowing> m_narrowed;
    std::vector<const Symbol*> m_unassigned; ///< have no value on some way
    std::vector<Assignment> m_assigned;
};

} // namespace barre::model
