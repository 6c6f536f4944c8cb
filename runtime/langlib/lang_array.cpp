#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "runtime/langlib/encodings.h"
#include "runtime/langlib/modules.h"
#include "runtime/langlib/support.h"
#include "runtime/values/equality.h"
#include "runtime/vm/fillers.h"

#include <algorithm>
#include <cmath>

namespace barre::runtime {
namespace {

constexpr const char* fixedError = "{ballerina/lang.array}InherentTypeViolation";

NativeResult length(NativeCall& call) {
    return call.give(Value::of(int64_t(call.arg(0).list()->length)));
}

// An array with the member types of a list: what slice, filter, reverse and sort give.
List* emptyArrayLike(NativeCall& call, const List* list, uint32_t capacity) {
    const TypeInfo* type = list->type;
    if (type->fixedLength || list->isReadonly()) {
        types::TypeContext& context = call.worker.types();
        const types::SemType member = types::listAllMemberTypes(context, type->type);
        type = call.vm().typeTable().of(types::arrayOf(context, member));
    }
    return makeList(call.heap(), type, capacity);
}

NativeResult emptyLike(NativeCall& call) {
    return call.give(Value::of(emptyArrayLike(call, call.arg(0).list(), 0)));
}

NativeResult emptyResults(NativeCall& call) {
    const types::SemType member = returnTypeOf(call, call.arg(0));
    const TypeInfo* type = call.vm().typeTable().of(types::arrayOf(call.worker.types(), member));
    return call.give(Value::of(makeList(call.heap(), type)));
}

NativeResult enumerate(NativeCall& call) {
    const List* list = call.arg(0).list();
    types::TypeContext& context = call.worker.types();
    const types::SemType pair[] = {types::intType, types::listAllMemberTypes(context, list->type->type)};
    const types::SemType pairType = types::tupleOf(context, pair);
    TypeTable& table = call.vm().typeTable();
    List* result = makeList(call.heap(), table.of(types::arrayOf(context, pairType)), list->length);
    for (uint32_t i = 0; i < list->length; ++i) {
        const Value members[] = {Value::of(int64_t(i)), list->at(i)};
        append(call.heap(), result, Value::of(makeList(call.heap(), table.of(pairType), members)));
    }
    return call.give(Value::of(result));
}

NativeResult slice(NativeCall& call) {
    const List* list = call.arg(0).list();
    const int64_t from = call.arg(1).integer;
    const int64_t to = call.argOr(2, Value::of(int64_t(list->length))).integer;
    if (from < 0 || from > int64_t(list->length))
        return panicWith(call, indexFailure(list, from));
    if (to < 0 || to > int64_t(list->length))
        return panicWith(call, indexFailure(list, to));
    if (from > to)
        return panicWith(call, indexFailure(list, to - from));
    List* result = emptyArrayLike(call, list, uint32_t(to - from));
    for (int64_t i = from; i < to; ++i)
        append(call.heap(), result, list->at(uint32_t(i)));
    return call.give(Value::of(result));
}

bool mayShrink(const List* list) {
    return list->length > list->type->fixedLength;
}

// After a member is taken out the others move; where the type has different members they must still fit.
bool mayMove(NativeCall& call, const List* list, uint32_t from) {
    if (list->type->members.empty())
        return true;
    StoreContext context = stores(call);
    for (uint32_t i = from; i + 1 < list->length; ++i)
        if (!fits(context, list->type->memberAt(i), list->at(i + 1)))
            return false;
    return true;
}

NativeResult takeOut(NativeCall& call, int64_t index) {
    List* list = call.arg(0).list();
    if (list->isReadonly())
        return panicWith(call, readonlyFailure(call.arg(0)));
    if (index < 0 || index >= int64_t(list->length))
        return panicWith(call, indexFailure(list, index));
    if (!mayShrink(list) || !mayMove(call, list, uint32_t(index)))
        return panicWith(call, lengthFailure(list, int64_t(list->length) - 1));
    const Value taken = list->at(uint32_t(index));
    erase(call.heap(), list, uint32_t(index), uint32_t(index) + 1);
    return call.give(taken);
}

NativeResult remove(NativeCall& call) {
    return takeOut(call, call.arg(1).integer);
}
NativeResult pop(NativeCall& call) {
    return takeOut(call, int64_t(call.arg(0).list()->length) - 1);
}
NativeResult shift(NativeCall& call) {
    return takeOut(call, 0);
}

NativeResult removeAll(NativeCall& call) {
    StoreContext context = stores(call);
    if (const StoreResult failure = setLength(context, call.arg(0).list(), 0))
        return panicWith(call, *failure);
    return call.giveNil();
}

constexpr uint32_t lengthState = 2; ///< of setLength

NativeResult lengthenAgain(NativeCall& call) {
    supplyFiller(call, lengthState);
    return setLengthWithCode(call, call.arg(1).integer, lengthState, lengthenAgain);
}

NativeResult setLengthNative(NativeCall& call) {
    call.args[lengthState] = Value::nil();
    return setLengthWithCode(call, call.arg(1).integer, lengthState, lengthenAgain);
}

NativeResult push(NativeCall& call) {
    List* list = call.arg(0).list();
    const List* added = call.arg(1).list();
    StoreContext context = stores(call);
    const uint32_t count = added->length; // a list may be pushed into itself
    for (uint32_t i = 0; i < count; ++i)
        if (const StoreResult failure = pushMember(context, list, added->at(i)))
            return panicWith(call, *failure);
    return call.giveNil();
}

NativeResult unshift(NativeCall& call) {
    List* list = call.arg(0).list();
    const List* added = call.arg(1).list();
    if (list->isReadonly())
        return panicWith(call, readonlyFailure(call.arg(0)));
    if (list->type->isFixedLength() && added->length)
        return panicWith(call, lengthFailure(list, int64_t(list->length) + added->length));
    StoreContext context = stores(call);
    for (uint32_t i = 0; i < added->length; ++i)
        if (!fits(context, list->type->memberAt(i), added->at(i)))
            return call.panic(fixedError, "incompatible types: expected '" +
                                              typeText(context.types, list->type->memberAt(i).type) +
                                              "', found '" + typeTextOf(context.types, added->at(i)) + "'");
    std::vector<Value> values;
    for (uint32_t i = 0; i < added->length; ++i)
        values.push_back(added->at(i));
    insertGap(call.heap(), list, 0, uint32_t(values.size()));
    for (uint32_t i = 0; i < values.size(); ++i)
        put(call.heap(), list, i, values[i]);
    return call.giveNil();
}

NativeResult indexOf(NativeCall& call) {
    const List* list = call.arg(0).list();
    const int64_t from = call.argOr(2, Value::of(0)).integer;
    if (from < 0)
        return panicWith(call, indexFailure(list, from));
    for (int64_t i = from; i < int64_t(list->length); ++i)
        if (deepEqual(list->at(uint32_t(i)), call.arg(1)))
            return call.give(Value::of(i));
    return call.giveNil();
}

NativeResult lastIndexOf(NativeCall& call) {
    const List* list = call.arg(0).list();
    const int64_t last = int64_t(list->length) - 1;
    for (int64_t i = std::min(call.argOr(2, Value::of(last)).integer, last); i >= 0; --i)
        if (deepEqual(list->at(uint32_t(i)), call.arg(1)))
            return call.give(Value::of(i));
    return call.giveNil();
}

NativeResult reverse(NativeCall& call) {
    const List* list = call.arg(0).list();
    List* result = emptyArrayLike(call, list, list->length);
    for (uint32_t i = list->length; i-- > 0;)
        append(call.heap(), result, list->at(i));
    return call.give(Value::of(result));
}

bool isDescending(const Value& direction) {
    return direction.isString() && direction.string()->view() == "descending";
}

NativeResult sorted(NativeCall& call) {
    const List* list = call.arg(0).list();
    const bool descending = isDescending(call.arg(1));
    List* result = emptyArrayLike(call, list, list->length);
    for (uint32_t i = 0; i < list->length; ++i)
        append(call.heap(), result, list->at(i));
    if (result->kind() == ListStorage::Ints) {
        std::sort(result->ints, result->ints + result->length);
        if (descending)
            std::reverse(result->ints, result->ints + result->length);
    } else if (result->kind() == ListStorage::Values) {
        std::stable_sort(
            result->values, result->values + result->length,
            [&](const Value& a, const Value& b) { return compareForSort(a, b, descending) < 0; });
    } else {
        std::vector<Value> values;
        for (uint32_t i = 0; i < result->length; ++i)
            values.push_back(result->at(i));
        std::stable_sort(values.begin(), values.end(), [&](const Value& a, const Value& b) {
            return compareForSort(a, b, descending) < 0;
        });
        for (uint32_t i = 0; i < result->length; ++i)
            result->put(i, values[i]);
    }
    return call.give(Value::of(result));
}

NativeResult sortedBy(NativeCall& call) {
    const List* list = call.arg(0).list();
    const List* keys = call.arg(1).list();
    const bool descending = isDescending(call.arg(2));
    std::vector<std::pair<Value, uint32_t>> order;
    order.reserve(list->length);
    bool allInts = true;
    for (uint32_t i = 0; i < list->length; ++i) {
        order.emplace_back(keys->at(i), i);
        allInts = allInts && keys->at(i).isInt();
    }
    if (allInts)
        std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
            if (a.first.integer != b.first.integer)
                return descending ? a.first.integer > b.first.integer : a.first.integer < b.first.integer;
            return a.second < b.second;
        });
    else
        std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
            return compareForSort(a.first, b.first, descending) < 0;
        });
    List* result = emptyArrayLike(call, list, list->length);
    for (const auto& [key, index] : order)
        append(call.heap(), result, list->at(index));
    return call.give(Value::of(result));
}

