// JSON text: own reader and writer.
#pragma once

#include "runtime/values/convert.h"

#include <string>
#include <string_view>

namespace barre::runtime {

/// What JSON numbers become: int where possible, else decimal (the reference's rule: a fraction or exponent
/// makes a decimal); or always float, or always decimal.
enum class JsonNumbers : uint8_t { Mixed, Floats, Decimals };

/// Reads one JSON value. Structures get the inherent types json[] and map<json>, or as `numbers` says.
Converted parseJson(const ConvertContext& context, std::string_view text,
                    JsonNumbers numbers = JsonNumbers::Mixed);
/// Writes json (and what toJson would make of anydata) without spaces.
std::string jsonText(const Value& value);

} // namespace barre::runtime
