#pragma once

#include "runtime/values/value.h"

#include <cstdint>

namespace barre::runtime {

/// `a == b`: deep equality of anydata.
bool deepEqual(const Value& a, const Value& b);
/// `a === b`: the same value for simple values and strings, the same object else.
bool sameValue(const Value& a, const Value& b);
/// A hash such that deepEqual values have the same one.
uint32_t hashValue(const Value& value);

enum class Order : int8_t { Less = -1, Equal = 0, Greater = 1, Unordered = 2 };
/// The order of `<` and its kind: nil and NaN compare with nothing but their like.
Order compareOrdered(const Value& a, const Value& b);
/// A total order for sorting: nil and NaN come last whatever the direction, as the specification says.
/// `descending` turns everything else round.
int compareForSort(const Value& a, const Value& b, bool descending);

} // namespace barre::runtime