NativeResult toBase64(NativeCall& call) {
    return call.giveString(encodeBase64(bytesOfList(call.arg(0).list())));
}
NativeResult toBase16(NativeCall& call) {
    return call.giveString(encodeBase16(bytesOfList(call.arg(0).list())));
}
// As in the literals, white space does not count.
std::string withoutSpace(std::string_view text) {
    std::string kept;
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
                 [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r'; });
    return kept;
}

NativeResult fromBase64(NativeCall& call) {
    const auto bytes = decodeBase64(withoutSpace(call.text(0)));
    return bytes ? call.give(call.vm().bytes(*bytes)) : call.giveError("Invalid base64 string");
}
NativeResult fromBase16(NativeCall& call) {
    const auto bytes = decodeBase16(withoutSpace(call.text(0)));
    return bytes ? call.give(call.vm().bytes(*bytes)) : call.giveError("Invalid base16 string");
}

constexpr NativeRow rows[] = {
    {"ballerina/lang.array:length", length},
    {"ballerina/lang.array:emptyLike", emptyLike},
    {"ballerina/lang.array:emptyResults", emptyResults},
    {"ballerina/lang.array:enumerate", enumerate},
    {"ballerina/lang.array:slice", slice},
    {"ballerina/lang.array:remove", remove},
    {"ballerina/lang.array:removeAll", removeAll},
    {"ballerina/lang.array:setLength", setLengthNative},
    {"ballerina/lang.array:indexOf", indexOf},
    {"ballerina/lang.array:lastIndexOf", lastIndexOf},
    {"ballerina/lang.array:reverse", reverse},
    {"ballerina/lang.array:sorted", sorted},
    {"ballerina/lang.array:sortedBy", sortedBy},
    {"ballerina/lang.array:pop", pop},
    {"ballerina/lang.array:push", push},
    {"ballerina/lang.array:shift", shift},
    {"ballerina/lang.array:unshift", unshift},
    {"ballerina/lang.array:toBase64", toBase64},
    {"ballerina/lang.array:fromBase64", fromBase64},
    {"ballerina/lang.array:toBase16", toBase16},
    {"ballerina/lang.array:fromBase16", fromBase16},
};

} // namespace

std::span<const NativeRow> arrayNatives() {
    return rows;
}

} // namespace barre::runtime
