#pragma once

#include "runtime/values/error_value.h"
#include "runtime/vm/strand.h"

namespace barre::runtime {

/// Where a strand is, the innermost call first; natives are left out.
std::vector<StackFrame> stackOf(const Strand& strand);
/// The line of a code offset, 0 if unknown.
uint32_t lineOf(const FunctionCode& code, uint32_t offset);
/// The place in the file of a code offset, or null.
const LineEntry* placeOf(const FunctionCode& code, uint32_t offset);

} // namespace barre::runtime
