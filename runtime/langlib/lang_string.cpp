#include "runtime/langlib/encodings.h"
#include "runtime/langlib/modules.h"
#include "runtime/langlib/support.h"

#include <algorithm>
#include <cstring>

namespace barre::runtime {
namespace {

NativeResult length(NativeCall& call) {
    return call.give(Value::of(int64_t(call.arg(0).string()->length)));
}

/// Copies its bytes by the first and the last N of them, which may overlap.
template<size_t N>
void copyByEnds(char* to, std::string_view text) {
    std::memcpy(to, text.data(), N);
    std::memcpy(to + text.size() - N, text.data() + text.size() - N, N);
}

/// Most pieces are short: a call of memcpy for each would take longer than the copy.
char* copyText(char* to, std::string_view text) {
    const size_t size = text.size();
    if (size > 16)
        std::memcpy(to, text.data(), size);
    else if (size >= 8)
        copyByEnds<8>(to, text);
    else if (size >= 4)
        copyByEnds<4>(to, text);
    else if (size >= 2)
        copyByEnds<2>(to, text);
    else if (size == 1)
        *to = text.front();
    return to + size;
}

/// The strings of a list with a separator between them.
NativeResult giveJoined(NativeCall& call, const List* list, std::string_view separator,
                        uint32_t separatorLength) {
    if (!list->length)
        return call.giveString("");
    size_t bytes = size_t(separator.size()) * (list->length - 1);
    size_t length = size_t(separatorLength) * (list->length - 1);
    for (uint32_t i = 0; i < list->length; ++i) {
        bytes += list->values[i].string()->byteLength;
        length += list->values[i].string()->length;
    }
    if (bytes > maxStringBytes || !call.heap().hasRoomFor(bytes))
        return call.panic("{ballerina}OutOfMemory", "string too long");
    return call.give(Value::of(buildString(call.heap(), bytes, uint32_t(length), [&](char* to) {
        for (uint32_t i = 0; i < list->length; ++i) {
            if (i)
                to = copyText(to, separator);
            to = copyText(to, list->values[i].string()->view());
        }
    })));
}

NativeResult concatAll(NativeCall& call) {
    return giveJoined(call, call.arg(0).list(), "", 0);
}

NativeResult joinAll(NativeCall& call) {
    return giveJoined(call, call.arg(1).list(), call.text(0), call.arg(0).string()->length);
}

NativeResult outOfRange(NativeCall& call, int64_t index) {
    return call.panic("{ballerina/lang.string}IndexOutOfRange",
                      "string index out of range: index: " + std::to_string(index) +
                          ", size: " + std::to_string(call.arg(0).string()->length));
}

NativeResult getCodePoint(NativeCall& call) {
    const int64_t index = call.arg(1).integer;
    if (index < 0 || index >= int64_t(call.arg(0).string()->length))
        return outOfRange(call, index);
    return call.give(Value::of(int64_t(codePointAt(call.heap(), call.arg(0).string(), index))));
}

NativeResult substringNative(NativeCall& call) {
    String* string = call.arg(0).string();
    const int64_t from = call.arg(1).integer;
    const int64_t to = call.argOr(2, Value::of(int64_t(string->length))).integer;
    if (from < 0 || to > int64_t(string->length) || from > to)
        return call.panic("{ballerina/lang.string}StringOperationError",
                          "string index out of range. Length:'" + std::to_string(string->length) +
                              "' requested: '" + std::to_string(from) + "' to '" + std::to_string(to) + "'");
    return call.give(Value::of(substring(call.heap(), string, from, to)));
}

NativeResult codePointCompare(NativeCall& call) {
    const int order = compare(call.arg(0).string(), call.arg(1).string());
    return call.give(Value::of(order < 0 ? -1 : order > 0 ? 1 : 0));
}

int64_t findFrom(NativeCall& call, int64_t from) {
    String* string = call.arg(0).string();
    from = std::max<int64_t>(from, 0);
    if (from > int64_t(string->length))
        return -1;
    const size_t at = string->view().find(call.text(1), byteOffset(call.heap(), string, from));
    return at == std::string_view::npos ? -1 : codePointIndex(call.heap(), string, at);
}

NativeResult indexOf(NativeCall& call) {
    const int64_t at = findFrom(call, call.argOr(2, Value::of(0)).integer);
    return at < 0 ? call.giveNil() : call.give(Value::of(at));
}

NativeResult includes(NativeCall& call) {
    return call.give(Value::of(findFrom(call, call.argOr(2, Value::of(0)).integer) >= 0));
}

NativeResult lastIndexOf(NativeCall& call) {
    String* string = call.arg(0).string();
    const int64_t last = int64_t(string->length) - call.arg(1).string()->length;
    const int64_t from = std::min(call.argOr(2, Value::of(last)).integer, last);
    if (from < 0)
        return call.giveNil();
    const size_t at = string->view().rfind(call.text(1), byteOffset(call.heap(), string, from));
    return at == std::string_view::npos ? call.giveNil()
                                        : call.give(Value::of(codePointIndex(call.heap(), string, at)));
}

NativeResult startsWith(NativeCall& call) {
    return call.give(Value::of(call.text(0).starts_with(call.text(1))));
}
NativeResult endsWith(NativeCall& call) {
    return call.give(Value::of(call.text(0).ends_with(call.text(1))));
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}
char upper(char c) {
    return c >= 'a' && c <= 'z' ? char(c - 32) : c;
}

template<char (*Change)(char)>
NativeResult changeCase(NativeCall& call) {
    std::string text(call.text(0));
    std::transform(text.begin(), text.end(), text.begin(), Change);
    return call.give(Value::of(makeString(call.heap(), text, call.arg(0).string()->length)));
}

NativeResult equalsIgnoreCaseAscii(NativeCall& call) {
    const std::string_view a = call.text(0), b = call.text(1);
    return call.give(Value::of(std::equal(a.begin(), a.end(), b.begin(), b.end(),
                                          [](char x, char y) { return lower(x) == lower(y); })));
}

NativeResult trim(NativeCall& call) {
    std::string_view text = call.text(0);
    const auto isSpace = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text.size() == call.text(0).size() ? call.give(call.arg(0)) : call.giveString(text);
}

NativeResult toBytes(NativeCall& call) {
    return call.give(call.vm().bytes(call.text(0)));
}

NativeResult fromBytes(NativeCall& call) {
    const std::string bytes = bytesOfList(call.arg(0).list());
    if (!isValidUtf8(bytes))
        return giveErrorNamed(call, "{ballerina/lang.string}FromBytesFailed", "invalid UTF-8 byte array");
    return call.giveString(bytes);
}

NativeResult toCodePointInts(NativeCall& call) {
    const std::string_view text = call.text(0);
    List* list = makeList(call.heap(), call.vm().typeTable().intList(), call.arg(0).string()->length);
    for (size_t at = 0; at < text.size();)
        append(call.heap(), list, Value::of(int64_t(nextCodePoint(text, at))));
    return call.give(Value::of(list));
}

NativeResult characters(NativeCall& call) {
    const std::string_view text = call.text(0);
    List* list = makeList(call.heap(), call.vm().typeTable().stringList(), call.arg(0).string()->length);
    for (size_t at = 0; at < text.size();) {
        const size_t from = at;
        nextCodePoint(text, at);
        append(call.heap(), list, Value::of(makeString(call.heap(), text.substr(from, at - from), 1)));
    }
    return call.give(Value::of(list));
}

NativeResult toCodePointInt(NativeCall& call) {
    return call.give(Value::of(int64_t(codePointAt(call.heap(), call.arg(0).string(), 0))));
}

bool isCodePoint(int64_t value) {
    return value >= 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
}

NativeResult fromCodePointInts(NativeCall& call) {
    const List* list = call.arg(0).list();
    std::string text;
    for (uint32_t i = 0; i < list->length; ++i) {
        if (!isCodePoint(list->at(i).integer))
            return giveErrorNamed(call, "{ballerina/lang.string}InvalidCodePoint",
                                  "invalid codepoint: " + std::to_string(list->at(i).integer));
        appendCodePoint(text, uint32_t(list->at(i).integer));
    }
    return call.giveString(text);
}

NativeResult fromCodePointInt(NativeCall& call) {
    if (!isCodePoint(call.arg(0).integer))
        return giveErrorNamed(call, "{ballerina/lang.string}InvalidCodePoint",
                              "invalid codepoint: " + std::to_string(call.arg(0).integer));
    return call.give(Value::of(charString(call.heap(), uint32_t(call.arg(0).integer))));
}

enum class Pad { Start, End, Zero };

template<Pad Where>
NativeResult pad(NativeCall& call) {
    const String* string = call.arg(0).string();
    const int64_t missing = call.arg(1).integer - int64_t(string->length);
    if (missing <= 0)
        return call.give(call.arg(0));
    const std::string filler(call.arg(2).isAbsent() ? (Where == Pad::Zero ? "0" : " ") : call.text(2));
    if (!call.heap().hasRoomFor(size_t(missing) * filler.size()) || missing > int64_t(maxStringBytes / 4))
        return call.panic("{ballerina}OutOfMemory", "string too long");
    std::string padding;
    for (int64_t i = 0; i < missing; ++i)
        padding += filler;
    std::string_view text = string->view();
    if (Where == Pad::End)
        return call.giveString(std::string(text) + padding);
    std::string sign;
    if (Where == Pad::Zero && (text.starts_with('-') || text.starts_with('+'))) {
        sign = text.front();
        text.remove_prefix(1);
    }
    return call.giveString(sign + padding + std::string(text));
}

constexpr NativeRow rows[] = {
    {"ballerina/lang.string:length", length},
    {"ballerina/lang.string:concat", concatAll},
    {"ballerina/lang.string:join", joinAll},
    {"ballerina/lang.string:getCodePoint", getCodePoint},
    {"ballerina/lang.string:substring", substringNative},
    {"ballerina/lang.string:codePointCompare", codePointCompare},
    {"ballerina/lang.string:indexOf", indexOf},
    {"ballerina/lang.string:lastIndexOf", lastIndexOf},
    {"ballerina/lang.string:includes", includes},
    {"ballerina/lang.string:startsWith", startsWith},
    {"ballerina/lang.string:endsWith", endsWith},
    {"ballerina/lang.string:toLowerAscii", changeCase<lower>},
    {"ballerina/lang.string:toUpperAscii", changeCase<upper>},
    {"ballerina/lang.string:equalsIgnoreCaseAscii", equalsIgnoreCaseAscii},
    {"ballerina/lang.string:trim", trim},
    {"ballerina/lang.string:toBytes", toBytes},
    {"ballerina/lang.string:fromBytes", fromBytes},
    {"ballerina/lang.string:toCodePointInts", toCodePointInts},
    {"ballerina/lang.string:characters", characters},
    {"ballerina/lang.string:toCodePointInt", toCodePointInt},
    {"ballerina/lang.string:fromCodePointInts", fromCodePointInts},
    {"ballerina/lang.string:fromCodePointInt", fromCodePointInt},
    {"ballerina/lang.string:padStart", pad<Pad::Start>},
    {"ballerina/lang.string:padEnd", pad<Pad::End>},
    {"ballerina/lang.string:padZero", pad<Pad::Zero>},
};

} // namespace

std::span<const NativeRow> stringNatives() {
    return rows;
}

} // namespace barre::runtime
