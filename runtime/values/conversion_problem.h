#pragma once

#include "runtime/values/convert.h"

namespace barre::runtime {

/// Why a value cannot be converted to a type, which convertTo has found out: every place of it that does not
/// fit.
std::string problemOfConversion(const ConvertContext& context, const Value& value,
                                const types::SemType& type);

} // namespace barre::runtime
