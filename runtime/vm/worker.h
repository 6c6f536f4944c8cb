// One per OS thread that runs strands.
#pragma once

#include "model/types/type_context.h"
#include "runtime/vm/strand.h"

#include <functional>

namespace barre::runtime {

/// What the embedding event loop lends to a worker. barre_vm knows no event loop of its own.
struct Scheduler {
    virtual ~Scheduler() = default;
    /// Any thread: strands became ready; call worker.runSome() soon, on the worker's thread.
    virtual void wake() = 0;
    /// The worker's thread: call back once after that many nanoseconds. Returns an id for cancelTimer.
    virtual uint64_t callAfter(int64_t nanoseconds, std::function<void()> callback) = 0;
    virtual void cancelTimer(uint64_t id) = 0;
};

/// How to start a strand.
struct StrandOptions {
    std::string name;
    bool isIsolated = false;
    std::unique_ptr<StrandObserver> observer;
};

class Worker {
public:
    Worker(Vm& vm, Scheduler& scheduler);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    Vm& vm() const { return m_vm; }
    Scheduler& scheduler() const { return m_scheduler; }
    /// For type tests on this thread.
    types::TypeContext& types() { return m_types; }

    // ---- strands
    /// Makes a strand that calls a function of the program. It runs in runSome(); missing arguments get their
    /// defaults. The strand is kept alive until it ends.
    Strand& start(FunctionId function, std::span<const Value> args, StrandOptions options = {});
    /// The same for a function value.
    Strand& start(Value function, std::span<const Value> args, StrandOptions options = {});
    /// The same for a method of an object, remote methods included. Null: it has no such method.
    Strand* startMethod(Value object, std::string_view method, std::span<const Value> args,
                        StrandOptions options = {});
    /// A suspended strand goes on: the native call it waits in returns the value. Any thread that holds a
    /// HeapAccess.
    void resume(Strand& strand, Value value);
    /// The same, but the call panics.
    void resumeWithPanic(Strand& strand, Value error);
    /// The strand ends as soon as it can: at its next safepoint, or now if it waits.
    void cancel(Strand& strand);

    /// Runs ready strands until none is ready or about `budget` calls and loop rounds are spent. True: there is more
    /// to do. Call it from the event loop when Scheduler::wake() asked for it.
    bool runSome(uint64_t budget = 1'000'000);
    bool hasReady() const;
    /// Ready, running and waiting strands of this worker.
    size_t liveStrands() const { return m_live; }

private:
    friend struct Interpreter;
    friend class Vm;
    Vm& m_vm;
    Scheduler& m_scheduler;
    types::TypeContext m_types;
    size_t m_live = 0;
};

} // namespace barre::runtime
