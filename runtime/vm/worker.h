// One per OS thread that runs strands.
#pragma once

#include "model/types/type_context.h"
#include "runtime/values/object_value.h"
#include "runtime/vm/hold_up.h"
#include "runtime/vm/inbox.h"
#include "runtime/vm/strand.h"

#include <atomic>
#include <functional>
#include <mutex>

namespace barre::runtime {

/// What the embedding event loop lends to a worker. barre_vm knows no event loop of its own.
struct Scheduler {
    virtual ~Scheduler() = default;
    /// Any thread: strands became ready; call worker.runSome() soon, on the worker's thread.
    virtual void wake() = 0;
    /// The worker's thread: call back once after that many nanoseconds. Returns an id for cancelTimer.
    virtual uint64_t callAfter(int64_t nanoseconds, std::function<void()> callback) = 0;
    virtual void cancelTimer(uint64_t id) = 0;
    /// A clock that only goes forward.
    virtual std::chrono::steady_clock::time_point steadyTime() const {
        return std::chrono::steady_clock::now();
    }
};

enum class Stop : uint8_t;

/// How to start a strand.
struct StrandOptions {
    std::string name = {};
    bool isIsolated = false;
    std::unique_ptr<StrandObserver> observer = {};
    Future* future = nullptr; ///< what is told the result
};

/// Runs strands. All calls on its own thread, but for resume(), which takes any thread that holds the heap.
class Worker : RootSource {
public:
    Worker(Vm& vm, Scheduler& scheduler);
    ~Worker() override;
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
    /// The same for one resource method of an object, its path parameters first among the arguments.
    Strand& startResource(Value object, const MethodInfo& method, std::span<const Value> args,
                          StrandOptions options = {});
    /// A suspended strand goes on: the native call it waits in returns the value.
    void resume(Strand& strand, Value value);
    /// The same, but the call panics.
    void resumeWithPanic(Strand& strand, Value error);
    /// The strand ends as soon as it can: at its next safepoint, or now if it waits.
    void cancel(Strand& strand);
    /// Every strand of this worker is cancelled.
    void cancelAll();

    /// Runs ready strands until none is ready or about `budget` calls and loop rounds are spent. True: there
    /// is more to do. Call it from the event loop when Scheduler::wake() asked for it.
    bool runSome(uint64_t budget = 1'000'000);
    /// Calls back once, from runSome(), when no strand is ready or waits for the world outside.
    void whenIdle(std::function<void()> callback) { m_whenIdle = std::move(callback); }
    /// Calls back, from runSome(), once for a strand that holds up others for too long: see HoldUpWatch.
    void whenHeldUp(std::function<void(const Strand&)> callback) { m_whenHeldUp = std::move(callback); }
    bool hasReady() const { return m_firstReady != nullptr; }
    /// Strands of this worker that have not ended.
    size_t liveStrands() const { return m_liveCount; }
    /// The list of these, by Strand::nextLive.
    Strand* firstStrand() const { return m_live; }
    /// Null: the strand has ended.
    Strand* strandOf(uint64_t id) const;
    /// Some strand waits for what comes from outside: a timer, a socket, another thread.
    bool waitsForWorld() const;
    /// Where other threads leave what this worker shall do.
    const std::shared_ptr<Inbox>& inbox() const { return m_inbox; }

    // ---- for the interpreter
    /// Puts a strand that waits at the end of the run queue.
    void makeReady(Strand& strand);
    void strandEnded(Strand& strand, Outcome outcome);
    int32_t& fuel() { return m_fuel; }
    /// Another slice of the budget; false: it is used up.
    bool refuel();
    /// Strands that wait in a list try again; the list is empty then. A list is nil, or an Iterator with the
    /// strand as its source and the rest of the list as `extra`.
    static void wakeAll(Value& list);
    void waitIn(Value& list, Strand& strand);
    /// Begins a `lock` statement with all of its keys at once, so that no two strands wait for each other.
    /// False: another strand has one of them, and wakes this one when it leaves.
    bool enterLock(Strand& strand, std::span<const Value> keys);
    /// Gives the keys back that the strand has got since it had `count`.
    void leaveLock(Strand& strand, size_t count);

private:
    void traceRoots(Tracer& tracer) override;
    Strand& makeStrand(StrandOptions options);
    Strand* takeReady();
    Stop runStrand(Strand& strand);
    Stop runOutOfMemory(struct Interpreter& interpreter);
    void deliver(Strand& strand, Value value, bool isPanic);
    bool isIdle() const;
    bool holdsUp(const Strand& strand) const;
    void unqueue(Strand& strand);

    Vm& m_vm;
    Scheduler& m_scheduler;
    types::TypeContext m_types;
    std::shared_ptr<Inbox> m_inbox;
    int32_t m_fuel = 0;
    int64_t m_budget = 0;
    Strand* m_firstReady = nullptr;
    Strand* m_lastReady = nullptr;
    Strand* m_live = nullptr;
    size_t m_liveCount = 0;
    Strand* m_running = nullptr;
    std::function<void()> m_whenIdle;
    HoldUpWatch m_holdUp;
    std::function<void(const Strand&)> m_whenHeldUp;
};

} // namespace barre::runtime
