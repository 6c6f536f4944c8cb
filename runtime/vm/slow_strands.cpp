#include "model/types/constructors.h"
#include "model/types/projections.h"
#include "runtime/vm/channel.h"
#include "runtime/vm/interpreter.h"

namespace barre::runtime {

void Channel::trace(Tracer& tracer) {
    for (const Message& message : messages)
        tracer.visit(message.value);
    tracer.visit(ending);
    tracer.visit(senders);
    tracer.visit(receivers);
}

Value makeChannel(Heap& heap) {
    return Value::of(heap.make<Channel>(Tag::Channel));
}

namespace {

/// future<T> of a function that returns T.
const TypeInfo* futureTypeOf(Worker& worker, const Function* function) {
    types::TypeContext& context = worker.types();
    const auto signature = types::functionSignature(context, function->type);
    return worker.vm().typeTable().of(signature ? types::futureOf(context, signature->returns)
                                                : types::futureType);
}

} // namespace

bool Interpreter::startStrand(Value& a, const Value& function, const Value* args, uint32_t count,
                              bool isWorker) {
    const LinkedFunction& code = *function.as<Function>()->code;
    auto* future = static_cast<Future*>(heap.allocate(sizeof(Future), Tag::Future));
    *future = {*future, futureTypeOf(worker, function.as<Function>()), nullptr, {}, false, false, false, {}};
    a = Value::of(future); // before the strand ends: it may do so at once
    // A worker or a start action shares what its function shares: it is isolated if that is.
    StrandOptions options{isWorker ? code.code->name : std::string(), code.code->isIsolated, nullptr};
    const std::vector<Value> copied(args, args + count);
    const Root keep(heap, Value::of(future));
    Strand& started = worker.start(function, copied, std::move(options));
    future->strand = &started;
    if (started.state == StrandState::Ended)
        future->isDone = true;
    else
        started.future = future;
    started.transactions = isWorker ? std::vector<Value>{} : strand.transactions;
    return true;
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
        return Step::Raise;
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
        if (future->isPanic || !future->result.isError())
            return wait(a, futures[i]);
        lastError = &future->result;
    }
    if (allDone) {
        a = lastError ? *lastError : Value::nil();
        return Step::Next;
    }
    for (uint32_t i = 0; i < count; ++i)
        if (!futures[i].as<Future>()->isDone)
            worker.waitIn(futures[i].as<Future>()->waiting, strand);
    return Step::Wait;
}

Step Interpreter::send(const Value& channel, const Value& value) {
    auto* to = channel.as<Channel>();
    to->messages.push_back({value, ++to->sent});
    worker.wakeAll(to->receivers);
    return Step::Next;
}

// Sends once, then waits: that it has sent is known by the delivery register, which holds the number.
Step Interpreter::syncSend(Value& a, const Value& channel, const Value& value) {
    auto* to = channel.as<Channel>();
    if (!strand.delivery.isInt()) {
        send(channel, value);
        strand.delivery = Value::of(int64_t(to->sent));
    }
    if (to->received < uint64_t(strand.delivery.integer) && !to->isClosed) {
        worker.waitIn(to->senders, strand);
        return Step::Wait;
    }
    const bool wasReceived = to->received >= uint64_t(strand.delivery.integer);
    strand.delivery = Value::nil();
    a = wasReceived ? Value::nil() : to->ending;
    return Step::Next;
}

Step Interpreter::receive(Value& a, const Value& channel) {
    auto* from = channel.as<Channel>();
    if (!from->messages.empty()) {
        a = from->messages.front().value;
        from->messages.pop_front();
        ++from->received;
        worker.wakeAll(from->senders);
        return Step::Next;
    }
    if (!from->isClosed) {
        worker.waitIn(from->receivers, strand);
        return Step::Wait;
    }
    a = from->ending;
    return Step::Next;
}

Step Interpreter::flush(Value& a, const Value& channel) {
    auto* to = channel.as<Channel>();
    if (to->received < to->sent && !to->isClosed) {
        worker.waitIn(to->senders, strand);
        return Step::Wait;
    }
    a = to->received < to->sent ? to->ending : Value::nil();
    return Step::Next;
}

void Interpreter::closeChannel(const Value& channel, const Value& value) {
    auto* ended = channel.as<Channel>();
    ended->isClosed = true;
    ended->ending = value;
    worker.wakeAll(ended->receivers);
    worker.wakeAll(ended->senders);
}

} // namespace barre::runtime
