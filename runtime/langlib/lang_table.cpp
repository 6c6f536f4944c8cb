#include "model/types/constructors.h"
#include "model/types/projections.h"
#include "runtime/langlib/modules.h"
#include "runtime/langlib/support.h"
#include "runtime/values/equality.h"

#include <algorithm>

namespace barre::runtime {
namespace {

Table* self(NativeCall& call) {
    return call.arg(0).as<Table>();
}

NativeResult length(NativeCall& call) {
    return call.give(Value::of(int64_t(self(call)->live)));
}

NativeResult noKey(NativeCall& call) {
    return call.panic("{ballerina/lang.table}KeyNotFound", "cannot find key '" + toText(call.arg(1)) + "'");
}

NativeResult getNative(NativeCall& call) {
    const int64_t row = findRow(self(call), call.arg(1));
    return row < 0 ? noKey(call) : call.give(self(call)->rows[size_t(row)].row);
}

NativeResult hasKey(NativeCall& call) {
    return call.give(Value::of(findRow(self(call), call.arg(1)) >= 0));
}

NativeResult store(NativeCall& call, bool replace) {
    StoreContext context = stores(call);
    if (const StoreResult failure = storeRow(context, self(call), call.arg(1), replace))
        return panicWith(call, *failure);
    return call.giveNil();
}
NativeResult putRow(NativeCall& call) {
    return store(call, true);
}
NativeResult addRow(NativeCall& call) {
    return store(call, false);
}

NativeResult emptyResults(NativeCall& call) {
    types::TableAtomicType type;
    type.row = returnTypeOf(call, call.arg(0));
    type.keyType = types::neverType;
    const TypeInfo* info = call.vm().typeTable().of(types::tableOf(call.worker.types(), type));
    return call.give(Value::of(makeTable(call.heap(), info)));
}

NativeResult emptyLike(NativeCall& call) {
    return call.give(Value::of(makeTable(call.heap(), self(call)->type)));
}

NativeResult removeIfHasKey(NativeCall& call) {
    if (self(call)->isReadonly())
        return panicWith(call, readonlyFailure(call.arg(0)));
    const int64_t row = findRow(self(call), call.arg(1));
    if (row < 0)
        return call.giveNil();
    const Value removed = self(call)->rows[size_t(row)].row;
    removeRow(self(call), row);
    return call.give(removed);
}

NativeResult remove(NativeCall& call) {
    if (!self(call)->isReadonly() && findRow(self(call), call.arg(1)) < 0)
        return noKey(call);
    return removeIfHasKey(call);
}

NativeResult removeAll(NativeCall& call) {
    if (self(call)->isReadonly())
        return panicWith(call, readonlyFailure(call.arg(0)));
    clearRows(self(call));
    return call.giveNil();
}

List* newList(NativeCall& call, const types::SemType& member) {
    return makeList(call.heap(), call.vm().typeTable().of(types::arrayOf(call.worker.types(), member)),
                    self(call)->live);
}

NativeResult keys(NativeCall& call) {
    const auto atomic = types::tableAtomicType(call.worker.types(), self(call)->type->type);
    List* list =
        newList(call, atomic && atomic->keyType ? *atomic->keyType : call.worker.types().anydataType());
    for (const TableRow& row : self(call)->rows)
        if (!row.row.isAbsent())
            append(call.heap(), list, row.key);
    return call.give(Value::of(list));
}

NativeResult toArray(NativeCall& call) {
    List* list = newList(call, self(call)->type->row);
    for (const TableRow& row : self(call)->rows)
        if (!row.row.isAbsent())
            append(call.heap(), list, row.row);
    return call.give(Value::of(list));
}

NativeResult nextKey(NativeCall& call) {
    int64_t next = 0;
    for (const TableRow& row : self(call)->rows)
        if (!row.row.isAbsent() && row.key.isInt()) {
            if (row.key.integer == INT64_MAX)
                return call.panic("{ballerina}NumberOverflow", "int range overflow");
            next = std::max(next, row.key.integer + 1);
        }
    return call.give(Value::of(next));
}

constexpr NativeRow rows[] = {
    {"ballerina/lang.table:length", length},
    {"ballerina/lang.table:get", getNative},
    {"ballerina/lang.table:put", putRow},
    {"ballerina/lang.table:add", addRow},
    {"ballerina/lang.table:emptyResults", emptyResults},
    {"ballerina/lang.table:emptyLike", emptyLike},
    {"ballerina/lang.table:remove", remove},
    {"ballerina/lang.table:removeIfHasKey", removeIfHasKey},
    {"ballerina/lang.table:removeAll", removeAll},
    {"ballerina/lang.table:hasKey", hasKey},
    {"ballerina/lang.table:keys", keys},
    {"ballerina/lang.table:toArray", toArray},
    {"ballerina/lang.table:nextKey", nextKey},
};

} // namespace

std::span<const NativeRow> tableNatives() {
    return rows;
}

} // namespace barre::runtime
