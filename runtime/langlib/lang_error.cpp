// lang.error, lang.runtime, lang.function, lang.future.
#include "runtime/langlib/modules.h"
#include "runtime/langlib/support.h"
#include "runtime/values/function_value.h"
#include "runtime/vm/stack_trace.h"

namespace barre::runtime {
namespace {

NativeResult message(NativeCall& call) {
    return call.give(Value::of(call.arg(0).error()->message));
}
NativeResult cause(NativeCall& call) {
    return call.give(call.arg(0).error()->cause);
}
NativeResult detail(NativeCall& call) {
    return call.give(Value::of(call.arg(0).error()->detail));
}
NativeResult errorToString(NativeCall& call) {
    return call.giveString(toText(call.arg(0)));
}
NativeResult errorToBalString(NativeCall& call) {
    return call.giveString(toBalText(call.arg(0)));
}

NativeResult traceOf(NativeCall& call) {
    List* list = makeList(call.heap(), call.vm().typeTable().anyList());
    for (const StackFrame& frame : call.arg(0).error()->stack) {
        const Value parts[] = {call.vm().string(frame.function), call.vm().string(frame.module),
                               call.vm().string(frame.file), Value::of(int64_t(frame.line))};
        append(call.heap(), list, Value::of(makeList(call.heap(), call.vm().typeTable().anyList(), parts)));
    }
    return call.give(Value::of(list));
}

constexpr NativeRow errorRows[] = {
    {"ballerina/lang.error:message", message},
    {"ballerina/lang.error:cause", cause},
    {"ballerina/lang.error:detail", detail},
    {"ballerina/lang.error:toString", errorToString},
    {"ballerina/lang.error:toBalString", errorToBalString},
    {"ballerina/lang.error:traceOf", traceOf},
};

// ---- runtime
/// Takes back the timer of a strand that is cancelled while it sleeps.
struct SleepSuspension : Suspension {
    uint64_t timer = 0;
    void cancelled(Worker& worker) override { worker.scheduler().cancelTimer(timer); }
};

NativeResult sleep(NativeCall& call) {
    const double seconds = decimal::toFloat(decimalOf(call.arg(0)));
    const double nanoseconds = seconds < 0 ? 0 : seconds * 1e9;
    auto suspension = std::make_unique<SleepSuspension>();
    auto wake = [&worker = call.worker, ref = StrandRef(call.heap(), call.strand)] {
        worker.resume(ref.get(), Value::nil());
    };
    suspension->timer = call.worker.scheduler().callAfter(
        nanoseconds > 9e18 ? INT64_MAX : int64_t(nanoseconds), std::move(wake));
    call.strand.suspension = std::move(suspension);
    return call.suspend();
}

NativeResult traceLines(NativeCall& call) {
    List* list = makeList(call.heap(), call.vm().typeTable().stringList());
    const auto frames = stackOf(call.strand);
    for (size_t i = 1; i < frames.size(); ++i)
        append(call.heap(), list,
               call.vm().string("callableName: " + frames[i].function + " moduleName: " + frames[i].module +
                                " fileName: " + frames[i].file +
                                " lineNumber: " + std::to_string(frames[i].line)));
    return call.give(Value::of(list));
}

// What the program registers is kept by the Vm; whoever runs the program stops it in its order.
NativeResult registerListener(NativeCall& call) {
    call.vm().dynamicListeners.emplace_back(call.heap(), call.arg(0));
    return call.giveNil();
}

NativeResult deregisterListener(NativeCall& call) {
    std::erase_if(call.vm().dynamicListeners,
                  [&](const Root& root) { return root.get().object == call.arg(0).object; });
    return call.giveNil();
}

NativeResult onGracefulStop(NativeCall& call) {
    call.vm().stopHandlers.emplace_back(call.heap(), call.arg(0));
    return call.giveNil();
}

constexpr NativeRow runtimeRows[] = {
    {"ballerina/lang.runtime:sleep", sleep},
    {"ballerina/lang.runtime:traceLines", traceLines},
    {"ballerina/lang.runtime:registerListener", registerListener},
    {"ballerina/lang.runtime:deregisterListener", deregisterListener},
    {"ballerina/lang.runtime:onGracefulStop", onGracefulStop},
};

// ---- function and future
NativeResult giveResult(NativeCall&) {
    return NativeResult::Return; // the called function's result is the native's
}

NativeResult callFunction(NativeCall& call) {
    const List* list = call.arg(1).list();
    std::vector<Value> args;
    for (uint32_t i = 0; i < list->length; ++i)
        args.push_back(list->at(i));
    List* kept = makeList(call.heap(), call.vm().typeTable().anyList(), args);
    return call.callThen(call.arg(0), {kept->values, args.size()}, giveResult);
}

NativeResult cancel(NativeCall& call) {
    auto* future = call.arg(0).as<Future>();
    if (!future->isDone && future->strand)
        call.worker.cancel(*future->strand);
    return call.giveNil();
}

constexpr NativeRow functionRows[] = {
    {"ballerina/lang.function:call", callFunction},
    {"ballerina/lang.future:cancel", cancel},
};

} // namespace

std::span<const NativeRow> errorNatives() {
    return errorRows;
}
std::span<const NativeRow> runtimeNatives() {
    return runtimeRows;
}
std::span<const NativeRow> functionNatives() {
    return functionRows;
}

} // namespace barre::runtime
