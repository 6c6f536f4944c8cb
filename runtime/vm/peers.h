// The messages between the workers of one function or fork statement.
#pragma once

#include "runtime/values/heap.h"

#include <vector>

namespace barre::runtime {

/// How far a worker has come, for those that wait for its messages.
enum class WorkerState : uint8_t { Running, Succeeded, Failed, Panicked };

/// A queue for each pair of workers. The compiler has given every send and every receive its slot of a queue,
/// so that a send that does not happen leaves its slot empty and the receive that belongs to it fails.
struct Peers : ManagedObject {
    struct Queue {
        std::vector<Value> slots; ///< Absent: nothing was sent
        uint32_t written = 0;     ///< slots below it have what they will ever have
        uint32_t read = 0;        ///< slots below it have been received
    };
    struct Member {
        WorkerState state = WorkerState::Running;
        Value value; ///< the error that it ended with
    };
    std::vector<Member> members; ///< of a function: itself first
    std::vector<Queue> queues;   ///< sender * members + receiver
    Value waiting;               ///< strands; see Worker::waitIn

    const Member& sender(uint32_t queue) const { return members[queue / members.size()]; }
    const Member& receiver(uint32_t queue) const { return members[queue % members.size()]; }
    void trace(Tracer& tracer);
};

Peers* makePeers(Heap& heap, uint32_t members);
/// The message of a slot, which counts as received; Absent: nothing was sent.
Value takeMessage(Peers& peers, uint32_t queue, uint32_t slot);
/// Slots below `count` will not be written any more.
void advanceQueue(Peers& peers, uint32_t queue, uint32_t count);
/// A member has ended with a value, or with the error of a panic.
void endMember(Peers& peers, uint32_t member, const Value& value, bool isPanic);

} // namespace barre::runtime
