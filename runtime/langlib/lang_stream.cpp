// lang.stream, lang.query, lang.typedesc.
#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "runtime/langlib/modules.h"
#include "runtime/langlib/support.h"
#include "runtime/values/equality.h"
#include "runtime/values/function_value.h"
#include "runtime/vm/sequences.h"

#include <algorithm>

namespace barre::runtime {
namespace {

NativeResult passOn(NativeCall& call) {
    auto* stream = call.args[0].as<Stream>();
    if (!call.result.isMapping())
        stream->ended = true;
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
    Value value;
    if (stream->source.is(Tag::Iterator) && advance(call.heap(), stream->source.as<Iterator>(), value))
        return call.give(nextRecord(call, value));
    stream->ended = true;
    return call.giveNil();
}

NativeResult close(NativeCall& call) {
    auto* stream = call.arg(0).as<Stream>();
    if (stream->ended)
        return call.giveNil();
    stream->ended = true;
    return stream->source.is(Tag::Object) ? callSource(call, "close", giveReturned) : call.giveNil();
}

Value streamOver(NativeCall& call, const Value& source, const TypeInfo* type) {
    auto* stream = static_cast<Stream*>(call.heap().allocate(sizeof(Stream), Tag::Stream));
    stream->type = type;
    stream->source = source;
    stream->ended = false;
    return Value::of(stream);
}

NativeResult arrayToStream(NativeCall& call) {
    types::TypeContext& context = call.worker.types();
    const types::SemType member = types::listAllMemberTypes(context, call.arg(0).list()->type->type);
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
    {"ballerina/lang.array:toStream", arrayToStream},
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

// ---- typedesc
// A distinct id's key is `org/module:Name`.
Value typeId(NativeCall& call, std::string_view key) {
    Heap& heap = call.heap();
    Vm& vm = call.vm();
    const TypeInfo* any = vm.typeTable().anydataMap();
    const size_t slash = key.find('/'), colon = key.rfind(':');
    const size_t moduleFrom = slash == std::string_view::npos ? 0 : slash + 1;
    Mapping* module = makeMap(heap, any);
    put(heap, module, vm.intern("organization"),
        vm.string(slash == std::string_view::npos ? "" : key.substr(0, slash)));
    put(heap, module, vm.intern("name"),
        vm.string(colon == std::string_view::npos ? "" : key.substr(moduleFrom, colon - moduleFrom)));
    put(heap, module, vm.intern("platformParts"), Value::of(makeList(heap, vm.typeTable().stringList())));
    Mapping* id = makeMap(heap, any);
    put(heap, id, vm.intern("moduleId"), Value::of(module));
    put(heap, id, vm.intern("localId"),
        vm.string(colon == std::string_view::npos ? key : key.substr(colon + 1)));
    return Value::of(id);
}

NativeResult typeIds(NativeCall& call) {
    const types::SemType type = call.arg(0).as<Typedesc>()->type->type;
    if (!type.within(types::bitOf(types::BasicType::Error) | types::bitOf(types::BasicType::Object)))
        return call.giveNil();
    List* ids = makeList(call.heap(), call.vm().typeTable().anydataList());
    for (const uint32_t id : types::distinctIds(type))
        append(call.heap(), ids, typeId(call, call.vm().program().typeEnv->distinctKey(id)));
    return call.give(cloneReadOnly(conversions(call), Value::of(ids)));
}

// `typeof v`: what `is` sees.
NativeResult typeOfValue(NativeCall& call) {
    const TypeInfo* type = call.vm().typeTable().of(typeOf(call.worker.types(), call.arg(0)));
    return call.give(typedescValue(call.heap(), type));
}

constexpr NativeRow typedescRows[] = {
    {"ballerina/lang.typedesc:typeIds", typeIds},
    {"barre:typeof", typeOfValue},
};

} // namespace

std::span<const NativeRow> streamNatives() {
    return streamRows;
}
std::span<const NativeRow> queryNatives() {
    return queryRows;
}
std::span<const NativeRow> typedescNatives() {
    return typedescRows;
}

} // namespace barre::runtime
