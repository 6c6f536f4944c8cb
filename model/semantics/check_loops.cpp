// while, foreach, break, continue, and what can be iterated over.
#include "model/semantics/checker.h"

namespace barre::model {

using types::BasicType;

/// What both ways of an `if` leave may be all that the variable can be.
bool Checker::isTrulyNarrowed(const FlowState& state, const Symbol& symbol) {
    const auto* variable = as<VariableSymbol>(&symbol);
    return state.isNarrowed(symbol) && !(variable && isSubtype(variable->type, state.typeOf(*variable)));
}

/// A variable that was narrowed outside may not be assigned inside on a way to the next round: the references
/// above the assignment would have another type then.
void Checker::endOfLoopBody(const LoopContext& loop, const FlowState& state) {
    if (!state.isReachable)
        return;
    std::unordered_set<const Symbol*> told;
    for (const FlowState::Assignment& assignment : state.assignments())
        if (isTrulyNarrowed(loop.entry, *assignment.variable) && told.insert(assignment.variable).second)
            report(DiagnosticCode::NarrowedAssignedInLoop, assignment.place, {assignment.variable->name});
}

template<class Body>
FlowState Checker::checkLoopBody(LoopContext& loop, Body body) {
    const FlowState outside = m_flow;
    m_flow.startRecording();
    m_function->loops.push_back(&loop);
    body();
    m_function->loops.pop_back();
    FlowState next = m_flow;
    for (const FlowState& state : loop.continues)
        next = joined(next, state);
    endOfLoopBody(loop, next);
    loop.again = next;
    next.continueRecording(outside);
    for (FlowState& state : loop.breaks)
        state.continueRecording(outside);
    return next;
}

namespace {

/// Whether the condition asks for the type of the variable.
bool asksForType(const syntax::Expression* condition, const std::string& variable) {
    bool asks = false;
    syntax::forEachNode(condition, [&](const syntax::Node* node) {
        const auto* test = syntax::IsExpr::cast(node);
        const auto* tested =
            test ? syntax::VariableReferenceExpr::cast(withoutParens(test->expression())) : nullptr;
        asks = asks || (tested && !tested->prefix() && syntax::identifierValue(tested->name()) == variable);
    });
    return asks;
}

} // namespace

/// A variable that the body assigns may be anything again where the condition asks for its type.
void Checker::widenTested(const syntax::WhileStmt* statement) {
    std::unordered_set<std::string> assigned;
    collectAssigned(statement->block(), assigned);
    m_flow.forgetNarrowing([&](const VariableSymbol& variable) {
        return assigned.contains(variable.name) && asksForType(statement->condition(), variable.name);
    });
}

void Checker::checkWhile(const syntax::WhileStmt* statement) {
    withOnFail(statement, statement->onFailClause(), [&] {
        widenTested(statement);
        LoopContext loop{m_flow, {}, {}, m_function->transactionDepth};
        const Branches branches = condition(statement->condition());
        FlowState after = branches.no;
        after.narrowAs(loop.entry);
        m_flow = branches.yes;
        checkLoopBody(loop, [&] { checkBlock(statement->block()); });
        if (after.isReachable)
            after = joined(after, withoutNarrowingOfAssigned(after, loop.again));
        for (const FlowState& state : loop.breaks)
            after = joined(after, state);
        m_flow = after;
    });
}

/// The state after the condition was false: as before the loop, except for what its body assigned.
FlowState Checker::withoutNarrowingOfAssigned(const FlowState& before, const FlowState& afterBody) {
    FlowState state = before;
    for (const FlowState::Assignment& assignment : afterBody.assignments())
        if (const auto* variable = as<VariableSymbol>(assignment.variable);
            variable && state.isNarrowed(*variable) && afterBody.isReachable)
            state.narrow(*variable, variable->type);
    return state;
}

/// The variable of a loop is never assigned to: whatever wider type is written for it, it is a member of what
/// is iterated over. The reference makes use of it.
void Checker::narrowToElement(const syntax::BindingPattern* pattern, SemType element) {
    const auto found = tables().symbolOf.find(pattern);
    const auto* variable = found == tables().symbolOf.end() ? nullptr : as<VariableSymbol>(found->second);
    if (variable && !isPoison(element) && !isPoison(variable->type) && element != variable->type &&
        isSubtype(element, variable->type) && !types::isEmpty(m_types, element))
        m_flow.narrow(*variable, element);
}

void Checker::checkForeach(const syntax::ForeachStmt* statement) {
    withOnFail(statement, statement->onFailClause(), [&] {
        const SemType collection = check(statement->expression());
        const IterationFacts facts = iterate(statement, collection, statement->expression());
        LoopContext loop{m_flow, {}, {}, m_function->transactionDepth};
        const FlowState before = m_flow;
        const FlowState next = checkLoopBody(loop, [&] {
            const ScopeGuard scope(*this, statement);
            const auto* typed = statement->typedBindingPattern();
            declarePattern(typed->bindingPattern(), patternType(typed, facts.element, typed), true);
            narrowToElement(typed->bindingPattern(), facts.element);
            checkBlock(statement->block());
        });
        FlowState after = joined(before, withoutNarrowingOfAssigned(before, loop.again));
        after = joined(after, next);
        for (const FlowState& state : loop.breaks)
            after = joined(after, state);
        m_flow = after;
        if (!isPoison(facts.completion) && !facts.completion.isNever())
            leaveByError(statement, facts.completion);
    });
}

void Checker::checkJump(const syntax::Statement* statement, bool isBreak) {
    if (!m_function || m_function->loops.empty()) {
        return report(DiagnosticCode::JumpOutsideLoop, statement, {isBreak ? "break" : "continue"});
    }
    LoopContext& loop = *m_function->loops.back();
    if (m_function->transactionDepth > loop.transactionDepth)
        requireEndedTransaction(statement);
    (isBreak ? loop.breaks : loop.continues).push_back(m_flow);
    leaveUnreachable();
}

IterationFacts Checker::iterate(const syntax::Node* place, SemType collection,
                                const syntax::Expression* source) {
    IterationFacts facts;
    facts.completion = types::neverType;
    facts.element = poisonType;
    if (isPoison(collection))
        return facts;
    struct Row {
        BasicType type;
        IterationKind kind;
    };
    static constexpr Row rows[] = {
        {BasicType::List, IterationKind::List},     {BasicType::Mapping, IterationKind::Mapping},
        {BasicType::String, IterationKind::String}, {BasicType::Xml, IterationKind::Xml},
        {BasicType::Table, IterationKind::Table},   {BasicType::Stream, IterationKind::Stream}};
    bool known = false;
    uint32_t iterable = 0;
    for (const Row& row : rows) {
        iterable |= types::bitOf(row.type);
        if (collection.within(row.type)) {
            facts.kind = row.kind;
            known = true;
        }
    }
    if (syntax::is<syntax::RangeExpr>(source)) {
        facts.kind = IterationKind::IntRange;
        facts.element = types::intType;
    } else if (known || collection.within(iterable)) {
        facts.element = types::undefToNil(types::iterationValueType(m_types, collection));
        const bool mayBeStream = collection.has(BasicType::Stream);
        if (!known)
            facts.kind = mayBeStream ? IterationKind::MixedWithStream : IterationKind::Mixed;
        if (mayBeStream)
            facts.completion = types::withoutNil(types::streamCompletionType(m_types, collection));
    } else if (collection.within(BasicType::Object) && iterateObject(collection, facts)) {
        facts.kind = IterationKind::Iterable;
    } else {
        report(DiagnosticCode::NotIterable, source, {text(collection)});
        return facts;
    }
    tables().iterations[place] = facts;
    return facts;
}

/// What a method without parameters returns; never if there is none.
SemType Checker::returnedBy(SemType object, std::string_view method) {
    const SemType function = types::objectMemberType(m_types, object, method, types::MemberKind::Method);
    if (function.isNever())
        return function;
    return types::functionReturnType(m_types, function, types::tupleOf(m_types, {}))
        .value_or(types::neverType);
}

/// An object whose `iterator` gives an object whose `next` gives records with a `value`.
bool Checker::iterateObject(SemType object, IterationFacts& facts) {
    const SemType iterator = returnedBy(object, "iterator");
    if (iterator.isNever() || !iterator.within(BasicType::Object))
        return false;
    const SemType next = returnedBy(iterator, "next");
    if (next.isNever())
        return false;
    facts.element =
        types::mappingMemberTypeAt(m_types, types::partOf(m_types, next, BasicType::Mapping), "value");
    facts.completion = types::partOf(m_types, next, BasicType::Error);
    return true;
}

} // namespace barre::model
