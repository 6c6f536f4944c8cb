// Texts of values whose objects say themselves how they print.
#pragma once

#include "runtime/values/text.h"
#include "runtime/vm/native.h"

namespace barre::runtime {

/// Puts what is to be written and the objects to ask in place of the argument: it is the native's memory.
void keepUnasked(NativeCall& call, uint32_t index, const std::vector<Object*>& unasked);
/// Keeps what an object said.
void keepTold(NativeCall& call, uint32_t index);
/// Calls `toString` of the next object that is to be asked; false if there is none.
bool askNext(NativeCall& call, uint32_t index, NativeFunction next, NativeResult& result);
/// What is to be written, and what its objects said.
Value writtenOf(NativeCall& call, uint32_t index, SpokenTexts& spoken);

template<uint32_t index, auto textOf, auto give>
NativeResult goOnWithText(NativeCall& call) {
    keepTold(call, index);
    NativeResult asked;
    if (askNext(call, index, goOnWithText<index, textOf, give>, asked))
        return asked;
    SpokenTexts spoken;
    const Value value = writtenOf(call, index, spoken);
    return give(call, textOf(value, spoken));
}

/// A native that makes a text of argument `index` by `textOf(value, spoken)` and ends with `give(call,
/// text)`; in between, the objects in it that have a method `toString` are asked, each once.
template<uint32_t index, auto textOf, auto give>
NativeResult withText(NativeCall& call) {
    SpokenTexts spoken;
    const std::string text = textOf(call.arg(index), spoken);
    if (spoken.unasked.empty())
        return give(call, text);
    keepUnasked(call, index, spoken.unasked);
    NativeResult asked{};
    askNext(call, index, goOnWithText<index, textOf, give>, asked);
    return asked;
}

} // namespace barre::runtime
