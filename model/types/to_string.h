// Types in the syntax of the language.
#pragma once

#include "model/types/type_context.h"

#include <string>

namespace barre::types {

/// The type as a type descriptor: `int|string`, `map<int>`, `record {| int a; |}`, or its name if it was
/// given one. A recursive type without a name has `...` where it comes again.
std::string toString(TypeContext& context, const SemType& type);
/// The same for a message: of a type that would fill many lines, `...` stands for what is too much to read.
std::string toShortString(TypeContext& context, const SemType& type);
/// The same as toString, without using the type's own name at the top.
std::string toStringExpanded(TypeContext& context, const SemType& type);

} // namespace barre::types
