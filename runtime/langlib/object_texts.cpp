#include "runtime/langlib/object_texts.h"

#include "runtime/langlib/support.h"

namespace barre::runtime {

namespace {

// The memory is a list: what is written, how many objects there are, they, and what they said so far.
constexpr uint32_t firstObject = 2;

uint32_t objectCount(const List* memory) {
    return uint32_t(memory->at(1).integer);
}

uint32_t toldCount(const List* memory) {
    return memory->length - firstObject - objectCount(memory);
}

} // namespace

void keepUnasked(NativeCall& call, uint32_t index, const std::vector<Object*>& unasked) {
    List* memory = makeList(call.heap(), call.vm().typeTable().anyList());
    append(call.heap(), memory, call.arg(index));
    append(call.heap(), memory, Value::of(int64_t(unasked.size())));
    for (Object* object : unasked)
        append(call.heap(), memory, Value::of(object));
    call.args[index] = Value::of(memory);
}

void keepTold(NativeCall& call, uint32_t index) {
    append(call.heap(), call.arg(index).list(), call.result);
}

bool askNext(NativeCall& call, uint32_t index, NativeFunction next, NativeResult& result) {
    const List* memory = call.arg(index).list();
    const uint32_t told = toldCount(memory);
    if (told == objectCount(memory))
        return false;
    const Value object = memory->at(firstObject + told);
    Function* method = call.vm().functionValue(*object.as<Object>()->info->toString);
    method->self = object;
    result = call.callThen(Value::of(method), {}, next);
    return true;
}

Value writtenOf(NativeCall& call, uint32_t index, SpokenTexts& spoken) {
    const List* memory = call.arg(index).list();
    const uint32_t count = objectCount(memory);
    for (uint32_t i = 0; i < count; ++i) {
        const Value text = memory->at(firstObject + count + i);
        spoken.told[memory->at(firstObject + i).as<Object>()] =
            text.isString() ? std::string(text.string()->view()) : toText(text);
    }
    return memory->at(0);
}

} // namespace barre::runtime
