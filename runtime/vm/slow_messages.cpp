#include "runtime/vm/interpreter.h"
#include "runtime/vm/peers.h"

#include <algorithm>

namespace barre::runtime {

Value Interpreter::newPeers(uint32_t members, bool isMember) {
    const Value peers = Value::of(makePeers(heap, members));
    if (isMember) {
        strand.top().flags |= PeerFrame;
        strand.memberships.push_back({peers, 0, strand.frameCount - 1});
    }
    return peers;
}

void Interpreter::endMembership(const Value& value, bool isPanic) {
    while (!strand.memberships.empty() && strand.memberships.back().frame == strand.frameCount - 1) {
        const Membership ended = strand.memberships.back();
        strand.memberships.pop_back();
        endMember(*ended.peers.as<Peers>(), ended.member, value, isPanic);
    }
}

Step Interpreter::awaitPeers(Peers& peers) {
    worker.waitIn(peers.waiting, strand);
    return Step::Wait;
}

Value Interpreter::noMessage() {
    const Value error = vm.error("no message", "ballerina/lang.error:NoMessage");
    fillStack(error.error());
    return error;
}

void Interpreter::sendMessage(const Value& peers, const Value& message, uint32_t queue, uint32_t slot) {
    auto& to = *peers.as<Peers>();
    std::vector<Value>& slots = to.queues[queue].slots;
    if (slots.size() <= slot)
        slots.resize(slot + 1, Value::absent());
    slots[slot] = message;
    advanceQueue(to, queue, slot + 1);
}

Step Interpreter::receive(Value& a, const Value& value, uint32_t queue, uint32_t slot) {
    auto& peers = *value.as<Peers>();
    const Peers::Member& sender = peers.sender(queue);
    if (slot < peers.queues[queue].written) {
        const Value message = takeMessage(peers, queue, slot);
        a = message.isAbsent() ? noMessage() : message;
        return Step::Next;
    }
    if (sender.state == WorkerState::Running)
        return awaitPeers(peers);
    if (sender.state == WorkerState::Panicked) {
        thrown = sender.value;
        return Step::Raise;
    }
    a = sender.value;
    return Step::Next;
}

// Nothing is taken before every slot is ready; then something is taken from each, even if one is empty.
Step Interpreter::receiveAll(Value* operands, uint32_t count) {
    auto& peers = *operands->as<Peers>();
    for (uint32_t i = 0; i < count; ++i) {
        const auto queue = uint32_t(operands[2 * i + 1].integer);
        if (operands[2 * i + 2].integer < peers.queues[queue].written)
            continue;
        return receive(*operands, *operands, queue, uint32_t(operands[2 * i + 2].integer));
    }
    bool isComplete = true;
    for (uint32_t i = 0; i < count; ++i) {
        Value& message = operands[2 * i + 1];
        message = takeMessage(peers, uint32_t(message.integer), uint32_t(operands[2 * i + 2].integer));
        isComplete = isComplete && !message.isAbsent();
    }
    *operands = isComplete ? Value::nil() : noMessage();
    return Step::Next;
}

// The first message that is no error wins; only when all senders have ended the first error does.
Step Interpreter::receiveAny(Value* operands, uint32_t count) {
    auto& peers = *operands->as<Peers>();
    Value winner = Value::absent();
    bool isUndecided = false;
    const Peers::Member* panicked = nullptr;
    for (uint32_t i = 0; i < count; ++i) {
        const auto queue = uint32_t(operands[2 * i + 1].integer),
                   slot = uint32_t(operands[2 * i + 2].integer);
        const Peers::Queue& from = peers.queues[queue];
        const Peers::Member& sender = peers.sender(queue);
        const bool isReady = slot < from.written;
        Value message = isReady && slot < from.slots.size() ? from.slots[slot] : Value::absent();
        if (!isReady && sender.state == WorkerState::Failed)
            message = sender.value;
        if (!isReady && sender.state == WorkerState::Panicked)
            panicked = &sender;
        isUndecided = isUndecided || sender.state == WorkerState::Running;
        if (winner.isAbsent() || (winner.isError() && !message.isAbsent() && !message.isError()))
            winner = message;
    }
    const bool isDecided = !winner.isAbsent() && !winner.isError();
    if (!isDecided && panicked) {
        thrown = panicked->value;
        return Step::Raise;
    }
    if (!isDecided && isUndecided)
        return awaitPeers(peers);
    for (uint32_t i = 0; i < count; ++i)
        takeMessage(peers, uint32_t(operands[2 * i + 1].integer), uint32_t(operands[2 * i + 2].integer));
    *operands = winner.isAbsent() ? noMessage() : winner;
    return Step::Next;
}

Step Interpreter::flush(Value& a, const Value& value, uint32_t queue, uint32_t count) {
    auto& peers = *value.as<Peers>();
    const Peers::Member& receiver = peers.receiver(queue);
    const bool isReceived = peers.queues[queue].read >= count;
    if (!isReceived && receiver.state == WorkerState::Running)
        return awaitPeers(peers);
    if (!isReceived && receiver.state == WorkerState::Panicked) {
        thrown = receiver.value;
        return Step::Raise;
    }
    a = isReceived ? Value::nil() : receiver.value;
    return Step::Next;
}

} // namespace barre::runtime
