// io: printing and reading lines.
#include "runtime/library/natives.h"
#include "runtime/values/list_value.h"
#include "runtime/values/object_value.h"
#include "runtime/values/text.h"

#include <cstdio>
#include <string>

namespace barre::runtime {

bool flushOutput() {
    return std::fflush(stdout) == 0 && !std::ferror(stdout);
}

namespace {

/// A raw template prints as its strings with the values between them.
bool appendTemplate(std::string& out, const Value& value) {
    if (!value.is(Tag::Object))
        return false;
    auto* object = value.as<Object>();
    Value* strings = fieldOf(object, "strings");
    Value* insertions = fieldOf(object, "insertions");
    if (!strings || !insertions || !strings->isList() || !insertions->isList())
        return false;
    for (uint32_t i = 0; i < strings->list()->length; ++i) {
        out += strings->list()->at(i).string()->view();
        if (i < insertions->list()->length)
            appendText(out, insertions->list()->at(i));
    }
    return true;
}

void appendAll(std::string& out, const Value& values) {
    if (!values.isList())
        return;
    for (uint32_t i = 0; i < values.list()->length; ++i)
        if (Value value = values.list()->at(i); !appendTemplate(out, value))
            appendText(out, value);
}

void write(FILE* stream, const std::string& text) {
    if (stream == stderr)
        std::fflush(stdout);
    std::fwrite(text.data(), 1, text.size(), stream);
}

NativeResult print(NativeCall& call) {
    std::string out;
    appendAll(out, call.arg(0));
    write(stdout, out);
    return call.giveNil();
}

NativeResult println(NativeCall& call) {
    std::string out;
    appendAll(out, call.arg(0));
    out += '\n';
    write(stdout, out);
    return call.giveNil();
}

NativeResult fprintWith(NativeCall& call, const char* end) {
    std::string out;
    appendAll(out, call.arg(1));
    out += end;
    write(call.arg(0).integer == 2 ? stderr : stdout, out);
    return call.giveNil();
}

NativeResult fprint(NativeCall& call) {
    return fprintWith(call, "");
}

NativeResult fprintln(NativeCall& call) {
    return fprintWith(call, "\n");
}

NativeResult readln(NativeCall& call) {
    if (Value prompt = call.arg(0); !prompt.isAbsent() && !prompt.isNil())
        write(stdout, toText(prompt));
    flushOutput();
    std::string line;
    for (int c = std::getc(stdin); c != EOF && c != '\n'; c = std::getc(stdin))
        line += char(c);
    if (line.ends_with('\r'))
        line.pop_back();
    return call.giveString(isValidUtf8(line) ? line : std::string());
}

constexpr NativeRow rows[] = {
    {"ballerina/io:print", print},       {"ballerina/io:println", println}, {"ballerina/io:fprint", fprint},
    {"ballerina/io:fprintln", fprintln}, {"ballerina/io:readln", readln},
};

} // namespace

std::span<const NativeRow> ioNatives() {
    return rows;
}

} // namespace barre::runtime
