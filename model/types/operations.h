// Set operations on types and the questions built on them.
#pragma once

#include "model/types/type_context.h"

namespace barre::types {

SemType unite(TypeContext& context, const SemType& a, const SemType& b);
SemType intersect(TypeContext& context, const SemType& a, const SemType& b);
SemType diff(TypeContext& context, const SemType& a, const SemType& b);
/// All values that are not of the type.
SemType complement(TypeContext& context, const SemType& type);

/// No shape belongs to it.
bool isEmpty(TypeContext& context, const SemType& type);
bool isSubtype(TypeContext& context, const SemType& a, const SemType& b);
/// The same set of shapes.
bool isSameType(TypeContext& context, const SemType& a, const SemType& b);
/// Some shape belongs to both.
bool overlaps(TypeContext& context, const SemType& a, const SemType& b);
/// Empty only because every shape would be infinite, as of `type T [T]`.
bool isCyclic(TypeContext& context, const SemType& type);

/// Values of the two types can be compared by `<`: ordered types of the same family, each maybe with nil.
bool isOrdered(TypeContext& context, const SemType& type);
bool areComparable(TypeContext& context, const SemType& a, const SemType& b);

/// Every value is immutable; the same as isSubtype(type, readonly).
bool isReadonly(TypeContext& context, const SemType& type);

} // namespace barre::types
