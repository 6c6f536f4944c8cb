// io: printing and reading lines.
#include "runtime/langlib/object_texts.h"
#include "runtime/library/natives.h"
#include "runtime/library/standard_input.h"
#include "runtime/values/list_value.h"
#include "runtime/values/text.h"
#include "runtime/vm/worker.h"

#include <cstdio>
#include <string>

namespace barre::runtime {

bool flushOutput() {
    return std::fflush(stdout) == 0 && !std::ferror(stdout);
}

namespace {

std::string textOfAll(const Value& values, SpokenTexts& spoken) {
    std::string text;
    if (values.isList())
        for (uint32_t i = 0; i < values.list()->length; ++i)
            appendText(text, values.list()->at(i), spoken);
    return text;
}

void write(FILE* stream, const std::string& text) {
    if (stream == stderr)
        std::fflush(stdout);
    std::fwrite(text.data(), 1, text.size(), stream);
}

FILE* streamOf(NativeCall& call) {
    return call.arg(0).integer == 2 ? stderr : stdout;
}

NativeResult print(NativeCall& call, const std::string& text) {
    write(stdout, text);
    return call.giveNil();
}

NativeResult println(NativeCall& call, const std::string& text) {
    write(stdout, text + '\n');
    return call.giveNil();
}

NativeResult fprint(NativeCall& call, const std::string& text) {
    write(streamOf(call), text);
    return call.giveNil();
}

NativeResult fprintln(NativeCall& call, const std::string& text) {
    write(streamOf(call), text + '\n');
    return call.giveNil();
}

NativeResult hasLine(NativeCall& call) {
    return call.give(Value::of(standardInput().hasLine()));
}

// A prompt must be seen before somebody answers it.
NativeResult awaitLine(NativeCall& call) {
    flushOutput();
    standardInput().whenLine([reply = ReplyTo(call)] { reply.send([](Worker&) { return Value::nil(); }); });
    return call.suspend();
}

NativeResult takeLine(NativeCall& call) {
    const std::string line = standardInput().takeLine();
    return call.giveString(isValidUtf8(line) ? line : std::string());
}

constexpr NativeRow rows[] = {
    {"ballerina/io:print", withText<0, textOfAll, print>},
    {"ballerina/io:println", withText<0, textOfAll, println>},
    {"ballerina/io:fprint", withText<1, textOfAll, fprint>},
    {"ballerina/io:fprintln", withText<1, textOfAll, fprintln>},
    {"ballerina/io:hasLine", hasLine},
    {"ballerina/io:awaitLine", awaitLine},
    {"ballerina/io:takeLine", takeLine},
};

} // namespace

std::span<const NativeRow> ioNatives() {
    return rows;
}

} // namespace barre::runtime
