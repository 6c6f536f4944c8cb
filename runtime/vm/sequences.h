// Ranges and iterators of the engine.
#pragma once

#include "runtime/values/other_values.h"
#include "runtime/values/store.h"

namespace barre::runtime {

/// An iterator over a list, mapping, string, table, xml or range object; nil if the value is none of these.
Value makeIterator(Heap& heap, const Value& source);
enum class Advance : uint8_t {
    Value,
    End,
    Mutated ///< the source has changed in a way that iteration does not allow: a panic
};
/// The next value into `out`.
Advance advance(Heap& heap, Iterator* iterator, Value& out);
/// What the panic says.
Failure mutationFailure(const Iterator* iterator);

} // namespace barre::runtime
