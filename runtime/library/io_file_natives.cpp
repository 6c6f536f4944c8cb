// io: whole files as text, lines, JSON, bytes and comma-separated values.
#include "runtime/library/csv.h"
#include "runtime/library/natives.h"
#include "runtime/values/convert.h"
#include "runtime/values/json.h"
#include "runtime/values/list_value.h"
#include "runtime/vm/worker.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <sstream>

namespace barre::runtime {
namespace {

NativeResult fileError(NativeCall& call, std::string_view path) {
    if (errno == ENOENT)
        return call.giveError("no such file or directory: " + std::string(path),
                              "ballerina/io:FileNotFoundError");
    if (errno == EACCES)
        return call.giveError("access denied: " + std::string(path), "ballerina/io:AccessDeniedError");
    return call.giveError(std::string(path) + ": " + std::strerror(errno), "ballerina/io:GenericError");
}

std::optional<std::string> readAll(std::string_view path) {
    errno = 0;
    std::ifstream in(std::string(path), std::ios::binary);
    if (!in)
        return {};
    std::ostringstream content;
    content << in.rdbuf();
    if (in.bad() || errno == EISDIR)
        return {};
    return std::move(content).str();
}

bool writeAll(std::string_view path, std::string_view content, bool append) {
    errno = 0;
    std::ofstream out(std::string(path),
                      append ? std::ios::binary | std::ios::app : std::ios::binary | std::ios::trunc);
    out.write(content.data(), std::streamsize(content.size()));
    out.close();
    return bool(out);
}

bool appends(NativeCall& call, uint32_t index) {
    Value option = call.argOr(index, Value::nil());
    return option.isString() && option.string()->view() == "APPEND";
}

Value frozen(Value value) {
    value.object->flags |= ReadonlyFlag;
    return value;
}

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.emplace_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

std::vector<std::string> stringsOf(const Value& list) {
    std::vector<std::string> strings;
    for (uint32_t i = 0; i < list.list()->length; ++i)
        strings.emplace_back(list.list()->at(i).string()->view());
    return strings;
}

/// The text of the file named by argument 0; else `failed` says what to return.
std::optional<std::string> textArg(NativeCall& call, NativeResult& failed) {
    auto content = readAll(call.text(0));
    if (!content) {
        failed = fileError(call, call.text(0));
    } else if (!isValidUtf8(*content)) {
        failed = call.giveError("the file is not valid UTF-8: " + std::string(call.text(0)),
                                "ballerina/io:GenericError");
        content.reset();
    }
    return content;
}

NativeResult readString(NativeCall& call) {
    NativeResult failed{};
    auto content = textArg(call, failed);
    return content ? call.giveString(*content) : failed;
}

NativeResult readLines(NativeCall& call) {
    NativeResult failed{};
    auto content = textArg(call, failed);
    return content ? call.give(frozen(call.vm().stringList(linesOf(*content)))) : failed;
}

NativeResult readJson(NativeCall& call) {
    NativeResult failed{};
    auto content = textArg(call, failed);
    if (!content)
        return failed;
    ConvertContext context{call.heap(), call.worker.types(), call.vm().typeTable()};
    Converted parsed = parseJson(context, *content);
    if (!parsed)
        return call.giveError(parsed.error, "ballerina/io:GenericError");
    return call.give(cloneReadOnly(context, parsed.value));
}

NativeResult readBytes(NativeCall& call) {
    auto content = readAll(call.text(0));
    return content ? call.give(frozen(call.vm().bytes(*content))) : fileError(call, call.text(0));
}

NativeResult readCsv(NativeCall& call) {
    NativeResult failed{};
    auto content = textArg(call, failed);
    if (!content)
        return failed;
    std::vector<Value> rows;
    int64_t skip = call.arg(1).integer;
    for (const auto& row : parseCsv(*content))
        if (skip-- <= 0)
            rows.push_back(call.vm().stringList(row));
    types::TypeContext& types = call.worker.types();
    const TypeInfo* type =
        call.vm().typeTable().of(types::arrayOf(types, types::arrayOf(types, types::stringType)));
    return call.give(Value::of(makeList(call.heap(), type, rows)));
}

NativeResult writeText(NativeCall& call, std::string_view content, bool append) {
    return writeAll(call.text(0), content, append) ? call.giveNil() : fileError(call, call.text(0));
}

NativeResult writeString(NativeCall& call) {
    return writeText(call, call.text(1), appends(call, 2));
}

NativeResult writeLines(NativeCall& call) {
    std::string content;
    for (const std::string& line : stringsOf(call.arg(1)))
        content += line + '\n';
    return writeText(call, content, appends(call, 2));
}

NativeResult writeBytes(NativeCall& call) {
    const List* list = call.arg(1).list();
    std::string content;
    for (uint32_t i = 0; i < list->length; ++i)
        content += char(list->at(i).integer);
    return writeText(call, content, appends(call, 2));
}

NativeResult writeCsv(NativeCall& call) {
    std::string content;
    const List* rows = call.arg(1).list();
    for (uint32_t i = 0; i < rows->length; ++i)
        content += formatCsvRow(stringsOf(rows->at(i))) + '\n';
    return writeText(call, content, appends(call, 2));
}

constexpr NativeRow rows[] = {
    {"ballerina/io:fileReadString", readString}, {"ballerina/io:fileReadLines", readLines},
    {"ballerina/io:fileReadJson", readJson},     {"ballerina/io:fileReadBytes", readBytes},
    {"ballerina/io:readCsvRows", readCsv},       {"ballerina/io:fileWriteString", writeString},
    {"ballerina/io:fileWriteLines", writeLines}, {"ballerina/io:fileWriteBytes", writeBytes},
    {"ballerina/io:fileWriteCsv", writeCsv},
};

} // namespace

std::span<const NativeRow> ioFileNatives() {
    return rows;
}

} // namespace barre::runtime
