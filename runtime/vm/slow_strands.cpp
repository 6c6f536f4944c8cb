#include "runtime/vm/interpreter.h"

namespace barre::runtime {

Value Interpreter::newFuture(const TypeInfo* type) {
    auto* future = static_cast<Future*>(heap.allocate(sizeof(Future), Tag::Future));
    *future = {*future, type, nullptr, {}, false, false, false, false, {}};
    return Value::of(future);
}

// A start action shares what its function shares: it is isolated if that is.
bool Interpreter::startStrand(const Value& future, const Value& function, const Value* args, uint32_t count) {
    if (!strand.locks.empty())
        return fail("{ballerina}StartInLock", "a strand cannot be started inside of a lock statement");
    std::vector<Value> given(args, args + (count & ~startRestFlag));
    if (count & startRestFlag) {
        const List* rest = given.back().list();
        given.pop_back();
        for (uint32_t i = 0; i < rest->length; ++i)
            given.push_back(rest->at(i));
    }
    StrandOptions options;
    options.isIsolated = function.as<Function>()->code->code->isIsolated;
    options.future = future.as<Future>();
    Strand& started = worker.start(function, given, std::move(options));
    started.transactions = strand.transactions;
    return true;
}

bool Interpreter::startWorker(const Value& future, const Value& function, const Value& peers,
                              uint32_t member) {
    if (!strand.locks.empty())
        return fail("{ballerina}StartInLock", "a strand cannot be started inside of a lock statement");
    const FunctionCode& code = *function.as<Function>()->code->code;
    StrandOptions options{code.name, code.isIsolated, nullptr, future.as<Future>()};
    options.future->isWorker = true;
    Strand& started = worker.start(function, {}, std::move(options));
    if (code.isTransactional)
        started.transactions = strand.transactions;
    if (peers.is(Tag::Peers) && started.frameCount) {
        started.frames[0].flags |= PeerFrame;
        started.memberships.push_back({peers, member, 0});
    }
    return true;
}

Step Interpreter::enterLock(Value& a, std::span<const Value> keys) {
    const size_t held = strand.locks.size();
    if (!worker.enterLock(strand, keys))
        return Step::Wait;
    a = Value::of(int64_t(held));
    return Step::Next;
}

Step Interpreter::wait(Value& a, const Value& value) {
    auto* future = value.as<Future>();
    if (!future->isDone) {
        worker.waitIn(future->waiting, strand);
        return Step::Wait;
    }
    if (future->isPanic) {
        thrown = future->result;
        return Step::Raise;
    }
    if (future->isCancelled) {
        fail("{ballerina}FutureAlreadyCancelled", "future has been already cancelled");
        if (future->isWorker)
            return Step::Raise;
        a = thrown;
        return Step::Next;
    }
    a = future->result;
    return Step::Next;
}

Step Interpreter::waitAny(Value& a, const Value* futures, uint32_t count) {
    const Value* lastError = nullptr;
    bool allDone = true;
    for (uint32_t i = 0; i < count; ++i) {
        auto* future = futures[i].as<Future>();
        if (!future->isDone) {
            allDone = false;
            continue;
        }
        if (future->isPanic || !(future->isCancelled || future->result.isError()))
            return wait(a, futures[i]);
        lastError = &futures[i];
    }
    if (allDone)
        return wait(a, *lastError);
    for (uint32_t i = 0; i < count; ++i)
        if (!futures[i].as<Future>()->isDone)
            worker.waitIn(futures[i].as<Future>()->waiting, strand);
    return Step::Wait;
}

} // namespace barre::runtime
