#include "runtime/vm/interpreter.h"

#include "runtime/values/equality.h"
#include "runtime/vm/peers.h"
#include "runtime/vm/ranges.h"
#include "runtime/vm/sequences.h"

#include <cmath>

namespace barre::runtime {

// The body of the loop is in the ops_*.h files, one chapter each. What can fail or allocates much is a member
// function that stands elsewhere and returns false when it has thrown.
#define TARGET(name) op_##name:
#define NEXT                                                                                                 \
    do {                                                                                                     \
        i = pc++;                                                                                            \
        goto* labels[uint16_t(i->op)];                                                                       \
    } while (0)
#define A base[i->a]
#define B base[i->b]
#define C base[i->c]
#define SAVE (strand.frames[strand.frameCount - 1].next = pc)
#define SET(to, newTag, newPayload)                                                                          \
    do {                                                                                                     \
        Value& target = to;                                                                                  \
        target.bits = uint64_t(newTag);                                                                      \
        target.payload = uint64_t(newPayload);                                                               \
    } while (0)
#define SET_INT(to, value) SET(to, Tag::Int, value)
#define SET_BOOLEAN(to, value) SET(to, Tag::Boolean, value)
#define SET_FLOAT(to, value)                                                                                 \
    do {                                                                                                     \
        const double result = value;                                                                         \
        Value& target = to;                                                                                  \
        target.bits = uint64_t(Tag::Float);                                                                  \
        target.floating = result;                                                                            \
    } while (0)
// Two plain moves: a 16-byte load right after two 8-byte stores would wait for the store buffer.
#define COPY(to, from)                                                                                       \
    do {                                                                                                     \
        const Value& source = from;                                                                          \
        Value& target = to;                                                                                  \
        const uint64_t sourceBits = source.bits, sourcePayload = source.payload;                             \
        target.bits = sourceBits;                                                                            \
        target.payload = sourcePayload;                                                                      \
    } while (0)
// A value has been stored into an object; Heap::wrote() has to know while it marks.
#define WROTE(value)                                                                                         \
    do {                                                                                                     \
        if ((value).isHeap())                                                                                \
            heap.wrote(value);                                                                               \
    } while (0)
#define SLOW(call)                                                                                           \
    do {                                                                                                     \
        SAVE;                                                                                                \
        if (!(call)) [[unlikely]]                                                                            \
            goto raising;                                                                                    \
        NEXT;                                                                                                \
    } while (0)
#define SLOW_UNLESS(condition, call)                                                                         \
    if (!(condition)) [[unlikely]]                                                                           \
    SLOW(call)
#define STEP(call)                                                                                           \
    do {                                                                                                     \
        step = call;                                                                                         \
        goto stepping;                                                                                       \
    } while (0)
// An instruction that is run again when the strand goes on.
#define AGAIN(call)                                                                                          \
    do {                                                                                                     \
        strand.frames[strand.frameCount - 1].next = i;                                                       \
        step = call;                                                                                         \
        if (step == Step::Next)                                                                              \
            NEXT;                                                                                            \
        if (step == Step::Raise)                                                                             \
            SAVE;                                                                                            \
        goto stepping;                                                                                       \
    } while (0)
#define POLL                                                                                                 \
    if (--fuel < 0) [[unlikely]]                                                                             \
    goto polling
// The last jump back is remembered: where a loop goes on then depends on a comparison, which the processor
// guesses, and not on the offset, which it would have to wait for in every round. The empty asm keeps the
// comparison a branch.
#define GO_BACK(offset)                                                                                      \
    do {                                                                                                     \
        if (i != loopEnd) [[unlikely]] {                                                                     \
            loopEnd = i;                                                                                     \
            loopBegin = pc + offset;                                                                         \
            asm volatile("");                                                                                \
        }                                                                                                    \
        pc = loopBegin;                                                                                      \
        POLL;                                                                                                \
        NEXT;                                                                                                \
    } while (0)

Stop Interpreter::run() {
    static const void* const labels[] = {
#define OPCODE(name, format, text) &&op_##name,
#include "runtime/bytecode/opcodes.def"
#undef OPCODE
    };
    int32_t& fuel = worker.fuel();
    const Instruction* pc = nullptr;
    const Instruction* i = nullptr;
    const Instruction* loopEnd = nullptr;
    const Instruction* loopBegin = nullptr;
    Value* base = nullptr;
    Value* stackEnd = nullptr;
    if (!strand.hasDelivery && strand.top().function->native)
        return Stop::Waiting; // woken by something it no longer waits for
    Step step = strand.hasDelivery ? deliver() : Step::Next;

stepping:
    switch (step) {
    case Step::Next: break;
    case Step::Raise: goto raising;
    case Step::Wait: return Stop::Waiting;
    case Step::Ended: return Stop::Ended;
    }
resuming : {
    Frame& frame = strand.top();
    pc = frame.next;
    base = strand.stack + frame.base;
    stackEnd = strand.stack + strand.stackSize;
    if (fuel <= 0 || strand.cancelRequested) [[unlikely]]
        goto polling;
    NEXT;
}
polling:
    SAVE;
    switch (safepoint()) {
    case Poll::GoOn: NEXT;
    case Poll::Throw: goto raising;
    case Poll::Cancel: return Stop::Ended;
    case Poll::OutOfFuel: return Stop::OutOfFuel;
    }
raising:
    step = raise();
    if (step == Step::Next)
        goto resuming;
    goto stepping;

    {
#include "runtime/vm/ops_calls.h"
#include "runtime/vm/ops_control.h"
#include "runtime/vm/ops_numbers.h"
#include "runtime/vm/ops_structures.h"
    }
}

} // namespace barre::runtime
