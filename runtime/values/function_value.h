#pragma once

#include "runtime/values/heap.h"

namespace barre::runtime {

struct LinkedFunction;

/// A function value: code, and for a method the object it is bound to, or the variables it has captured.
struct Function : HeapObject {
    const LinkedFunction* code;
    types::SemType type; ///< its function type
    Value self;          ///< Absent: not bound
    uint32_t captureCount;

    Value* captures() { return reinterpret_cast<Value*>(this + 1); }
};

/// A captured variable that is assigned to.
struct Cell : HeapObject {
    Value value;
};

Function* makeFunction(Heap& heap, const LinkedFunction* code, const types::SemType& type,
                       uint32_t captureCount = 0);
Cell* makeCell(Heap& heap, Value value);

} // namespace barre::runtime
