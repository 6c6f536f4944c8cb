// The kinds of values that are rarer.
#pragma once

#include "runtime/values/decimal.h"
#include "runtime/values/heap.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"

namespace barre::runtime {

struct Strand;

/// A decimal is too big for a Value.
struct BoxedDecimal : HeapObject {
    Decimal value;
};
inline Value decimalValue(Heap& heap, const Decimal& value) {
    auto* box = static_cast<BoxedDecimal*>(heap.allocate(sizeof(BoxedDecimal), Tag::Decimal, ReadonlyFlag));
    box->value = value;
    return Value::of(box);
}
inline const Decimal& decimalOf(const Value& value) {
    return value.as<BoxedDecimal>()->value;
}

/// A type as a value.
struct Typedesc : HeapObject {
    const TypeInfo* type;
};
Value typedescValue(Heap& heap, const TypeInfo* type);

/// A stream over an object with next() (and close()), or over an iterator of the engine.
struct Stream : HeapObject {
    const TypeInfo* type;
    Value source;  ///< object, or Iterator
    bool ended;
};

/// What a strand will give.
struct Future : HeapObject {
    const TypeInfo* type;
    Strand* strand;
    Value result;
    bool isDone;
    bool isPanic;
    bool isCancelled;
    Strand* waiting; ///< list by Strand::nextWaiting
};

/// Position in a sequence of the engine: what ITERATE makes.
struct Iterator : HeapObject {
    Value source;
    int64_t at;    ///< index, byte or entry
    int64_t limit; ///< of a range: the end, not included
    Value extra;
};

/// C++ data as a value (`handle`) or as a native's private state.
struct Handle : HeapObject {
    void* data;
    void (*destroy)(void*);
};

} // namespace barre::runtime
