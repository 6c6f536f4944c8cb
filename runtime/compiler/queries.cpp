#include "runtime/compiler/function_compiler.h"

#include "model/types/operations.h"
#include "model/types/projections.h"

#include <algorithm>

namespace barre::runtime {

using namespace model;
using namespace syntax;

/// A query is compiled in place: each from and join clause is a loop around what follows. `order by`, `group
/// by` and `collect` end the loops: what they need is put into rows, and a loop over the rows goes on with
/// the next clause.
struct FunctionCompiler::Query {
    const Node* node = nullptr;
    const QueryFacts* facts = nullptr;
    std::vector<const QueryClause*> clauses;
    const QueryClause* last = nullptr; ///< select, collect or do
    const OnConflictClause* onConflict = nullptr;
    Query* outer = nullptr;
    std::optional<Reg> generator; ///< of a stream: where it keeps its registers while it does not run
    Reg result = 0;
    Label next; ///< of the innermost loop
    Label end;  ///< behind the loops of this part
    std::map<size_t, Reg>
        prepared; ///< by clause: counter of a limit, rows of a breaking clause, value of a join
    std::optional<size_t> pending; ///< the clause that has ended the loops
    Reg collected = 0;
};

namespace {

/// The variables that a binding pattern declares, in order.
void addBound(const SemanticModel& model, const Node* pattern,
              std::vector<const VariableSymbol*>& variables) {
    forEachNode(pattern, [&](const Node* node) {
        bool binds =
            is<CaptureBindingPattern>(node) || is<RestBindingPattern>(node) || is<FieldBindingPattern>(node);
        auto* variable = binds ? as<VariableSymbol>(model.symbolOf(node)) : nullptr;
        if (variable && std::find(variables.begin(), variables.end(), variable) == variables.end())
            variables.push_back(variable);
    });
}

bool breaksLoops(const QueryClause* clause) {
    return is<OrderByClause>(clause) || is<GroupByClause>(clause);
}

} // namespace

bool FunctionCompiler::isSequence(const Node* expression) const {
    auto* reference = cast<VariableReferenceExpr>(expression);
    auto* variable = reference ? as<VariableSymbol>(m_model.symbolOf(reference)) : nullptr;
    return variable && m_sequences.count(variable);
}

std::vector<const VariableSymbol*> FunctionCompiler::boundVariables(const Query& query, size_t index) const {
    std::vector<const VariableSymbol*> variables;
    for (size_t i = 0; i < index; ++i) {
        const QueryClause* clause = query.clauses[i];
        if (auto* from = cast<FromClause>(clause))
            addBound(m_model, from->typedBindingPattern()->bindingPattern(), variables);
        else if (auto* join = cast<JoinClause>(clause))
            addBound(m_model, join->typedBindingPattern()->bindingPattern(), variables);
        else if (auto* let = cast<LetClause>(clause))
            for (const LetVarDecl* decl : let->letVarDecls())
                addBound(m_model, decl->typedBindingPattern()->bindingPattern(), variables);
        else if (auto* group = cast<GroupByClause>(clause))
            for (const GroupingKey* key : group->groupingKeys())
                if (auto* variable = as<VariableSymbol>(m_model.symbolOf(key)))
                    if (std::find(variables.begin(), variables.end(), variable) == variables.end())
                        variables.push_back(variable);
    }
    return variables;
}

// A query that makes a stream becomes a generator, so that it does no more than what is asked of it.
void FunctionCompiler::lazyQueryTo(const QuerySelectExpr* node, Reg dst) {
    Scope scope(*this);
    const VariableSymbol* state = m_program.hiddenVariable("generator");
    Reg registers = temp();
    emit(Opcode::NEW_GENERATOR, registers);
    m_variables[state] = {registers, false};
    m_firstTemp = m_next;
    FunctionId id = builder().declareFunction();
    FunctionCode code;
    code.name = m_program.lambdaName();
    code.module = m_code.module;
    code.file = m_code.file;
    code.isIsolated = m_code.isIsolated;
    code.hasCaptures = true;
    FunctionCompiler inner(m_program, m_model, std::move(code), this);
    inner.m_sequences = m_sequences;
    inner.m_query = m_query;
    builder().defineFunction(id, inner.compileGenerator(node, *state));
    makeClosure(id, inner.captures(), dst);
    place(node);
    emit(Opcode::NEW_STREAM, dst, dst);
    m_asm.extra(typeId(m_model.queryOf(node)->constructed));
}

// It gives a record with each value, then maybe an error, and nil ever after.
FunctionCode FunctionCompiler::compileGenerator(const Node* query, const VariableSymbol& state) {
    place(query);
    m_closureReg = temp();
    Reg registers = temps(2);
    Reg last = Reg(registers + 1);
    m_firstTemp = m_next;
    loadCapture(state, registers);
    emit(Opcode::RESUME, registers);
    m_generator = registers;
    queryTo(query, last);
    emit(Opcode::YIELD_VALUE, registers, last);
    Label end = m_asm.here();
    loadNil(last);
    emit(Opcode::YIELD_VALUE, registers, last);
    m_asm.jump(end, Opcode::LOOP);
    return finish();
}

void FunctionCompiler::queryTo(const Node* node, Reg dst) {
    const QueryFacts* facts = m_model.queryOf(node);
    if (facts && facts->result == QueryResult::Stream && !m_generator)
        return lazyQueryTo(cast<QuerySelectExpr>(node), dst);
    Scope scope(*this);
    Query query;
    query.node = node;
    query.facts = facts;
    query.outer = m_query;
    const QueryPipeline* pipeline = nullptr;
    if (auto* select = cast<QuerySelectExpr>(node)) {
        pipeline = select->queryPipeline();
        query.last = select->selectClause();
        query.onConflict = select->onConflictClause();
    } else if (auto* collect = cast<QueryCollectExpr>(node)) {
        pipeline = collect->queryPipeline();
        query.last = collect->collectClause();
    } else {
        pipeline = cast<QueryAction>(node)->queryPipeline();
        query.last = cast<QueryAction>(node)->doClause();
    }
    if (!query.facts)
        return unsupported(node, "this query");
    query.generator = m_generator;
    m_generator.reset();
    query.clauses.push_back(pipeline->fromClause());
    for (const QueryClause* clause : pipeline->intermediateClauses())
        query.clauses.push_back(clause);

    m_query = &query;
    auto sequences = m_sequences;
    Label failed = m_asm.label(), finished = m_asm.label();
    query.result = temp();
    Reg error = temp();
    m_firstTemp = m_next;
    prepareQuery(query);
    m_failTargets.push_back({node, failed, error, m_cleanups.size()});
    query.end = m_asm.label();
    queryClause(query, 0);
    m_asm.bind(query.end);
    while (query.pending)
        continueQuery(query);
    if (is<CollectClause>(query.last))
        collectResult(query);
    if (types::isReadonly(types(), query.facts->constructed) &&
               !query.facts->constructed.within(types::simpleOrStringType.all)) {
        intrinsic("barre:freeze", query.result, 1);
    }
    m_failTargets.pop_back();
    m_asm.jump(finished);
    m_asm.bind(failed);
    move(query.result, error);
    m_asm.bind(finished);
    m_query = query.outer;
    m_sequences = sequences;
    move(dst, query.result);
}

// What is evaluated once: the collections of joins, the numbers of limits, the empty result.
void FunctionCompiler::prepareQuery(Query& query) {
    types::TypeContext& context = types();
    SemType anyList = types::arrayOf(context, types::valueType);
    for (size_t i = 0; i < query.clauses.size(); ++i) {
        const QueryClause* clause = query.clauses[i];
        if (auto* limit = cast<LimitClause>(clause)) {
            Reg reg = query.prepared[i] = temp();
            exprTo(limit->expression(), reg);
            m_next = Reg(reg + 1);
        } else if (breaksLoops(clause)) {
            Reg rows = query.prepared[i] = temps(2);
            emit(Opcode::NEW_LIST, rows, 0, 0);
            m_asm.extra(typeId(anyList));
            m_asm.ak(Opcode::NEW_MAP, Reg(rows + 1), typeId(types::mapOf(context, types::valueType)));
        } else if (auto* join = cast<JoinClause>(clause)) {
            Reg reg = query.prepared[i] = temp();
            exprTo(join->expression(), reg);
            m_next = Reg(reg + 1);
        }
        m_firstTemp = m_next;
    }
    const SemType& constructed = query.facts->constructed;
    switch (query.facts->result) {
    case QueryResult::List:
        emit(Opcode::NEW_LIST, query.result, 0, 0);
        m_asm.extra(typeId(types::isReadonly(context, constructed) ? anyList : constructed));
        break;
    case QueryResult::String: loadString(query.result, ""); break;
    case QueryResult::Xml: {
        Scope scope(*this);
        Reg base = temps(2);
        loadNil(base);
        loadString(Reg(base + 1), "");
        intrinsic("barre:xmlTemplate", base, 2);
        move(query.result, base);
        break;
    }
    case QueryResult::Mapping: m_asm.ak(Opcode::NEW_MAP, query.result, typeId(constructed)); break;
    case QueryResult::Table:
        emit(Opcode::NEW_TABLE, query.result, 0, 0);
        m_asm.extra(typeId(constructed));
        break;
    case QueryResult::Stream:
    case QueryResult::Action:
    case QueryResult::Collect: loadNil(query.result); break;
    }
    if (is<CollectClause>(query.last)) {
        query.collected = temp();
        m_firstTemp = m_next;
        size_t count = boundVariables(query, query.clauses.size()).size();
        newGroup(query.collected, 0, 0, count);
    }
}

// [key …, [] …]: the keys of a group and a list for each variable.
void FunctionCompiler::newGroup(Reg dst, Reg keys, size_t keyCount, size_t variables) {
    Scope scope(*this);
    SemType anyList = types::arrayOf(types(), types::valueType);
    Reg first = temps(keyCount + variables);
    for (size_t i = 0; i < keyCount; ++i)
        move(Reg(first + i), Reg(keys + i));
    for (size_t i = 0; i < variables; ++i) {
        emit(Opcode::NEW_LIST, Reg(first + keyCount + i), 0, 0);
        m_asm.extra(typeId(anyList));
    }
    emit(Opcode::NEW_LIST, dst, first, Reg(keyCount + variables));
    m_asm.extra(typeId(anyList));
}

void FunctionCompiler::queryClause(Query& query, size_t index) {
    if (index == query.clauses.size())
        return finalClause(query);
    const QueryClause* clause = query.clauses[index];
    place(clause);
    if (auto* from = cast<FromClause>(clause))
        return fromClause(query, from, index);
    if (auto* join = cast<JoinClause>(clause))
        return joinClause(query, join, index);
    if (auto* limit = cast<LimitClause>(clause))
        return limitClause(query, limit, index);
    if (auto* order = cast<OrderByClause>(clause))
        return orderByClause(query, order, index);
    if (auto* group = cast<GroupByClause>(clause))
        return groupByClause(query, group, index);
    if (auto* where = cast<WhereClause>(clause)) {
        branch(where->expression(), false, query.next);
        return queryClause(query, index + 1);
    }
    auto* let = cast<LetClause>(clause);
    if (!let)
        return unsupported(clause, "this query clause");
    for (const LetVarDecl* decl : let->letVarDecls()) {
        Reg value = temp();
        exprTo(decl->expression(), value);
        m_next = Reg(value + 1);
        bindPattern(decl->typedBindingPattern()->bindingPattern(), value);
    }
    queryClause(query, index + 1);
}

void FunctionCompiler::fromClause(Query& query, const FromClause* clause, size_t index) {
    Label end = m_asm.label(), next = m_asm.label();
    Label outerNext = query.next;
    iterate(clause, clause->expression(), m_model.iterationOf(clause), end, next, [&](Reg value) {
        Scope scope(*this);
        query.next = next;
        bindPattern(clause->typedBindingPattern()->bindingPattern(), value);
        queryClause(query, index + 1);
    });
    query.next = outerNext;
}

// The matching values are picked first; an outer join without any goes on with nil.
void FunctionCompiler::joinClause(Query& query, const JoinClause* clause, size_t index) {
    Scope scope(*this);
    Reg left = temps(3);
    Reg matches = Reg(left + 1), sequence = Reg(left + 2);
    exprTo(clause->joinOnCondition()->left(), left);
    m_firstTemp = m_next;
    emit(Opcode::NEW_LIST, matches, 0, 0);
    m_asm.extra(typeId(types::arrayOf(types(), types::valueType)));
    const BindingPattern* pattern = clause->typedBindingPattern()->bindingPattern();
    Label pickEnd = m_asm.label(), pickNext = m_asm.label();
    auto pick = [&](Reg value) {
        Scope inner(*this);
        Reg copy = temp();
        move(copy, value);
        bindPattern(pattern, copy);
        Reg right = expr(clause->joinOnCondition()->right());
        Reg equal = temp();
        emit(Opcode::EQ, equal, left, right);
        m_asm.jumpIf(Opcode::JUMP_FALSE, equal, pickNext);
        emit(Opcode::LIST_PUSH, matches, value);
    };
    move(sequence, query.prepared[index]);
    const IterationFacts* facts = m_model.iterationOf(clause);
    if (facts && facts->kind == IterationKind::List)
        iterateList(sequence, pickEnd, pickNext, pick);
    else
        iterateSequence(sequence, pickEnd, pickNext, pick);
    if (clause->outerKeyword()) {
        Scope inner(*this);
        Label some = m_asm.label();
        Reg count = temp();
        emit(Opcode::LIST_LENGTH, count, matches);
        m_asm.compareJump(Opcode::JUMP_NE_INT_K, count, 0, some);
        loadNil(count);
        emit(Opcode::LIST_PUSH, matches, count);
        m_asm.bind(some);
    }
    Label end = m_asm.label(), next = m_asm.label();
    Label outerNext = query.next;
    iterateList(matches, end, next, [&](Reg value) {
        Scope inner(*this);
        query.next = next;
        bindPattern(pattern, value);
        queryClause(query, index + 1);
    });
    query.next = outerNext;
}

void FunctionCompiler::limitClause(Query& query, const LimitClause*, size_t index) {
    Reg left = query.prepared[index];
    Label outerNext = query.next, after = m_asm.label();
    m_asm.compareJump(Opcode::JUMP_LE_INT_K, left, 0, query.end);
    m_asm.abi(Opcode::ADD_INT_K, left, left, -1);
    query.next = after;
    queryClause(query, index + 1);
    m_asm.bind(after);
    m_asm.compareJump(Opcode::JUMP_LE_INT_K, left, 0, query.end);
    query.next = outerNext;
}

void FunctionCompiler::orderByClause(Query& query, const OrderByClause* clause, size_t index) {
    Scope scope(*this);
    auto variables = boundVariables(query, index);
    size_t keyCount = clause->orderKeys().size();
    Reg row = temp();
    Reg first = temps(keyCount + variables.size());
    for (size_t i = 0; i < keyCount; ++i)
        exprTo(clause->orderKeys()[i]->expression(), Reg(first + i));
    for (size_t i = 0; i < variables.size(); ++i)
        variableTo(*variables[i], Reg(first + keyCount + i));
    emit(Opcode::NEW_LIST, row, first, Reg(keyCount + variables.size()));
    m_asm.extra(typeId(types::arrayOf(types(), types::valueType)));
    emit(Opcode::LIST_PUSH, query.prepared[index], row);
    query.pending = index;
}

void FunctionCompiler::groupByClause(Query& query, const GroupByClause* clause, size_t index) {
    Scope scope(*this);
    auto variables = groupedVariables(query, clause, index);
    Reg groups = query.prepared[index];
    size_t keyCount = clause->groupingKeys().size();
    Reg keys = temps(keyCount);
    m_firstTemp = m_next;
    for (size_t i = 0; i < keyCount; ++i) {
        const GroupingKey* key = clause->groupingKeys()[i];
        Reg reg = Reg(keys + i);
        auto* variable = as<VariableSymbol>(m_model.symbolOf(key));
        if (key->expression())
            exprTo(key->expression(), reg);
        else if (variable)
            variableTo(*variable, reg);
        if (key->expression() && variable)
            m_variables[variable] = {reg, false};
    }
    Reg text = temps(2);
    Reg group = Reg(text + 1);
    emit(Opcode::NEW_LIST, text, keys, Reg(keyCount));
    m_asm.extra(typeId(types::arrayOf(types(), types::valueType)));
    intrinsic("barre:queryKey", text, 1);
    emit(Opcode::MAPPING_GET, group, Reg(groups + 1), text);
    Label known = m_asm.label();
    m_asm.jumpIf(Opcode::JUMP_NOT_NIL, group, known);
    newGroup(group, keys, keyCount, variables.size());
    emit(Opcode::LIST_PUSH, groups, group);
    emit(Opcode::MAPPING_SET, Reg(groups + 1), text, group);
    m_asm.bind(known);
    addToGroup(group, keyCount, variables);
    query.pending = index;
}

void FunctionCompiler::addToGroup(Reg group, size_t skip,
                                  const std::vector<const VariableSymbol*>& variables) {
    Scope scope(*this);
    Reg list = temps(2);
    for (size_t i = 0; i < variables.size(); ++i) {
        m_asm.abi(Opcode::LIST_GET_K, list, group, int16_t(skip + i));
        variableTo(*variables[i], Reg(list + 1));
        // A variable that an earlier group by has made a sequence adds all its members.
        bool isSequence = m_sequences.count(variables[i]);
        emit(isSequence ? Opcode::LIST_APPEND_ALL : Opcode::LIST_PUSH, list, Reg(list + 1));
    }
}

std::vector<const VariableSymbol*>
FunctionCompiler::groupedVariables(const Query& query, const GroupByClause* clause, size_t index) const {
    auto variables = boundVariables(query, index);
    for (const GroupingKey* key : clause->groupingKeys())
        std::erase(variables, as<VariableSymbol>(m_model.symbolOf(key)));
    return variables;
}

// The rows of a clause that has ended the loops, one after the other, and the clauses behind it.
void FunctionCompiler::continueQuery(Query& query) {
    Scope scope(*this);
    size_t index = *query.pending;
    query.pending.reset();
    Reg rows = query.prepared[index];
    std::vector<const VariableSymbol*> variables;
    size_t skip = 0;
    std::vector<const VariableSymbol*> sequences;
    if (auto* order = cast<OrderByClause>(query.clauses[index])) {
        variables = boundVariables(query, index);
        skip = order->orderKeys().size();
        std::string directions;
        for (const OrderKey* key : order->orderKeys())
            directions += key->orderDirection() && key->orderDirection()->text() == "descending" ? 'd' : 'a';
        Reg base = temps(3);
        move(base, rows);
        loadInt(Reg(base + 1), int64_t(skip));
        loadString(Reg(base + 2), directions);
        place(order);
        intrinsic("barre:sortRows", base, 3);
    } else {
        auto* group = cast<GroupByClause>(query.clauses[index]);
        for (const GroupingKey* key : group->groupingKeys())
            variables.push_back(as<VariableSymbol>(m_model.symbolOf(key)));
        sequences = groupedVariables(query, group, index);
        variables.insert(variables.end(), sequences.begin(), sequences.end());
    }
    m_sequences.insert(sequences.begin(), sequences.end());
    query.end = m_asm.label();
    Label next = m_asm.label();
    Reg list = temp();
    move(list, rows);
    m_firstTemp = m_next;
    iterateList(list, query.end, next, [&](Reg row) {
        Scope inner(*this);
        unpack(row, skip, variables);
        query.next = next;
        queryClause(query, index + 1);
    });
}

void FunctionCompiler::unpack(Reg row, size_t skip, const std::vector<const VariableSymbol*>& variables) {
    for (size_t i = 0; i < variables.size(); ++i) {
        Reg value = temp();
        m_asm.abi(Opcode::LIST_GET_K, value, row, int16_t(skip + i));
        if (variables[i])
            bindVariable(*variables[i], value);
    }
    m_firstTemp = m_next;
}

void FunctionCompiler::collectResult(Query& query) {
    Scope scope(*this);
    auto variables = boundVariables(query, query.clauses.size());
    unpack(query.collected, 0, variables);
    m_sequences.insert(variables.begin(), variables.end());
    exprTo(cast<CollectClause>(query.last)->expression(), query.result);
}

void FunctionCompiler::finalClause(Query& query) {
    Scope scope(*this);
    place(query.last);
    if (auto* action = cast<DoClause>(query.last)) {
        if (m_program.options().debug)
            emit(Opcode::STATEMENT);
        return block(action->block());
    }
    if (is<CollectClause>(query.last))
        return addToGroup(query.collected, 0, boundVariables(query, query.clauses.size()));
    Reg value = expr(cast<SelectClause>(query.last)->expression());
    collectValue(query, value);
}

void FunctionCompiler::yieldValue(const Query& query, Reg value) {
    Scope scope(*this);
    Reg record = temp();
    const std::vector<types::Field> fields{{"value", query.facts->element}};
    newMapping(nullptr, types::recordOf(types(), fields), {{"value", [this, value](Reg reg) { move(reg, value); }}}, record);
    emit(Opcode::YIELD_VALUE, *query.generator, record);
}

void FunctionCompiler::collectValue(Query& query, Reg value) {
    switch (query.facts->result) {
    case QueryResult::List: return emit(Opcode::LIST_PUSH, query.result, value);
    case QueryResult::Stream: return yieldValue(query, value);
    case QueryResult::String: return emit(Opcode::CONCAT, query.result, query.result, value);
    case QueryResult::Xml: {
        Reg base = temps(2);
        move(base, query.result);
        move(Reg(base + 1), value);
        intrinsic("barre:xmlConcat", base, 2);
        return move(query.result, base);
    }
    case QueryResult::Mapping: {
        Reg key = temps(3);
        Reg item = Reg(key + 1), known = Reg(key + 2);
        m_asm.abi(Opcode::LIST_GET_K, key, value, 0);
        m_asm.abi(Opcode::LIST_GET_K, item, value, 1);
        if (query.onConflict) {
            Label fine = m_asm.label();
            emit(Opcode::MAPPING_GET, known, query.result, key);
            m_asm.jumpIf(Opcode::JUMP_NIL, known, fine);
            exprTo(query.onConflict->expression(), known);
            m_asm.jumpIf(Opcode::JUMP_NIL, known, fine);
            failTo(query.node, known);
            m_asm.bind(fine);
        }
        return emit(Opcode::MAPPING_SET, query.result, key, item);
    }
    case QueryResult::Table: {
        Reg base = temps(2);
        move(base, query.result);
        move(Reg(base + 1), value);
        place(query.last);
        intrinsic("barre:tableAdd", base, 2);
        Label fine = m_asm.label();
        m_asm.jumpIf(Opcode::JUMP_NOT_ERROR, base, fine);
        Label replace = m_asm.label();
        if (query.onConflict) {
            exprTo(query.onConflict->expression(), base);
            m_asm.jumpIf(Opcode::JUMP_NIL, base, replace);
            failTo(query.node, base);
        } else {
            m_asm.jump(replace);
        }
        m_asm.bind(replace);
        move(base, query.result);
        move(Reg(base + 1), value);
        intrinsic("ballerina/lang.table:put", base, 2);
        return m_asm.bind(fine);
    }
    case QueryResult::Action:
    case QueryResult::Collect: return;
    }
}

} // namespace barre::runtime
