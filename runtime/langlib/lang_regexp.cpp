#include "runtime/langlib/modules.h"
#include "runtime/langlib/regexp_pattern.h"
#include "runtime/langlib/support.h"

namespace barre::runtime {
namespace {

constexpr const char* parsingError = "{ballerina/lang.regexp}RegularExpressionParsingError";
constexpr const char* templateError = "{ballerina}RegularExpressionParsingError";

NativeResult fromString(NativeCall& call) {
    std::string error;
    const Value regexp = regexpOf(call.heap(), call.text(0), compilePattern(call.text(0), error));
    return regexp.isNil() ? giveErrorNamed(call, parsingError, error) : call.give(regexp);
}

// What a template `re …` compiles to: strings and values in turn. A value is a pattern of its own, and matches
// as one; in the text of the whole it stands as it is. What is no pattern is a panic.
NativeResult make(NativeCall& call) {
    std::string source, pattern, error;
    for (uint32_t i = 0; i < call.count; ++i) {
        const bool isInserted = i % 2;
        const std::string text = toText(call.arg(i));
        if (isInserted && !compilePattern(text, error))
            return call.panic(templateError, error);
        source += text;
        pattern += isInserted ? "(?:" + text + ")" : text;
    }
    const Value regexp = regexpOf(call.heap(), source, compilePattern(pattern, error));
    return regexp.isNil() ? call.panic(templateError, error) : call.give(regexp);
}

Value spans(NativeCall& call, String* text, const PatternMatch& match) {
    List* list = makeList(call.heap(), call.vm().typeTable().intList());
    for (const auto& [begin, end] : match.groups) {
        append(call.heap(), list,
               Value::of(begin < 0 ? -1 : codePointIndex(call.heap(), text, size_t(begin))));
        append(call.heap(), list, Value::of(begin < 0 ? -1 : codePointIndex(call.heap(), text, size_t(end))));
    }
    return Value::of(list);
}

NativeResult searchHow(NativeCall& call, PatternAnchor anchor) {
    String* text = call.arg(1).string();
    const int64_t from = call.count > 2 ? call.argOr(2, Value::of(0)).integer : 0;
    if (from < 0 || from > int64_t(text->length))
        return call.panic("{ballerina/lang.regexp}IndexOutOfRange",
                          "start index cannot be less than 0 or beyond the end");
    PatternMatch match;
    // Where the match must begin at an index, the text begins there too: `^` matches.
    const size_t begin = byteOffset(call.heap(), text, from);
    const size_t skipped = anchor == PatternAnchor::None ? 0 : begin;
    if (!matchPattern(call.arg(0).as<Regexp>()->compiled.get(), text->view().substr(skipped), begin - skipped,
                      anchor, match))
        return call.giveNil();
    for (auto& [first, last] : match.groups)
        if (first >= 0)
            first += int64_t(skipped), last += int64_t(skipped);
    return call.give(spans(call, text, match));
}

NativeResult search(NativeCall& call) {
    return searchHow(call, PatternAnchor::None);
}
NativeResult searchAt(NativeCall& call) {
    return searchHow(call, PatternAnchor::Start);
}
NativeResult searchFull(NativeCall& call) {
    return searchHow(call, PatternAnchor::Both);
}

NativeResult searchAll(NativeCall& call) {
    String* text = call.arg(1).string();
    const int64_t from = call.arg(2).integer;
    if (from < 0 || from > int64_t(text->length))
        return call.panic("{ballerina/lang.regexp}IndexOutOfRange",
                          "start index cannot be less than 0 or beyond the end");
    List* all = makeList(call.heap(), call.vm().typeTable().anyList());
    size_t at = byteOffset(call.heap(), text, from);
    PatternMatch match;
    while (at <= text->byteLength && matchPattern(call.arg(0).as<Regexp>()->compiled.get(), text->view(), at,
                                                  PatternAnchor::None, match)) {
        append(call.heap(), all, spans(call, text, match));
        at = size_t(match.groups[0].second);
        if (match.groups[0].first != match.groups[0].second)
            continue;
        do
            ++at;
        while (at < text->byteLength && (text->data[at] & 0xC0) == 0x80);
    }
    return call.give(Value::of(all));
}

constexpr NativeRow rows[] = {
    {"ballerina/lang.regexp:fromString", fromString}, {"barre:regexp", make},
    {"ballerina/lang.regexp:search", search},         {"ballerina/lang.regexp:searchAt", searchAt},
    {"ballerina/lang.regexp:searchFull", searchFull}, {"ballerina/lang.regexp:searchAll", searchAll},
};

} // namespace

std::span<const NativeRow> regexpNatives() {
    return rows;
}

} // namespace barre::runtime
