// Ranges and iterators of the engine.
#pragma once

#include "runtime/values/other_values.h"

namespace barre::runtime {

/// An iterator over a list, mapping, string, table, xml or range object; nil if the value is none of these.
Value makeIterator(Heap& heap, const Value& source);
/// The next value; false: at the end.
bool advance(Heap& heap, Iterator* iterator, Value& out);

} // namespace barre::runtime
