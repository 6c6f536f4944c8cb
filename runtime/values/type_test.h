#pragma once

#include "model/types/type_context.h"
#include "runtime/values/type_info.h"
#include "runtime/values/value.h"

namespace barre::runtime {

/// The type that `is` sees: of mutable structures the inherent type, of everything else the shape.
types::SemType typeOf(types::TypeContext& context, const Value& value);
bool isOfTypeSlow(types::TypeContext& context, const Value& value, const types::SemType& type);
/// `value is type`.
inline bool isOfType(types::TypeContext& context, const Value& value, const types::SemType& type) {
    if ((type.all >> value.bits) & 1)
        return true;
    if (!((type.some >> value.bits) & 1))
        return false;
    return isOfTypeSlow(context, value, type);
}
/// The type as messages print it.
std::string typeText(types::TypeContext& context, const types::SemType& type);
/// The type of a value as messages print it: `int`, `string`, `Person`.
std::string typeTextOf(types::TypeContext& context, const Value& value);

} // namespace barre::runtime
