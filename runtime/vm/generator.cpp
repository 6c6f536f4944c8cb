#include "runtime/vm/interpreter.h"

#include <algorithm>

namespace barre::runtime {
namespace {

/// The frame of a generator while it does not run. Only its own frame is on the stack when it yields.
struct Generator : ManagedObject {
    std::vector<Value> registers;
    const Instruction* next = nullptr;

    void trace(Tracer& tracer) { tracer.visit(registers.data(), registers.size()); }
};

} // namespace

Value Interpreter::newGenerator() {
    return Value::of(heap.make<Generator>(Tag::Native));
}

const Instruction* Interpreter::resumeGenerator(const Value& value) {
    const Generator& generator = *value.as<Generator>();
    std::copy(generator.registers.begin(), generator.registers.end(), strand.registers(strand.top()));
    return generator.next;
}

void Interpreter::suspendGenerator(const Value& value) {
    auto& generator = *value.as<Generator>();
    const Frame& frame = strand.top();
    const Value* registers = strand.registers(frame);
    generator.registers.assign(registers, registers + frame.function->registerCount);
    generator.next = frame.next;
}

} // namespace barre::runtime
