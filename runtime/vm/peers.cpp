#include "runtime/vm/peers.h"

#include "runtime/vm/worker.h"

#include <algorithm>

namespace barre::runtime {

void Peers::trace(Tracer& tracer) {
    for (const Member& member : members)
        tracer.visit(member.value);
    for (const Queue& queue : queues)
        tracer.visit(queue.slots.data(), queue.slots.size());
    tracer.visit(waiting);
}

Peers* makePeers(Heap& heap, uint32_t members) {
    auto* peers = heap.make<Peers>(Tag::Peers);
    peers->members.resize(members);
    peers->queues.resize(size_t(members) * members);
    return peers;
}

Value takeMessage(Peers& peers, uint32_t queue, uint32_t slot) {
    Peers::Queue& from = peers.queues[queue];
    from.read = std::max(from.read, slot + 1);
    Worker::wakeAll(peers.waiting);
    return slot < from.slots.size() ? from.slots[slot] : Value::absent();
}

void advanceQueue(Peers& peers, uint32_t queue, uint32_t count) {
    Peers::Queue& to = peers.queues[queue];
    to.written = std::max(to.written, count);
    Worker::wakeAll(peers.waiting);
}

void endMember(Peers& peers, uint32_t member, const Value& value, bool isPanic) {
    Peers::Member& ended = peers.members[member];
    ended.state = isPanic           ? WorkerState::Panicked
                  : value.isError() ? WorkerState::Failed
                                    : WorkerState::Succeeded;
    ended.value = value;
    if (ended.state == WorkerState::Succeeded)
        for (size_t to = 0; to < peers.members.size(); ++to)
            peers.queues[member * peers.members.size() + to].written = UINT32_MAX;
    Worker::wakeAll(peers.waiting);
}

} // namespace barre::runtime
