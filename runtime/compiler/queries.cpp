#include "runtime/compiler/query.h"

#include "model/types/operations.h"
#include "model/types/projections.h"

#include <algorithm>

namespace barre::runtime {

using namespace model;
using namespace syntax;

bool FunctionCompiler::isSequence(const Node* expression) const {
    auto* reference = cast<VariableReferenceExpr>(expression);
    auto* variable = reference ? as<VariableSymbol>(m_model.symbolOf(reference)) : nullptr;
    return variable && m_sequences.count(variable);
}

std::vector<const VariableSymbol*> FunctionCompiler::boundIn(const Node* pattern) const {
    std::vector<const VariableSymbol*> variables;
    forEachNode(pattern, [&](const Node* node) {
        bool binds =
            is<CaptureBindingPattern>(node) || is<RestBindingPattern>(node) || is<FieldBindingPattern>(node);
        auto* variable = binds ? as<VariableSymbol>(m_model.symbolOf(node)) : nullptr;
        if (variable && std::find(variables.begin(), variables.end(), variable) == variables.end())
            variables.push_back(variable);
    });
    return variables;
}

std::vector<const VariableSymbol*> FunctionCompiler::boundVariables(const Query& query, size_t index) const {
    std::vector<const VariableSymbol*> variables;
    auto add = [&](const VariableSymbol* variable) {
        if (variable && std::find(variables.begin(), variables.end(), variable) == variables.end())
            variables.push_back(variable);
    };
    auto addBound = [&](const TypedBindingPattern* pattern) {
        for (const VariableSymbol* variable : boundIn(pattern->bindingPattern()))
            add(variable);
    };
    for (size_t i = 0; i < index; ++i) {
        const QueryClause* clause = query.clauses[i];
        if (auto* from = cast<FromClause>(clause))
            addBound(from->typedBindingPattern());
        else if (auto* join = cast<JoinClause>(clause))
            addBound(join->typedBindingPattern());
        else if (auto* let = cast<LetClause>(clause))
            for (const LetVarDecl* decl : let->letVarDecls())
                addBound(decl->typedBindingPattern());
        else if (auto* group = cast<GroupByClause>(clause))
            for (const GroupingKey* key : group->groupingKeys())
                add(as<VariableSymbol>(m_model.symbolOf(key)));
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
    m_failTargets.push_back({node, failed, error, m_cleanups.size()});
    prepareQuery(query);
    query.end = m_asm.label();
    queryClause(query, 0);
    m_asm.bind(query.end);
    while (query.pending)
        continueQuery(query);
    finishResult(query);
    m_failTargets.pop_back();
    m_asm.jump(finished);
    m_asm.bind(failed);
    move(query.result, error);
    m_asm.bind(finished);
    m_query = query.outer;
    m_sequences = sequences;
    move(dst, query.result);
}

void FunctionCompiler::finishResult(Query& query) {
    const SemType& constructed = query.facts->constructed;
    if (is<CollectClause>(query.last))
        collectResult(query);
    const QueryResult kind = query.facts->result;
    if (kind == QueryResult::Xml)
        intrinsic("ballerina/lang.xml:concat", query.result, 1);
    if (!types::isReadonly(types(), constructed) || constructed.within(types::simpleOrStringType.all))
        return;
    const bool hasMutableParts = kind == QueryResult::Xml || kind == QueryResult::Table;
    intrinsic(hasMutableParts ? "ballerina/lang.value:cloneReadOnly" : "barre:freeze", query.result, 1);
}

// What rows can be added to until it is frozen.
SemType FunctionCompiler::mutableTable(const SemType& table) {
    auto atomic = types::tableAtomicType(types(), table);
    if (!atomic)
        return table;
    atomic->isReadonly = false;
    return types::tableOf(types(), *atomic);
}

// What is evaluated once: the right sides of joins, the numbers of limits, the empty result.
void FunctionCompiler::prepareQuery(Query& query) {
    types::TypeContext& context = types();
    SemType anyList = types::arrayOf(context, types::valueType);
    for (size_t i = 0; i < query.clauses.size(); ++i) {
        const QueryClause* clause = query.clauses[i];
        if (auto* limit = cast<LimitClause>(clause)) {
            Reg reg = query.prepared[i] = temp();
            exprTo(limit->expression(), reg);
            m_next = Reg(reg + 1);
            place(limit->expression());
            intrinsic("barre:checkLimit", reg, 1);
        } else if (breaksLoops(clause)) {
            Reg rows = query.prepared[i] = temps(2);
            emit(Opcode::NEW_LIST, rows, 0, 0);
            m_asm.extra(typeId(anyList));
            newKeyedRows(Reg(rows + 1));
        } else if (auto* join = cast<JoinClause>(clause)) {
            Reg matches = query.prepared[i] = temp();
            m_firstTemp = m_next;
            prepareJoin(join, matches);
        }
        m_firstTemp = m_next;
    }
    const SemType& constructed = query.facts->constructed;
    const bool isReadonly = types::isReadonly(context, constructed);
    const SemType anyMap = types::mapOf(context, types::valueType);
    switch (query.facts->result) {
    case QueryResult::List:
        emit(Opcode::NEW_LIST, query.result, 0, 0);
        m_asm.extra(typeId(isReadonly ? anyList : constructed));
        break;
    case QueryResult::String: loadString(query.result, ""); break;
    case QueryResult::Xml:
        emit(Opcode::NEW_LIST, query.result, 0, 0);
        m_asm.extra(typeId(anyList));
        break;
    case QueryResult::Mapping:
        m_asm.ak(Opcode::NEW_MAP, query.result, typeId(isReadonly ? anyMap : constructed));
        break;
    case QueryResult::Table:
        emit(Opcode::NEW_TABLE, query.result, 0, 0);
        m_asm.extra(typeId(isReadonly ? mutableTable(constructed) : constructed));
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

void FunctionCompiler::finalClause(Query& query) {
    Scope scope(*this);
    place(query.last);
    if (auto* action = cast<DoClause>(query.last))
        return doClause(action);
    if (is<CollectClause>(query.last))
        return addToGroup(query.collected, 0, boundVariables(query, query.clauses.size()));
    Reg value = expr(cast<SelectClause>(query.last)->expression());
    collectValue(query, value);
}

// What fails in the block is no failure of the query: it goes to where a failure beside the query would go.
void FunctionCompiler::doClause(const DoClause* clause) {
    if (m_program.options().debug)
        emit(Opcode::STATEMENT);
    const FailTarget own = m_failTargets.back();
    m_failTargets.pop_back();
    block(clause->block());
    m_failTargets.push_back(own);
}

void FunctionCompiler::yieldValue(const Query& query, Reg value) {
    Scope scope(*this);
    Reg record = temp();
    const std::vector<types::Field> fields{{"value", query.facts->element}};
    newMapping(nullptr, types::recordOf(types(), fields),
               {{"value", [this, value](Reg reg) { move(reg, value); }}}, record);
    emit(Opcode::YIELD_VALUE, *query.generator, record);
}

void FunctionCompiler::collectValue(Query& query, Reg value) {
    switch (query.facts->result) {
    case QueryResult::List:
    case QueryResult::Xml: return emit(Opcode::LIST_PUSH, query.result, value);
    case QueryResult::Stream: return yieldValue(query, value);
    case QueryResult::String: return emit(Opcode::CONCAT, query.result, query.result, value);
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
