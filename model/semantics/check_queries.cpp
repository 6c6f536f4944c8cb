// Query expressions and actions.
#include "model/semantics/checker.h"

namespace barre::model {

using syntax::NodeKind;
using types::BasicType;

/// What the clauses of one pipeline have told so far.
struct Checker::QueryState {
    QueryFacts facts;
    QueryChecks checks = {};
    SemType source = types::neverType; ///< of the first from clause
    bool isGrouped = false;
    size_t firstSymbol = 0;
};

void Checker::checkPipeline(const syntax::QueryPipeline* pipeline, QueryState& state) {
    state.facts.completion = types::neverType;
    checkClause(pipeline->fromClause(), state);
    for (const syntax::QueryClause* clause : pipeline->intermediateClauses())
        checkClause(clause, state);
}

void Checker::checkClause(const syntax::QueryClause* clause, QueryState& state) {
    switch (clause->kind()) {
    case NodeKind::FromClause: {
        const auto* from = syntax::FromClause::cast(clause);
        return checkFrom(from, from->typedBindingPattern(), from->expression(), check(from->expression()),
                         state);
    }
    case NodeKind::WhereClause: {
        const Branches branches = condition(syntax::WhereClause::cast(clause)->expression());
        m_flow = branches.yes;
        m_flow.isReachable = true;
        return;
    }
    case NodeKind::LetClause:
        for (const syntax::LetVarDecl* decl : syntax::LetClause::cast(clause)->letVarDecls())
            checkTypedPattern(decl->typedBindingPattern(), decl->expression(), true);
        return;
    case NodeKind::JoinClause: return checkJoin(syntax::JoinClause::cast(clause), state);
    case NodeKind::LimitClause: {
        const auto* limit = syntax::LimitClause::cast(clause);
        withoutBound(m_scope->symbols().size(), [&] { return checkAs(limit->expression(), types::intType); });
        state.facts.limits.push_back(limit->expression());
        return;
    }
    case NodeKind::OrderByClause: return checkOrderBy(syntax::OrderByClause::cast(clause));
    case NodeKind::GroupByClause: return checkGroupBy(syntax::GroupByClause::cast(clause), state);
    default: return;
    }
}

void Checker::checkFrom(const syntax::Node* clause, const syntax::TypedBindingPattern* pattern,
                        const syntax::Expression* source, SemType collection, QueryState& state) {
    IterationFacts facts = iterate(clause, collection, source);
    if (state.source.isNever())
        state.source = collection;
    if (!isPoison(facts.completion))
        state.facts.completion = types::unite(m_types, state.facts.completion, facts.completion);
    declarePattern(pattern->bindingPattern(), patternType(pattern, facts.element, pattern), true);
}

/// Checks an expression that does not see the first `count` variables that the query has bound.
template<class Check>
SemType Checker::withoutBound(size_t count, Check check) {
    const auto& bound = m_scope->symbols();
    const std::unordered_set<const Symbol*> hidden =
        std::exchange(m_hidden, {bound.begin(), bound.begin() + std::ptrdiff_t(count)});
    const SemType type = check();
    m_hidden = hidden;
    return type;
}

void Checker::makeOptional(size_t bound) {
    for (size_t i = bound; i < m_scope->symbols().size(); ++i)
        if (auto* variable =
                as<VariableSymbol>(const_cast<Symbol*>(m_scope->symbols()[i]))) // still being made
            variable->type = unite(variable->type, types::nilType);
}

/// The key of an outer join's right side. By the specification its variables are not optional yet; the
/// reference has them optional here, and what is written for it may ask for nil.
SemType Checker::checkOuterKey(const syntax::Expression* key, size_t bound) {
    const size_t reports = m_analysis.reportCount();
    const FlowState before = m_flow;
    const SemType type = withoutBound(bound, [&] { return check(key); });
    makeOptional(bound);
    if (m_analysis.reportCount() == reports)
        return type;
    m_analysis.forgetReports(reports);
    m_flow = before;
    return withoutBound(bound, [&] { return check(key); });
}

/// The right side of a join is computed before there are frames from the left; the variables that it binds
/// are optional behind an outer join only.
void Checker::checkJoin(const syntax::JoinClause* clause, QueryState& state) {
    const auto* condition = clause->joinOnCondition();
    const size_t bound = m_scope->symbols().size();
    const SemType left = check(condition->left());
    const SemType collection = withoutBound(bound, [&] { return check(clause->expression()); });
    checkFrom(clause, clause->typedBindingPattern(), clause->expression(), collection, state);
    SemType right;
    if (clause->outerKeyword()) {
        const auto* descriptor = clause->typedBindingPattern()->typeDescriptor();
        const bool isVar = syntax::is<syntax::VarTypeDesc>(descriptor);
        if (!isVar) // taken at its word, then
            report(DiagnosticCode::OuterJoinNeedsVar, descriptor);
        right = isVar ? checkOuterKey(condition->right(), bound)
                      : withoutBound(bound, [&] { return check(condition->right()); });
    } else {
        right = withoutBound(bound, [&] { return check(condition->right()); });
    }
    if (isPoison(left) || isPoison(right))
        return;
    if (!isSubtype(left, m_types.anydataType()))
        report(DiagnosticCode::EqualityNeedsAnydata, condition, {"equals", text(left), text(right)});
    else if (!types::overlaps(m_types, types::widenToBasicTypes(left), types::widenToBasicTypes(right)))
        report(DiagnosticCode::NeverEqual, condition, {text(left), text(right)});
}

void Checker::checkOrderBy(const syntax::OrderByClause* clause) {
    for (const syntax::OrderKey* key : clause->orderKeys()) {
        const SemType type = check(key->expression());
        if (!isPoison(type) && !types::isOrdered(m_types, type))
            report(DiagnosticCode::NotOrdered, key->expression(), {text(type)});
    }
}

/// After grouping, variables that are no grouping key stand for the list of their values.
void Checker::checkGroupBy(const syntax::GroupByClause* clause, QueryState& state) {
    std::unordered_set<std::string> keys;
    for (const syntax::GroupingKey* key : clause->groupingKeys()) {
        keys.insert(syntax::identifierValue(key->name()));
        if (!key->expression()) {
            if (const Symbol* symbol = lookUp(nullptr, key->name())) {
                m_analysis.noteReference(key, symbol);
                if (const auto* variable = as<VariableSymbol>(symbol))
                    variableType(*variable, key);
            }
            continue;
        }
        SemType type = poisonType;
        if (key->typeDescriptor() && !syntax::is<syntax::VarTypeDesc>(key->typeDescriptor())) {
            type = resolveType(key->typeDescriptor());
            checkAs(key->expression(), type);
        } else {
            type = check(key->expression());
        }
        declareLocal(key->name(), key, type, true);
    }
    state.isGrouped = true;
    for (const Symbol* symbol : m_scope->symbols()) {
        auto* variable = as<VariableSymbol>(const_cast<Symbol*>(symbol));
        if (!variable || keys.contains(variable->name) || isPoison(variable->type))
            continue;
        aggregate(*variable, true);
    }
}

/// A reference to an aggregated variable sees the values of the group; those that it has had before, too.
void Checker::aggregate(VariableSymbol& variable, bool isNeverEmpty) {
    variable.isAggregated = true;
    m_used.insert(&variable);
    if (!m_aggregated.insert(&variable).second)
        return;
    const SemType member = m_flow.typeOf(variable);
    const SemType first[] = {member};
    m_flow.narrow(variable,
                  isNeverEmpty ? types::tupleOf(m_types, first, member) : types::arrayOf(m_types, member));
}

// Results
// ------------------------------------------------------------------------------------------------------

namespace {

/// Which basic type a query without a construct type makes, from what is expected or from its source.
QueryResult resultKind(const SemType& type) {
    struct Row {
        BasicType type;
        QueryResult result;
    };
    static constexpr Row rows[] = {
        {BasicType::List, QueryResult::List},   {BasicType::String, QueryResult::String},
        {BasicType::Xml, QueryResult::Xml},     {BasicType::Mapping, QueryResult::Mapping},
        {BasicType::Table, QueryResult::Table}, {BasicType::Stream, QueryResult::Stream}};
    for (const Row& row : rows)
        if (!type.isNever() && type.within(row.type))
            return row.result;
    return QueryResult::List;
}

QueryResult constructKind(const syntax::QueryConstructType* construct) {
    switch (construct->keyword()->kind()) {
    case syntax::TokenKind::MapKeyword: return QueryResult::Mapping;
    case syntax::TokenKind::TableKeyword: return QueryResult::Table;
    default: return QueryResult::Stream;
    }
}

bool hasKeys(const syntax::QuerySelectExpr* expr) {
    const auto* construct = expr->queryConstructType();
    return construct && construct->keySpecifier();
}

constexpr uint32_t queryable = types::bitOf(BasicType::List) | types::bitOf(BasicType::String) |
                               types::bitOf(BasicType::Xml) | types::bitOf(BasicType::Mapping) |
                               types::bitOf(BasicType::Table) | types::bitOf(BasicType::Stream);

} // namespace

SemType Checker::checkQuery(const syntax::QuerySelectExpr* expr, Expected expected) {
    const ScopeGuard scope(*this, expr);
    const FlowState outside = m_flow;
    QueryState state;
    state.checks.function = m_function;
    QueryChecks* const outer = std::exchange(m_queryChecks, &state.checks);
    checkPipeline(expr->queryPipeline(), state);
    QueryFacts& facts = state.facts;
    SemType wanted = expected ? types::wholeType(expected->bits() & queryable) : types::neverType;
    if (expr->queryConstructType())
        facts.result = constructKind(expr->queryConstructType());
    else if (expected && !wanted.isNever() && (wanted.bits() & (wanted.bits() - 1)) == 0)
        facts.result = resultKind(wanted);
    else // nothing but `map` makes a mapping of a mapping
        facts.result = isPoison(state.source) || state.source.within(BasicType::Mapping)
                           ? QueryResult::List
                           : resultKind(state.source);
    SemType part;
    if (expected)
        part = types::intersect(m_types, *expected, types::wholeType(queryable));
    const SemType type = queryResult(expr, state, expected && !part.isNever() ? &part : nullptr);
    m_queryChecks = outer;
    if (facts.result != QueryResult::Stream)
        passChecksOn(state.checks);
    m_flow = outside;
    if (isPoison(type) || isPoison(state.source))
        return poisonType;
    facts.constructed = type;
    const bool isLazy = facts.result == QueryResult::Stream;
    if (isLazy)
        captureAll(expr);
    tables().queries[expr] = facts;
    return isLazy || facts.completion.isNever() ? type : types::unite(m_types, type, facts.completion);
}

/// What fails in a stream's clauses is what `next` gives.
void Checker::takeChecks(const syntax::QuerySelectExpr* expr, QueryState& state) {
    for (const QueryChecks::Check& check : state.checks.found) {
        state.facts.completion = types::unite(m_types, state.facts.completion, check.error);
        tables().checks[check.place].target = expr;
    }
}

void Checker::passChecksOn(const QueryChecks& checks) {
    for (const QueryChecks::Check& check : checks.found) {
        m_flow = check.flow;
        const SemType ensured = tables().checks[check.place].ensured;
        leaveByError(check.place, check.error);
        tables().checks[check.place].ensured = ensured;
    }
}

/// A stream looks at the variables around it whenever it is asked for a value.
void Checker::captureAll(const syntax::Node* expr) {
    syntax::forEachNode(expr, [&](const syntax::Node* node) {
        const auto found = tables().symbolOf.find(node);
        const auto* variable = found == tables().symbolOf.end() ? nullptr : as<VariableSymbol>(found->second);
        if (variable && variable->owner && !(variable->decl && expr->contains(variable->decl)))
            const_cast<VariableSymbol&>(*variable).isCaptured = true; // of this analysis: still being made
    });
}

/// Only what has keys can have two values for one. The error of a conflict is the result of the whole query.
void Checker::checkOnConflict(const syntax::QuerySelectExpr* expr, QueryFacts& facts, Expected expected) {
    const syntax::OnConflictClause* clause = expr->onConflictClause();
    const SemType allowed = types::unite(m_types, types::errorType, types::nilType);
    const SemType found = checkAs(clause->expression(), allowed);
    const auto* construct = expr->queryConstructType();
    const bool hasKey = expected || (construct && construct->keySpecifier());
    if (facts.result != QueryResult::Mapping && !(facts.result == QueryResult::Table && hasKey))
        report(DiagnosticCode::OnConflictWithoutKey, clause);
    else if (!isPoison(found))
        facts.completion =
            types::unite(m_types, facts.completion, types::partOf(m_types, found, BasicType::Error));
}

/// Checks the select clause against the member type of what is expected, and gives the type of the result.
SemType Checker::queryResult(const syntax::QuerySelectExpr* expr, QueryState& state, Expected expected) {
    QueryFacts& facts = state.facts;
    const syntax::Expression* selected = expr->selectClause()->expression();
    if (expr->onConflictClause())
        checkOnConflict(expr, facts, expected);
    const SemType chosen = expected && facts.result == QueryResult::List ? chosenList(selected, *expected)
                           : expected                                    ? *expected
                                                                         : types::neverType;
    SemType member = expected ? expectedMember(chosen, facts.result) : types::neverType;
    if (facts.result == QueryResult::Table && hasKeys(expr) &&
        takesAnyTable(types::partOf(m_types, chosen, BasicType::Table)))
        member = types::neverType; // the rows say themselves which of their fields are keys
    SemType context = member;
    if (facts.result == QueryResult::Mapping && !member.isNever()) {
        const SemType pair[] = {types::stringType, member};
        context = types::tupleOf(m_types, pair);
    }
    const bool hasContext =
        !member.isNever() && facts.result != QueryResult::String && facts.result != QueryResult::Xml;
    const SemType found = hasContext ? checkAs(selected, context) : check(selected);
    if (isPoison(found))
        return poisonType;
    facts.element = found;
    const SemType broad = broadType(selected, found);
    switch (facts.result) {
    case QueryResult::String:
        if (!require(selected, found, types::stringType))
            return poisonType;
        return types::stringType;
    case QueryResult::Xml: {
        const SemType allowed = types::unite(m_types, types::xmlType, types::stringType);
        if (!require(selected, found, allowed))
            return poisonType;
        const SemType items =
            found.within(BasicType::Xml) ? types::xmlItemTypes(m_types, found) : types::xmlType;
        return readonlyIfExpected(types::xmlOf(m_types, items), expected, BasicType::Xml);
    }
    case QueryResult::Mapping: return queryMapping(expr, found, hasContext ? expected : nullptr);
    case QueryResult::Table: return queryTable(expr, broad, hasContext ? expected : nullptr);
    case QueryResult::Stream: {
        takeChecks(expr, state);
        const SemType completion = types::unite(m_types, facts.completion, types::nilType);
        return types::streamOf(m_types, hasContext ? member : broad, completion);
    }
    default: return queryList(expr, hasContext ? member : broad, expected);
    }
}

SemType Checker::expectedMember(SemType expected, QueryResult result) {
    switch (result) {
    case QueryResult::List:
        return types::listAllMemberTypes(m_types, types::partOf(m_types, expected, BasicType::List));
    case QueryResult::Mapping: return memberOfMapping(expected);
    case QueryResult::Table:
        return types::tableRowType(m_types, types::partOf(m_types, expected, BasicType::Table));
    case QueryResult::Stream:
        return types::streamValueType(m_types, types::partOf(m_types, expected, BasicType::Stream));
    default: return types::neverType;
    }
}

/// Of several list types, the first that lists of any length belong to and what is selected can be checked
/// for.
SemType Checker::chosenList(const syntax::Expression* selected, SemType expected) {
    const SemType part = types::partOf(m_types, expected, BasicType::List);
    std::vector<SemType> candidates = types::listAlternatives(m_types, part);
    std::erase_if(candidates, [&](const SemType& type) {
        const SemType member = types::listAllMemberTypes(m_types, type);
        return !types::overlaps(m_types, type, types::arrayOf(m_types, member)) ||
               types::listLengthBounds(m_types, type).max.has_value();
    });
    candidates = checkable(selected, std::move(candidates), [&](SemType type) {
        return checkAs(selected, types::listAllMemberTypes(m_types, type));
    });
    return candidates.empty() ? expected : candidates.front();
}

/// What is constructed is read-only where all that is expected of its basic type is.
SemType Checker::readonlyIfExpected(SemType type, Expected expected, BasicType basic) {
    const SemType part = expected ? types::partOf(m_types, *expected, basic) : types::neverType;
    const bool isReadonly = !part.isNever() && isSubtype(part, m_types.readonlyType());
    return isReadonly ? types::intersect(m_types, type, m_types.readonlyType()) : type;
}

SemType Checker::queryList(const syntax::QuerySelectExpr* expr, SemType member, Expected expected) {
    const SemType type = readonlyIfExpected(types::arrayOf(m_types, member), expected, BasicType::List);
    tables().inherentTypes[expr] = type;
    return type;
}

SemType Checker::queryMapping(const syntax::QuerySelectExpr* expr, SemType found, Expected expected) {
    const syntax::Expression* selected = expr->selectClause()->expression();
    const SemType pair[] = {types::stringType, types::valueType};
    if (!require(selected, found, types::tupleOf(m_types, pair)))
        return poisonType;
    const SemType part = expected ? types::partOf(m_types, *expected, BasicType::Mapping) : types::neverType;
    const SemType member = types::listMemberTypeAt(m_types, found, 1);
    const SemType map =
        part.isNever() ? types::mapOf(m_types, valueOf(member) ? types::widenToBasicTypes(member) : member)
                       : types::mapOf(m_types, memberOfMapping(part));
    const SemType type = readonlyIfExpected(map, expected, BasicType::Mapping);
    tables().inherentTypes[expr] = type;
    return type;
}

/// The key fields of rows that are constructed for a table are readonly, as those of a table constructor are.
SemType Checker::withReadonlyKeys(const syntax::QuerySelectExpr* expr, SemType row) {
    const auto* construct = expr->queryConstructType();
    const auto* selected =
        syntax::MappingConstructorExpr::cast(withoutParens(expr->selectClause()->expression()));
    auto mapping = types::mappingAtomicType(m_types, row);
    if (!construct || !construct->keySpecifier() || !selected || !mapping)
        return row;
    for (const syntax::IdentifierName* name : construct->keySpecifier()->fieldNames()) {
        const auto index = mapping->indexOf(syntax::identifierValue(name->name()));
        if (index && isSubtype(mapping->slots[*index].valueType(), m_types.readonlyType()))
            mapping->slots[*index].isReadonly = true;
    }
    return tables().inherentTypes[selected] = types::mappingOf(m_types, std::move(*mapping));
}

SemType Checker::queryTable(const syntax::QuerySelectExpr* expr, SemType row, Expected expected) {
    const syntax::Expression* selected = expr->selectClause()->expression();
    if (!require(selected, row, types::mappingType))
        return poisonType;
    types::TableAtomicType table;
    const SemType part = expected ? types::partOf(m_types, *expected, BasicType::Table) : types::neverType;
    if (const auto known = part.isNever() ? std::nullopt : types::tableAtomicType(m_types, part))
        table = *known;
    else
        table.row = withReadonlyKeys(expr, row);
    const auto* construct = expr->queryConstructType();
    if (construct && construct->keySpecifier()) {
        std::vector<std::string> names;
        std::vector<SemType> keys;
        for (const syntax::IdentifierName* name : construct->keySpecifier()->fieldNames()) {
            names.push_back(syntax::identifierValue(name->name()));
            if (!types::isRequiredField(m_types, table.row, names.back())) {
                report(DiagnosticCode::KeyFieldNotRequired, name, {names.back()});
                return poisonType;
            }
            keys.push_back(types::mappingMemberTypeAt(m_types, table.row, names.back()));
        }
        table.keyType = keys.size() == 1 ? keys.front()
                        : keys.empty()   ? types::neverType
                                         : types::tupleOf(m_types, keys);
        table.keyFields = std::move(names);
    } else if (part.isNever()) {
        table.keyType = types::neverType;
    }
    const SemType type = types::tableOf(m_types, table);
    tables().inherentTypes[expr] = type;
    return type;
}

SemType Checker::checkCollect(const syntax::QueryCollectExpr* expr, Expected expected) {
    const ScopeGuard scope(*this, expr);
    const FlowState outside = m_flow;
    QueryState state;
    checkPipeline(expr->queryPipeline(), state);
    for (const Symbol* symbol : m_scope->symbols())
        if (auto* variable = as<VariableSymbol>(const_cast<Symbol*>(symbol));
            variable && !isPoison(variable->type))
            aggregate(*variable, false);
    const SemType type = check(expr->collectClause()->expression(), expected);
    m_flow = outside;
    state.facts.result = QueryResult::Collect;
    state.facts.constructed = state.facts.element = type;
    tables().queries[expr] = state.facts;
    return isPoison(type) ? type : types::unite(m_types, type, state.facts.completion);
}

/// Only its clauses end a query action early; what fails in the block leaves the action, too.
SemType Checker::checkQueryAction(const syntax::QueryAction* expr) {
    const ScopeGuard scope(*this, expr);
    const FlowState outside = m_flow;
    QueryState state;
    checkPipeline(expr->queryPipeline(), state);
    LoopContext loop{m_flow, {}, {}, m_function ? m_function->transactionDepth : 0};
    if (m_function)
        m_function->loops.push_back(&loop);
    checkBlock(expr->doClause()->block());
    if (m_function)
        m_function->loops.pop_back();
    m_flow = outside;
    state.facts.result = QueryResult::Action;
    tables().queries[expr] = state.facts;
    return types::unite(m_types, types::nilType, state.facts.completion);
}

} // namespace barre::model
