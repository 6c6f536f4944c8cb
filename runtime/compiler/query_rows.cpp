// The clauses of a query that look at several frames at once: join, order by, group by, collect.
#include "runtime/compiler/query.h"

#include "model/types/constructors.h"
#include "model/types/operations.h"

#include <algorithm>

namespace barre::runtime {

using namespace model;
using namespace syntax;

// The frames to join are found by their keys, in a table that is made once, before the first frame comes.
void FunctionCompiler::prepareJoin(const JoinClause* clause, Reg matches) {
    newKeyedRows(matches);
    const BindingPattern* pattern = clause->typedBindingPattern()->bindingPattern();
    Label end = m_asm.label(), next = m_asm.label();
    iterate(clause, clause->expression(), m_model.iterationOf(clause), end, next, [&](Reg value) {
        Scope scope(*this);
        bindPattern(pattern, value);
        Reg key = temps(2);
        Reg rows = Reg(key + 1);
        exprTo(clause->joinOnCondition()->right(), key);
        findRows(rows, matches, key);
        Label known = m_asm.label();
        m_asm.jumpIf(Opcode::JUMP_NOT_NIL, rows, known);
        newRow(rows, 0, 0);
        addRows(matches, key, rows);
        m_asm.bind(known);
        packRow(key, boundIn(pattern));
        emit(Opcode::LIST_PUSH, rows, key);
    });
}

// An outer join without a match goes on with a frame of nils.
void FunctionCompiler::joinClause(Query& query, const JoinClause* clause, size_t index) {
    Scope scope(*this);
    const auto variables = boundIn(clause->typedBindingPattern()->bindingPattern());
    Reg matches = temps(2);
    Reg key = Reg(matches + 1);
    exprTo(clause->joinOnCondition()->left(), key);
    m_firstTemp = m_next;
    findRows(matches, query.prepared[index], key);
    Label end = m_asm.label(), next = m_asm.label(), some = m_asm.label();
    if (clause->outerKeyword()) {
        m_asm.jumpIf(Opcode::JUMP_NOT_NIL, matches, some);
        packRow(key, std::vector<const VariableSymbol*>(variables.size()));
        newRow(matches, key, 1);
    } else {
        m_asm.jumpIf(Opcode::JUMP_NIL, matches, query.next);
    }
    m_asm.bind(some);
    Label outerNext = query.next;
    iterateList(matches, end, next, [&](Reg row) {
        Scope inner(*this);
        query.next = next;
        unpack(row, 0, variables);
        queryClause(query, index + 1);
    });
    query.next = outerNext;
}

// Values from `first` on as a list.
void FunctionCompiler::newRow(Reg dst, Reg first, size_t count) {
    emit(Opcode::NEW_LIST, dst, first, Reg(count));
    m_asm.extra(typeId(types::arrayOf(types(), types::valueType)));
}

// The values of variables as a list; null stands for nil.
void FunctionCompiler::packRow(Reg dst, const std::vector<const VariableSymbol*>& variables) {
    Scope scope(*this);
    Reg first = temps(variables.size());
    for (size_t i = 0; i < variables.size(); ++i) {
        if (variables[i])
            variableTo(*variables[i], Reg(first + i));
        else
            loadNil(Reg(first + i));
    }
    newRow(dst, first, variables.size());
}

// What frames are found by: equal keys have one row.
void FunctionCompiler::newKeyedRows(Reg dst) {
    types::TableAtomicType keyed;
    keyed.row = types::mappingType;
    keyed.keyType = types().anydataType();
    keyed.keyFields = {"key"};
    emit(Opcode::NEW_TABLE, dst, 0, 0);
    m_asm.extra(typeId(types::tableOf(types(), keyed)));
}

void FunctionCompiler::findRows(Reg dst, Reg keyed, Reg key) {
    Scope scope(*this);
    Reg base = temps(2);
    move(base, keyed);
    move(Reg(base + 1), key);
    intrinsic("barre:findKeyed", base, 2);
    move(dst, base);
}

void FunctionCompiler::addRows(Reg keyed, Reg key, Reg rows) {
    Scope scope(*this);
    Reg base = temps(3);
    move(base, keyed);
    move(Reg(base + 1), key);
    move(Reg(base + 2), rows);
    intrinsic("barre:addKeyed", base, 3);
}

// [key …, [] …]: the keys of a group and a list for each variable.
void FunctionCompiler::newGroup(Reg dst, Reg keys, size_t keyCount, size_t variables) {
    Scope scope(*this);
    Reg first = temps(keyCount + variables);
    for (size_t i = 0; i < keyCount; ++i)
        move(Reg(first + i), Reg(keys + i));
    for (size_t i = 0; i < variables; ++i)
        newRow(Reg(first + keyCount + i), 0, 0);
    newRow(dst, first, keyCount + variables);
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
    newRow(row, first, keyCount + variables.size());
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
    Reg key = temps(2);
    Reg group = Reg(key + 1);
    newRow(key, keys, keyCount);
    findRows(group, Reg(groups + 1), key);
    Label known = m_asm.label();
    m_asm.jumpIf(Opcode::JUMP_NOT_NIL, group, known);
    newGroup(group, keys, keyCount, variables.size());
    emit(Opcode::LIST_PUSH, groups, group);
    addRows(Reg(groups + 1), key, group);
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

} // namespace barre::runtime
