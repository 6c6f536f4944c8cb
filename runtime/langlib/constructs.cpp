// What language constructs compile to when they have no instruction of their own.
#include "runtime/langlib/modules.h"
#include "runtime/langlib/support.h"
#include "runtime/values/equality.h"
#include "runtime/values/function_value.h"
#include "runtime/vm/fillers.h"

#include <algorithm>

namespace barre::runtime {
namespace {

constexpr uint32_t retypeState = 2;

NativeResult retypeAgain(NativeCall& call);

/// args[0] has the members that were given, and the type that is wanted.
NativeResult fillRetyped(NativeCall& call) {
    List* list = call.args[0].list();
    const auto length = int64_t(std::max<uint64_t>(list->length, list->type->fixedLength));
    const NativeResult filled = setLengthWithCode(call, length, retypeState, retypeAgain);
    if (filled != NativeResult::Return)
        return filled;
    if (list->type->isReadonly)
        list->flags |= ReadonlyFlag;
    return call.give(call.args[0]);
}

NativeResult retypeAgain(NativeCall& call) {
    supplyFiller(call, retypeState);
    return fillRetyped(call);
}

// retypeList(list, typedesc): the members as a list of another inherent type.
NativeResult retypeList(NativeCall& call) {
    const List* list = call.arg(0).list();
    const TypeInfo* type = call.arg(1).as<Typedesc>()->type;
    List* result = makeList(call.heap(), type, list->length);
    for (uint32_t i = 0; i < list->length; ++i)
        append(call.heap(), result, list->at(i));
    call.args[0] = Value::of(result);
    call.args[retypeState] = Value::nil();
    return fillRetyped(call);
}

// freeze(structure): its members are immutable already.
NativeResult freeze(NativeCall& call) {
    if (call.arg(0).isAnyOf(tagBit(Tag::List) | tagBit(Tag::Mapping) | tagBit(Tag::Table) | tagBit(Tag::Xml)))
        call.arg(0).object->flags |= ReadonlyFlag;
    return call.give(call.arg(0));
}

// findKeyed(keyed, key): what addKeyed has put there, or nil. Keys are told apart as == does.
NativeResult findKeyed(NativeCall& call) {
    const auto* keyed = call.arg(0).as<Table>();
    const int64_t row = findRow(keyed, call.arg(1));
    return call.give(row < 0 ? Value::nil() : keyed->rows[size_t(row)].row);
}

// addKeyed(keyed, key, value): the key is new.
NativeResult addKeyed(NativeCall& call) {
    appendRow(call.heap(), call.arg(0).as<Table>(), call.arg(2), call.arg(1));
    return call.giveNil();
}

// checkLimit(count): gives it back.
NativeResult checkLimit(NativeCall& call) {
    if (call.arg(0).integer < 0)
        return call.panic("Unable to assign limit", "limit cannot be < 0.");
    return call.give(call.arg(0));
}

// sortRows(rows, keyCount, directions): in place by the first members of each row; directions: a or d for
// each.
NativeResult sortRows(NativeCall& call) {
    List* rows = call.arg(0).list();
    const auto keyCount = uint32_t(call.arg(1).integer);
    const std::string_view directions = call.text(2);
    std::stable_sort(rows->values, rows->values + rows->length, [&](const Value& a, const Value& b) {
        for (uint32_t i = 0; i < keyCount; ++i)
            if (const int order = compareForSort(a.list()->at(i), b.list()->at(i), directions[i] == 'd'))
                return order < 0;
        return false;
    });
    call.heap().shifted(rows);
    return call.give(call.arg(0));
}

// tableAdd(table, row): an error value if there is a row with that key.
NativeResult tableAdd(NativeCall& call) {
    StoreContext context = stores(call);
    if (const StoreResult failure = storeRow(context, call.arg(0).as<Table>(), call.arg(1), false))
        return giveErrorNamed(call, failure->name, failure->message);
    return call.giveNil();
}

// annotation(typedesc or object, name): the value of an annotation of its class, type or function, or nil.
NativeResult annotation(NativeCall& call) {
    const Value subject = call.arg(0);
    const Program& program = call.vm().program();
    const auto* typedesc = subject.is(Tag::Typedesc) ? subject.as<Typedesc>() : nullptr;
    const auto valueIn = [&](const auto& annotations) {
        for (const auto& [name, global] : annotations)
            if (name == call.text(1))
                return call.vm().global(global);
        return Value::nil();
    };
    if (typedesc && typedesc->function)
        return call.give(valueIn(typedesc->function->code->annotations));
    for (const ClassCode& code : program.classes) {
        const bool isIt =
            typedesc ? typedesc->type->type == code.type : subject.as<Object>()->info->code == &code;
        if (const Value found = isIt ? valueIn(code.annotations) : Value::nil(); !found.isNil())
            return call.give(found);
    }
    for (const TypeAnnotations& definition : program.typeAnnotations)
        if (typedesc && definition.type == typedesc->type->type)
            if (const Value found = valueIn(definition.annotations); !found.isNil())
                return call.give(found);
    return call.giveNil();
}

constexpr NativeRow rows[] = {
    {"barre:retypeList", retypeList}, {"barre:freeze", freeze},         {"barre:findKeyed", findKeyed},
    {"barre:addKeyed", addKeyed},     {"barre:sortRows", sortRows},     {"barre:checkLimit", checkLimit},
    {"barre:tableAdd", tableAdd},     {"barre:annotation", annotation},
};

} // namespace

std::span<const NativeRow> constructNatives() {
    return rows;
}

} // namespace barre::runtime
