#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "runtime/langlib/modules.h"
#include "runtime/langlib/support.h"

namespace barre::runtime {
namespace {

Mapping* self(NativeCall& call) {
    return call.arg(0).mapping();
}

NativeResult length(NativeCall& call) {
    return call.give(Value::of(int64_t(self(call)->length())));
}

NativeResult noKey(NativeCall& call) {
    return call.panic("{ballerina/lang.map}KeyNotFound",
                      "cannot find key '" + std::string(call.text(1)) + "'");
}

NativeResult getNative(NativeCall& call) {
    const Value* found = find(self(call), call.arg(1).string());
    return found ? call.give(*found) : noKey(call);
}

NativeResult hasKey(NativeCall& call) {
    return call.give(Value::of(find(self(call), call.arg(1).string()) != nullptr));
}

types::SemType memberType(NativeCall& call) {
    types::TypeContext& context = call.worker.types();
    return types::undefToNil(types::mappingMemberType(context, self(call)->type()->type));
}

types::SemType presentType(NativeCall& call) {
    const TypeInfo* type = self(call)->type();
    types::SemType all = type->rest.type;
    for (const SlotInfo& slot : type->fields)
        all = types::unite(call.worker.types(), all, slot.type);
    return type->isMappingType ? all : memberType(call);
}

NativeResult entries(NativeCall& call) {
    types::TypeContext& context = call.worker.types();
    TypeTable& table = call.vm().typeTable();
    const types::SemType parts[] = {types::stringType, presentType(call)};
    const types::SemType pair = types::tupleOf(context, parts);
    Mapping* result = makeMap(call.heap(), table.of(types::mapOf(context, pair)));
    for (FieldCursor field(self(call)); field.next();) {
        const Value members[] = {Value::of(field.key()), field.value()};
        put(call.heap(), result, field.key(), Value::of(makeList(call.heap(), table.of(pair), members)));
    }
    return call.give(Value::of(result));
}

NativeResult emptyLike(NativeCall& call) {
    const TypeInfo* type = call.vm().typeTable().of(types::mapOf(call.worker.types(), presentType(call)));
    return call.give(Value::of(makeMap(call.heap(), type)));
}

NativeResult emptyResults(NativeCall& call) {
    const types::SemType member = returnTypeOf(call, call.arg(0));
    const TypeInfo* type = call.vm().typeTable().of(types::mapOf(call.worker.types(), member));
    return call.give(Value::of(makeMap(call.heap(), type)));
}

// A field that the type demands cannot go.
std::optional<Failure> mayRemove(NativeCall& call, std::string_view key) {
    if (self(call)->isReadonly())
        return readonlyFailure(call.arg(0));
    const TypeInfo* type = self(call)->type();
    const SlotInfo& slot = type->fieldSlot(key);
    if (&slot != &type->rest && !slot.isOptional)
        return Failure{"{ballerina/lang.map}OperationNotSupported",
                       "failed to remove element from map: field '" + std::string(key) +
                           "' is a required field in '" + typeText(call.worker.types(), type->type) + "'"};
    return {};
}

NativeResult removeNative(NativeCall& call) {
    if (const auto failure = mayRemove(call, call.text(1)))
        return panicWith(call, *failure);
    const Value removed = remove(call.heap(), self(call), call.arg(1).string());
    return removed.isAbsent() ? noKey(call) : call.give(removed);
}

NativeResult removeIfHasKey(NativeCall& call) {
    if (!find(self(call), call.arg(1).string()))
        return self(call)->isReadonly() ? panicWith(call, readonlyFailure(call.arg(0))) : call.giveNil();
    if (const auto failure = mayRemove(call, call.text(1)))
        return panicWith(call, *failure);
    return call.give(remove(call.heap(), self(call), call.arg(1).string()));
}

NativeResult removeAll(NativeCall& call) {
    for (FieldCursor field(self(call)); field.next();)
        if (const auto failure = mayRemove(call, field.key()->view()))
            return panicWith(call, *failure);
    if (self(call)->isReadonly())
        return panicWith(call, readonlyFailure(call.arg(0)));
    clear(call.heap(), self(call));
    return call.giveNil();
}

NativeResult keys(NativeCall& call) {
    List* list = makeList(call.heap(), call.vm().typeTable().stringList(), self(call)->length());
    for (FieldCursor field(self(call)); field.next();)
        append(call.heap(), list, Value::of(field.key()));
    return call.give(Value::of(list));
}

NativeResult toArray(NativeCall& call) {
    const TypeInfo* type = call.vm().typeTable().of(types::arrayOf(call.worker.types(), presentType(call)));
    List* list = makeList(call.heap(), type, self(call)->length());
    for (FieldCursor field(self(call)); field.next();)
        append(call.heap(), list, field.value());
    return call.give(Value::of(list));
}

constexpr NativeRow rows[] = {
    {"ballerina/lang.map:length", length},       {"ballerina/lang.map:get", getNative},
    {"ballerina/lang.map:hasKey", hasKey},       {"ballerina/lang.map:entries", entries},
    {"ballerina/lang.map:emptyLike", emptyLike}, {"ballerina/lang.map:emptyResults", emptyResults},
    {"ballerina/lang.map:remove", removeNative}, {"ballerina/lang.map:removeIfHasKey", removeIfHasKey},
    {"ballerina/lang.map:removeAll", removeAll}, {"ballerina/lang.map:keys", keys},
    {"ballerina/lang.map:toArray", toArray},
};

} // namespace

std::span<const NativeRow> mapNatives() {
    return rows;
}

} // namespace barre::runtime
