// io: whole files as text, lines, JSON and bytes.
#include "runtime/langlib/support.h"
#include "runtime/library/files.h"
#include "runtime/library/natives.h"
#include "runtime/values/json.h"

#include <optional>

namespace barre::runtime {
namespace {

/// Reads the file in argument 0 as text and gives what `make` makes of it.
template<class Make>
NativeResult giveOfText(NativeCall& call, Make make) {
    FileProblem problem;
    const auto content = textOf(call.text(0), problem);
    return content ? make(*content) : giveProblem(call, problem);
}

NativeResult readString(NativeCall& call) {
    return giveOfText(call, [&](const std::string& text) { return call.giveString(joinedLines(text)); });
}

NativeResult readLines(NativeCall& call) {
    return giveOfText(
        call, [&](const std::string& text) { return call.give(call.vm().stringList(linesOf(text))); });
}

NativeResult readJson(NativeCall& call) {
    return giveOfText(call, [&](const std::string& text) {
        const Converted parsed = parseJson(conversions(call), text);
        return parsed ? call.give(parsed.value) : giveIoError(call, "GenericError", parsed.error);
    });
}

NativeResult readBytes(NativeCall& call) {
    FileProblem problem;
    const auto content = bytesOf(call.text(0), problem);
    if (!content)
        return giveProblem(call, problem);
    const Value bytes = call.vm().bytes(*content);
    bytes.object->flags |= ReadonlyFlag;
    return call.give(bytes);
}

NativeResult writeContent(NativeCall& call, std::string_view content) {
    FileProblem problem;
    const File file = openToWrite(call.text(0), asksToAppend(call, 2), problem);
    if (!file)
        return giveProblem(call, problem);
    std::fwrite(content.data(), 1, content.size(), file.get());
    return std::fflush(file.get()) == 0 ? call.giveNil() : giveProblem(call, systemProblem());
}

NativeResult writeString(NativeCall& call) {
    return writeContent(call, call.text(1));
}

NativeResult writeLines(NativeCall& call) {
    std::string content;
    const List* lines = call.arg(1).list();
    for (uint32_t i = 0; i < lines->length; ++i)
        content.append(lines->at(i).string()->view()) += '\n';
    return writeContent(call, content);
}

NativeResult writeBytes(NativeCall& call) {
    const List* list = call.arg(1).list();
    std::string content;
    for (uint32_t i = 0; i < list->length; ++i)
        content += char(list->at(i).integer);
    return writeContent(call, content);
}

constexpr NativeRow rows[] = {
    {"ballerina/io:fileReadString", readString},   {"ballerina/io:fileReadLines", readLines},
    {"ballerina/io:fileReadJson", readJson},       {"ballerina/io:fileReadBytes", readBytes},
    {"ballerina/io:fileWriteString", writeString}, {"ballerina/io:fileWriteLines", writeLines},
    {"ballerina/io:fileWriteBytes", writeBytes},
};

} // namespace

std::span<const NativeRow> ioFileNatives() {
    return rows;
}

} // namespace barre::runtime
