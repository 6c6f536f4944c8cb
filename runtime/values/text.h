// Values as text.
#pragma once

#include "runtime/values/value.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace barre::runtime {

struct Object;

/// What objects with a method `toString` say of themselves. Text knows no interpreter: those that have not
/// been asked are gathered, and who can ask them (`withText` of runtime/langlib/object_texts.h) does so.
struct SpokenTexts {
    std::unordered_map<const Object*, std::string> told;
    std::vector<Object*> unasked;
};

/// `value.toString()` and what a string template inserts. Objects: `object Name`.
std::string toText(const Value& value);
void appendText(std::string& out, const Value& value);
/// Objects say themselves how they print.
void appendText(std::string& out, const Value& value, SpokenTexts& spoken);
/// `value.toBalString()`.
std::string toBalText(const Value& value);
std::string toBalText(const Value& value, SpokenTexts& spoken);
/// A float as Ballerina prints it: `1.0`, `1.0E10`, `NaN`.
std::string floatText(double value);
/// A string in double quotes with the escapes of the language.
std::string quoted(std::string_view text);

} // namespace barre::runtime
