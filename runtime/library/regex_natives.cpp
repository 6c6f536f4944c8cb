// regex: expressions in the notation of Java.
#include "runtime/langlib/regexp_pattern.h"
#include "runtime/library/natives.h"

namespace barre::runtime {
namespace {

// pattern(regex)
NativeResult pattern(NativeCall& call) {
    std::string error;
    const Value regexp =
        regexpOf(call.heap(), call.text(0), compileLoosePattern(std::string(call.text(0)), error));
    return regexp.isNil() ? call.panic("{ballerina/lang.regexp}RegularExpressionParsingError", error)
                          : call.give(regexp);
}

constexpr NativeRow rows[] = {{"ballerina/regex:pattern", pattern}};

} // namespace

std::span<const NativeRow> regexNatives() {
    return rows;
}

} // namespace barre::runtime
