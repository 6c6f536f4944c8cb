// lang.stream, lang.query.
#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "runtime/langlib/modules.h"
#include "runtime/langlib/support.h"
#include "runtime/values/equality.h"
#include "runtime/values/function_value.h"
#include "runtime/vm/sequences.h"

#include <algorithm>
#include <utility>

namespace barre::runtime {
namespace {

/// `record {| any|error value; |}`, as the objects behind the streams of the library give it.
bool holdsAnything(const Mapping* record) {
    return !record->isDictionary() && record->length() == 1 &&
           record->shape->slots.front()->type == types::valueType;
}

/// What the library makes of any value is of the stream's own type. There is nothing behind the end; but behind
/// an error an object may have more.
NativeResult passOn(NativeCall& call) {
    auto* stream = call.args[0].as<Stream>();
    if (!call.result.isMapping())
        stream->ended = call.result.isNil() || !stream->source.is(Tag::Object);
    else if (holdsAnything(call.result.mapping()))
        return call.give(nextRecord(call, call.result.mapping()->slots()[0], stream->type));
    return NativeResult::Return;
}

NativeResult giveReturned(NativeCall&) {
    return NativeResult::Return;
}

// Calls a method of the object behind the stream.
NativeResult callSource(NativeCall& call, const char* name, NativeFunction next) {
    const Value source = call.arg(0).as<Stream>()->source;
    const auto& methods = source.as<Object>()->info->methodOf;
    const auto found = methods.find(call.vm().intern(name));
    if (found == methods.end())
        return call.giveNil();
    Function* method = call.vm().functionValue(*found->second);
    method->self = source;
    return call.callThen(Value::of(method), {}, next);
}

NativeResult next(NativeCall& call) {
    auto* stream = call.arg(0).as<Stream>();
    if (stream->ended)
        return call.giveNil();
    if (stream->source.is(Tag::Object))
        return callSource(call, "next", passOn);
    if (stream->closed)
        return call.giveNil();
    if (stream->source.is(Tag::Function))
        return call.callThen(stream->source, {}, passOn);
    Value value;
    auto* iterator = stream->source.as<Iterator>();
    const Advance advanced =
        stream->source.is(Tag::Iterator) ? advance(call.heap(), iterator, value) : Advance::End;
    if (advanced == Advance::Value)
        return call.give(nextRecord(call, value, stream->type));
    stream->ended = true;
    return advanced == Advance::End ? call.giveNil() : panicWith(call, mutationFailure(iterator));
}

NativeResult close(NativeCall& call) {
    auto* stream = call.arg(0).as<Stream>();
    if (std::exchange(stream->closed, true) || !stream->source.is(Tag::Object))
        return call.giveNil();
    return callSource(call, "close", giveReturned);
}

const TypeInfo* inherentTypeOf(const Value& structure) {
    return structure.isList()           ? structure.list()->type
           : structure.is(Tag::Mapping) ? structure.mapping()->type()
                                        : structure.as<Table>()->type;
}

/// The members of a list, mapping or table.
NativeResult memberStream(NativeCall& call) {
    types::TypeContext& context = call.worker.types();
    const types::SemType member = types::iterationValueType(context, inherentTypeOf(call.arg(0))->type);
    const TypeInfo* type = call.vm().typeTable().of(types::streamOf(context, member));
    return call.give(streamOver(call, makeIterator(call.heap(), call.arg(0)), type));
}

NativeResult newStream(NativeCall& call) {
    types::TypeContext& context = call.worker.types();
    const types::SemType completion = types::unite(context, types::errorType, types::nilType);
    const TypeInfo* type =
        call.vm().typeTable().of(types::streamOf(context, returnTypeOf(call, call.arg(1)), completion));
    return call.give(streamOver(call, call.arg(0), type));
}

NativeResult sameStream(NativeCall& call) {
    return call.give(streamOver(call, call.arg(0), call.arg(1).as<Stream>()->type));
}

constexpr NativeRow streamRows[] = {
    {"ballerina/lang.stream:newStream", newStream},
    {"ballerina/lang.stream:sameStream", sameStream},
    {"ballerina/lang.stream:next", next},
    {"ballerina/lang.stream:close", close},
    {"ballerina/lang.array:toStream", memberStream},
    {"ballerina/lang.map:memberStream", memberStream},
    {"ballerina/lang.table:memberStream", memberStream},
};

// ---- query
NativeResult orderBy(NativeCall& call) {
    const List* frames = call.arg(0).list();
    const List* keys = call.arg(1).list();
    const List* ascending = call.arg(2).list();
    std::vector<uint32_t> order(frames->length);
    for (uint32_t i = 0; i < frames->length; ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
        const List* left = keys->at(a).list();
        const List* right = keys->at(b).list();
        for (uint32_t k = 0; k < left->length; ++k)
            if (const int result = compareForSort(left->at(k), right->at(k), !ascending->at(k).boolean()))
                return result < 0;
        return false;
    });
    List* result = makeList(call.heap(), call.vm().typeTable().anyList(), frames->length);
    for (const uint32_t index : order)
        append(call.heap(), result, frames->at(index));
    return call.give(Value::of(result));
}

NativeResult groupBy(NativeCall& call) {
    const List* frames = call.arg(0).list();
    const List* keys = call.arg(1).list();
    List* groups = makeList(call.heap(), call.vm().typeTable().anyList());
    std::unordered_multimap<uint32_t, uint32_t> index; // hash of the key -> group
    std::vector<Value> groupKeys;
    for (uint32_t i = 0; i < frames->length; ++i) {
        const uint32_t hash = hashValue(keys->at(i));
        const auto [begin, end] = index.equal_range(hash);
        auto found = begin;
        while (found != end && !deepEqual(groupKeys[found->second], keys->at(i)))
            ++found;
        if (found == end) {
            found = index.emplace(hash, groups->length);
            groupKeys.push_back(keys->at(i));
            append(call.heap(), groups, Value::of(makeList(call.heap(), call.vm().typeTable().anyList())));
        }
        append(call.heap(), groups->at(found->second).list(), frames->at(i));
    }
    return call.give(Value::of(groups));
}

constexpr NativeRow queryRows[] = {
    {"ballerina/lang.query:orderBy", orderBy},
    {"ballerina/lang.query:groupBy", groupBy},
};

} // namespace

std::span<const NativeRow> streamNatives() {
    return streamRows;
}
std::span<const NativeRow> queryNatives() {
    return queryRows;
}

} // namespace barre::runtime
