#include "runtime/vm/worker.h"

#include "runtime/values/depth.h"
#include "runtime/values/equality.h"
#include "runtime/values/function_value.h"
#include "runtime/vm/interpreter.h"
#include "runtime/vm/peers.h"
#include "runtime/vm/vm.h"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <utility>

namespace barre::runtime {
namespace {

constexpr int32_t slice = 20'000;

} // namespace

Strand::~Strand() {
    std::free(stack);
    std::free(frames);
}

void Strand::freeStack(Heap& heap) {
    heap.addExternal(-ptrdiff_t(stackSize * sizeof(Value)));
    std::free(stack);
    std::free(frames);
    stack = nullptr;
    frames = nullptr;
    stackSize = frameCount = frameRoom = 0;
}

// Registers above the frame on top may hold values that have been freed since; they are cleared, so that a
// new frame over them never shows an old value.
void Strand::trace(Tracer& tracer) {
    const uint32_t inUse = frameCount ? top().base + top().function->registerCount : 0;
    uint32_t i = 0;
    for (; i < inUse && i < stackSize; ++i)
        tracer.visit(stack[i]);
    for (; i < stackSize; ++i)
        stack[i] = Value::nil();
    tracer.visit(delivery);
    tracer.visit(future);
    for (const Value& transaction : transactions)
        tracer.visit(transaction);
    for (const Membership& membership : memberships)
        tracer.visit(membership.peers);
    tracer.visit(locks.data(), locks.size());
    if (observer)
        observer->trace(tracer);
    if (suspension)
        suspension->trace(tracer);
}

Worker::Worker(Vm& vm, Scheduler& scheduler)
    : m_vm(vm), m_scheduler(scheduler), m_types(*vm.program().typeEnv),
      m_inbox(std::make_shared<Inbox>(scheduler)) {
    vm.heap().addRoots(this);
}

Worker::~Worker() {
    m_inbox->close();
    const std::lock_guard lock(m_vm.execution());
    cancelAll();
    m_vm.heap().removeRoots(this);
}

void Worker::traceRoots(Tracer& tracer) {
    for (Strand* strand = m_live; strand; strand = strand->nextLive)
        tracer.visit(strand);
}

Strand& Worker::makeStrand(StrandOptions options) {
    auto* strand = m_vm.heap().make<Strand>(Tag::Strand);
    strand->worker = this;
    strand->name = std::move(options.name);
    strand->isIsolated = options.isIsolated;
    strand->observer = std::move(options.observer);
    strand->future = options.future;
    if (options.future)
        options.future->strand = strand;
    strand->id = m_vm.nextStrandId();
    strand->nextLive = m_live;
    if (m_live)
        m_live->previousLive = strand;
    m_live = strand;
    ++m_liveCount;
    strand->state = StrandState::Waiting;
    return *strand;
}

Strand& Worker::start(Value function, std::span<const Value> args, StrandOptions options) {
    Strand& strand = makeStrand(std::move(options));
    Interpreter interpreter(*this, strand);
    const auto count = uint32_t(args.size());
    // The bottom is an engine-made frame that calls the function value.
    Step step = interpreter.growStack(std::max<uint32_t>(count + 2, 32)) ? Step::Next : Step::Raise;
    if (step == Step::Next) {
        std::copy(args.begin(), args.end(), strand.stack);
        const LinkedFunction& callee = *function.as<Function>()->code;
        if (callee.native || !callee.code->native.empty())
            step = interpreter.startNative(function, count);
        else
            step = interpreter.callValue(function, 0, count, false, BottomFrame);
    }
    if (step == Step::Raise) {
        strandEnded(strand, {Outcome::Kind::Panic, interpreter.thrown});
        return strand;
    }
    makeReady(strand);
    return strand;
}

Strand& Worker::start(FunctionId function, std::span<const Value> args, StrandOptions options) {
    return start(Value::of(m_vm.functionValue(m_vm.function(function))), args, std::move(options));
}

Strand* Worker::startMethod(Value object, std::string_view method, std::span<const Value> args,
                            StrandOptions options) {
    if (!object.is(Tag::Object))
        return nullptr;
    const ClassInfo* info = object.as<Object>()->info;
    const auto found = info->methodOf.find(m_vm.intern(method));
    if (found == info->methodOf.end())
        return nullptr;
    Function* function = m_vm.functionValue(*found->second);
    function->self = object;
    return &start(Value::of(function), args, std::move(options));
}

Strand& Worker::startResource(Value object, const MethodInfo& method, std::span<const Value> args,
                              StrandOptions options) {
    Function* function = m_vm.functionValue(*method.function);
    function->self = object;
    return start(Value::of(function), args, std::move(options));
}

void Worker::makeReady(Strand& strand) {
    if (strand.isQueued || strand.state == StrandState::Ended)
        return;
    strand.isQueued = true;
    if (strand.state == StrandState::Waiting)
        strand.state = StrandState::Ready;
    strand.nextReady = nullptr;
    const bool wasEmpty = !m_firstReady;
    (m_lastReady ? m_lastReady->nextReady : m_firstReady) = &strand;
    m_lastReady = &strand;
    if (wasEmpty && !m_running)
        m_scheduler.wake();
}

// The first strand that may run: one that is not isolated has to wait while another one holds the lock.
Strand* Worker::takeReady() {
    Strand* previous = nullptr;
    for (Strand* strand = m_firstReady; strand; previous = strand, strand = strand->nextReady) {
        if (!strand->isIsolated && m_vm.m_nonIsolated && m_vm.m_nonIsolated != strand)
            continue;
        (previous ? previous->nextReady : m_firstReady) = strand->nextReady;
        if (m_lastReady == strand)
            m_lastReady = previous;
        strand->isQueued = false;
        return strand;
    }
    return nullptr;
}

bool Worker::refuel() {
    if (m_budget <= slice)
        return false;
    m_budget -= slice;
    m_fuel = m_vm.heap().isStressed() ? 0 : slice;
    return true;
}

// What C++ code cannot get memory for, or cannot walk over, is a panic of the strand.
Stop Worker::runStrand(Strand& strand) {
    Interpreter interpreter(*this, strand);
    try {
        return interpreter.run();
    } catch (const std::bad_alloc&) {
        return runOutOfMemory(interpreter);
    } catch (const std::length_error&) {
        return runOutOfMemory(interpreter);
    } catch (const NestedTooDeeply&) {
        interpreter.fail("{ballerina}StackOverflow", "stack overflow");
    }
    return interpreter.raise() == Step::Ended ? Stop::Ended : Stop::OutOfFuel; // it goes on at its handler
}

// The frames that filled the memory are gone before the strand goes on; maybe there is none even for the
// error.
Stop Worker::runOutOfMemory(Interpreter& interpreter) {
    try {
        interpreter.fail("{ballerina}OutOfMemory", "out of memory");
    } catch (const std::bad_alloc&) {
        interpreter.thrown = m_vm.m_outOfMemory;
    }
    const Step step = interpreter.raise();
    m_vm.heap().collectAll();
    return step == Step::Ended ? Stop::Ended : Stop::OutOfFuel;
}

bool Worker::runSome(uint64_t budget) {
    const std::lock_guard lock(m_vm.execution());
    for (const Inbox::Message& message : m_inbox->take())
        message(*this);
    m_vm.heap().setFuel(&m_fuel);
    m_budget = int64_t(std::min<uint64_t>(budget, INT64_MAX / 2)) + slice;
    refuel();
    while (Strand* strand = takeReady()) {
        if (!strand->isIsolated)
            m_vm.m_nonIsolated = strand;
        strand->state = StrandState::Running;
        m_running = strand;
        const Stop stop = runStrand(*strand);
        m_running = nullptr;
        if (stop == Stop::OutOfFuel) {
            strand->state = StrandState::Waiting;
            if (m_whenHeldUp && holdsUp(*strand) && m_holdUp.ranOn(strand->id, m_scheduler.steadyTime()))
                m_whenHeldUp(*strand);
            makeReady(*strand);
            break;
        }
        if (m_vm.m_nonIsolated == strand) {
            m_vm.m_nonIsolated = nullptr;
            m_holdUp.paused();
        }
        if (stop == Stop::Waiting && strand->state == StrandState::Running)
            strand->state = StrandState::Waiting;
    }
    m_vm.heap().setFuel(nullptr);
    if (m_whenIdle && isIdle())
        std::exchange(m_whenIdle, nullptr)();
    if (m_firstReady)
        m_scheduler.wake();
    return m_firstReady != nullptr;
}

// Others are ready, but may not run beside it.
bool Worker::holdsUp(const Strand& strand) const {
    if (strand.isIsolated)
        return false;
    for (const Strand* ready = m_firstReady; ready; ready = ready->nextReady)
        if (!ready->isIsolated)
            return true;
    return false;
}

Strand* Worker::strandOf(uint64_t id) const {
    Strand* strand = m_live;
    while (strand && strand->id != id)
        strand = strand->nextLive;
    return strand;
}

// A native without a continuation has suspended its strand itself.
bool Worker::waitsForWorld() const {
    for (Strand* strand = m_live; strand; strand = strand->nextLive)
        if (strand->frameCount && strand->top().function->native && !strand->top().next)
            return true;
    return false;
}

// Strands that wait for each other only, or stopped by a debugger: nobody but these wakes them.
bool Worker::isIdle() const {
    if (m_firstReady || (m_live && m_vm.debugHook) || waitsForWorld())
        return false;
    const auto isElsewhere = [this](const Strand* locker) { return locker->worker != this; };
    return std::none_of(m_vm.m_lockers.begin(), m_vm.m_lockers.end(), isElsewhere);
}

void Worker::deliver(Strand& strand, Value value, bool isPanic) {
    if (strand.state == StrandState::Ended || strand.hasDelivery)
        return;
    strand.hasDelivery = true;
    strand.deliversPanic = isPanic;
    strand.delivery = value;
    if (strand.state == StrandState::Waiting)
        strand.worker->makeReady(strand);
}

void Worker::resume(Strand& strand, Value value) {
    const std::lock_guard lock(m_vm.execution());
    deliver(strand, value, false);
}

void Worker::resumeWithPanic(Strand& strand, Value error) {
    const std::lock_guard lock(m_vm.execution());
    deliver(strand, error, true);
}

void Worker::cancel(Strand& strand) {
    const std::lock_guard lock(m_vm.execution());
    if (strand.state == StrandState::Ended)
        return;
    strand.cancelRequested = true;
    if (m_running == &strand) {
        m_fuel = 0;
        return;
    }
    if (strand.suspension)
        strand.suspension->cancelled(*this);
    strand.frameCount = 0;
    strand.worker->strandEnded(strand, {Outcome::Kind::Cancelled, Value::nil()});
}

void Worker::cancelAll() {
    const std::lock_guard lock(m_vm.execution());
    if (m_running)
        cancel(*m_running); // ends at its next safepoint
    const auto other = [this] { return m_live && m_live == m_running ? m_live->nextLive : m_live; };
    while (Strand* strand = other()) // ending one may end others
        cancel(*strand);
}

void Worker::unqueue(Strand& strand) {
    Strand* previous = nullptr;
    for (Strand* at = m_firstReady; at; previous = at, at = at->nextReady) {
        if (at != &strand)
            continue;
        (previous ? previous->nextReady : m_firstReady) = strand.nextReady;
        if (m_lastReady == &strand)
            m_lastReady = previous;
        break;
    }
    strand.isQueued = false;
}

void Worker::strandEnded(Strand& strand, Outcome outcome) {
    if (strand.isQueued)
        unqueue(strand);
    strand.state = StrandState::Ended;
    (strand.previousLive ? strand.previousLive->nextLive : m_live) = strand.nextLive;
    if (strand.nextLive)
        strand.nextLive->previousLive = strand.previousLive;
    strand.previousLive = strand.nextLive = nullptr;
    --m_liveCount;
    if (m_vm.m_nonIsolated == &strand)
        m_vm.m_nonIsolated = nullptr;
    strand.suspension.reset();
    leaveLock(strand, 0);
    for (const Membership& membership : strand.memberships)
        endMember(*membership.peers.as<Peers>(), membership.member, outcome.value, outcome.isPanic());
    strand.memberships.clear();
    if (Future* future = strand.future) {
        future->isDone = true;
        future->isPanic = outcome.isPanic();
        future->isCancelled = outcome.kind == Outcome::Kind::Cancelled;
        future->result = outcome.value;
        wakeAll(future->waiting);
    }
    const Root keep(m_vm.heap(), Value::of(&strand));
    const Root result(m_vm.heap(), outcome.value);
    if (const auto observer = std::move(strand.observer))
        observer->strandEnded(*this, strand, outcome);
    strand.freeStack(m_vm.heap());
    if (m_live == nullptr && !m_running)
        m_scheduler.wake();
}

void Worker::wakeAll(Value& list) {
    Value node = list;
    list = Value::nil();
    for (; node.is(Tag::Iterator); node = node.as<Iterator>()->extra) {
        auto* strand = node.as<Iterator>()->source.as<Strand>();
        if (strand->state == StrandState::Waiting)
            strand->worker->makeReady(*strand);
    }
}

void Worker::waitIn(Value& list, Strand& strand) {
    auto* node = static_cast<Iterator*>(m_vm.heap().allocate(sizeof(Iterator), Tag::Iterator));
    node->source = Value::of(&strand);
    node->extra = list;
    list = Value::of(node);
}

namespace {

bool isHeldBy(const Strand& strand, std::span<const Value> keys) {
    for (const Value& held : strand.locks)
        for (const Value& key : keys)
            if (held.isNil() || key.isNil() || sameValue(held, key))
                return true;
    return false;
}

} // namespace

bool Worker::enterLock(Strand& strand, std::span<const Value> keys) {
    for (const Strand* other : m_vm.m_lockers) {
        if (other == &strand || !isHeldBy(*other, keys))
            continue;
        waitIn(m_vm.m_lockWaiting, strand);
        return false;
    }
    if (strand.locks.empty())
        m_vm.m_lockers.push_back(&strand);
    strand.locks.insert(strand.locks.end(), keys.begin(), keys.end());
    return true;
}

void Worker::leaveLock(Strand& strand, size_t count) {
    if (strand.locks.size() <= count)
        return;
    strand.locks.resize(count);
    if (strand.locks.empty())
        std::erase(m_vm.m_lockers, &strand);
    wakeAll(m_vm.m_lockWaiting);
}

} // namespace barre::runtime
