// Values as text.
#pragma once

#include "runtime/values/value.h"

#include <string>

namespace barre::runtime {

/// `value.toString()` and what a string template inserts. Objects: `object Name`; natives that must call an
/// object's own toString do so before.
std::string toText(const Value& value);
void appendText(std::string& out, const Value& value);
/// `value.toBalString()`.
std::string toBalText(const Value& value);
/// A float as Ballerina prints it: `1.0`, `1.0E10`, `NaN`.
std::string floatText(double value);
/// A string in double quotes with the escapes of the language.
std::string quoted(std::string_view text);

} // namespace barre::runtime
