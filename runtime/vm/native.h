// How C++ gives bodies to external functions.
#pragma once

#include "runtime/values/object_value.h"
#include "runtime/values/string_value.h"
#include "runtime/values/value.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace barre::runtime {

class Worker;
class Vm;
class Heap;
struct Strand;
struct NativeCall;

/// What a native function did.
enum class NativeResult : uint8_t {
    Return,  ///< call.result holds the value (an error value is returned like any other)
    Panic,   ///< call.result holds the error
    Suspend, ///< the strand waits; worker.resume(strand, value) gives the value that the call returns
    Call     ///< call a function value first, then go on with call.continuation (see NativeCall::callThen)
};

using NativeFunction = NativeResult (*)(NativeCall& call);

/// One call of a native function: its arguments and what it wants. Natives never call back into the
/// interpreter; they return, suspend, or ask for a call and go on in a continuation. Nothing that a native
/// allocates is collected before it returns, so that raw pointers are safe inside it; what is kept longer
/// needs a Root.
struct NativeCall {
    Worker& worker;
    Strand& strand;
    Value* args;    ///< registers of the call; a missing argument is Absent, a rest argument a list
    uint32_t count; ///< arguments; the state registers of continuations follow
    Value result;   ///< out; in a continuation, in: what the called function returned
    NativeFunction continuation = nullptr;
    Value callee;
    std::span<const Value> calleeArgs; ///< copied before the native's memory goes away

    Vm& vm() const;
    Heap& heap() const;
    Value arg(uint32_t i) const { return args[i]; }
    /// The argument, or a default where it was not given.
    Value argOr(uint32_t i, Value value) const { return args[i].isAbsent() ? value : args[i]; }
    std::string_view text(uint32_t i) const { return args[i].string()->view(); }

    NativeResult give(Value value) {
        result = value;
        return NativeResult::Return;
    }
    NativeResult giveNil() { return give(Value::nil()); }
    NativeResult giveString(std::string_view text);
    /// Returns an error value `error(message)`, or of a named error type of the program such as
    /// `ballerina/websocket:ConnectionClosureError`.
    NativeResult giveError(std::string_view message, std::string_view typeName = {});
    NativeResult panic(Value error) {
        result = error;
        return NativeResult::Panic;
    }
    /// `{ballerina/lang.array}IndexOutOfRange` and the text of its detail's field `message`.
    NativeResult panic(std::string_view name, std::string_view message);
    /// Suspend: keep a StrandRef(strand) and resume it later from the event loop.
    NativeResult suspend() { return NativeResult::Suspend; }
    /// Calls a function value with arguments, then `next` with its result in call.result and the same `args`,
    /// whose contents are the native's to change: they are its memory between the steps. A panic of the
    /// callee passes through the native.
    NativeResult callThen(Value function, std::span<const Value> arguments, NativeFunction next) {
        callee = function;
        calleeArgs = arguments;
        continuation = next;
        return NativeResult::Call;
    }
};

/// A row of a natives table: `{"ballerina/lang.array:push", arrayPush}`; methods are `module:Class.method`.
struct NativeRow {
    const char* name;
    NativeFunction function;
};

} // namespace barre::runtime
