#include "runtime/vm/interpreter.h"
#include "runtime/vm/stack_trace.h"

namespace barre::runtime {

// Called about every `slice` calls and loop rounds, and soon after the heap has asked for a collection.
Poll Interpreter::safepoint() {
    if (strand.cancelRequested) {
        endCancelled();
        return Poll::Cancel;
    }
    if (heap.collectionWanted()) {
        heap.advance();
        if (!heap.makeRoom()) {
            fail("{ballerina}OutOfMemory", "heap limit exceeded");
            return Poll::Throw;
        }
    }
    return worker.refuel() ? Poll::GoOn : Poll::OutOfFuel;
}

void Interpreter::endCancelled() {
    strand.frameCount = 0;
    worker.strandEnded(strand, {Outcome::Kind::Cancelled, Value::nil()});
}

bool Interpreter::atStatement(const Instruction* at) {
    const FunctionCode& code = *strand.top().function->code;
    const LineEntry* place = placeOf(code, uint32_t(at - strand.top().function->begin));
    return place && vm.debugHook->statement(worker, strand, code, *place);
}

void Interpreter::fillCache(const Instruction* cache, uint32_t id, uint16_t slot) {
    const uint64_t word = uint64_t(Opcode::CACHE) | uint64_t(slot) << 16 | uint64_t(id) << 32;
    __atomic_store_n(reinterpret_cast<uint64_t*>(const_cast<Instruction*>(cache)), word, __ATOMIC_RELAXED);
}

} // namespace barre::runtime
