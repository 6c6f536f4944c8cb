// The types that every environment begins with. For the files of this folder only.
#pragma once

#include "model/types/type_context.h"

namespace barre::types {

/// Makes readonly, anydata, json and the atoms that they and the tests need.
void makeStandardTypes(TypeContext& context);

} // namespace barre::types
