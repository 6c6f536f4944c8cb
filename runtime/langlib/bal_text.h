#pragma once

#include "runtime/values/convert.h"

#include <string_view>

namespace barre::runtime {

/// Reads what toBalString writes for anydata: literals, lists, mappings, xml templates, tables.
Converted parseBalText(const ConvertContext& context, std::string_view text);

} // namespace barre::runtime
