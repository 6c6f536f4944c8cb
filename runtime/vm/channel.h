#pragma once

#include "runtime/values/heap.h"

#include <deque>

namespace barre::runtime {

/// Messages from one worker to another.
struct Channel : ManagedObject {
    struct Message {
        Value value;
        uint64_t number;
    };
    std::deque<Message> messages;
    uint64_t sent = 0;
    uint64_t received = 0;
    bool isClosed = false;
    Value ending;    ///< what the sender ended with: nil, an error, or a panic's error
    Value senders;   ///< strands that wait until something is received
    Value receivers; ///< strands that wait for a message

    void trace(Tracer& tracer);
};

Value makeChannel(Heap& heap);

} // namespace barre::runtime
