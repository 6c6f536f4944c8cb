// lang.error, lang.runtime.
#include "runtime/langlib/modules.h"
#include "runtime/langlib/support.h"
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

/// The module of a file that belongs to no package has no organisation.
bool isUnnamed(const std::string& module) {
    return module.find('/') == std::string::npos;
}

NativeResult traceOf(NativeCall& call) {
    List* list = makeList(call.heap(), call.vm().typeTable().anyList());
    for (const StackFrame& frame : call.arg(0).error()->stack) {
        const Value parts[] = {call.vm().string(frame.function),
                               call.vm().string(isUnnamed(frame.module) ? std::string() : frame.module),
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

/// As the reference prints a frame; a file outside of a package has no module name.
std::string placeText(const StackFrame& frame) {
    const std::string module = isUnnamed(frame.module) ? std::string() : "moduleName: " + frame.module;
    return "callableName: " + frame.function + " " + module + " fileName: " + frame.file +
           " lineNumber: " + std::to_string(frame.line);
}

NativeResult traceLines(NativeCall& call) {
    List* list = makeList(call.heap(), call.vm().typeTable().stringList());
    const auto frames = stackOf(call.strand);
    for (size_t i = 1; i < frames.size(); ++i)
        append(call.heap(), list, call.vm().string(placeText(frames[i])));
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

} // namespace

std::span<const NativeRow> errorNatives() {
    return errorRows;
}
std::span<const NativeRow> runtimeNatives() {
    return runtimeRows;
}

} // namespace barre::runtime
