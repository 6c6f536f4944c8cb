// log: writes records as logfmt or JSON on the standard error output or to a file.
#include "runtime/library/calendar.h"
#include "runtime/library/natives.h"
#include "runtime/values/json.h"
#include "runtime/values/text.h"
#include "runtime/vm/stack_trace.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace barre::runtime {
namespace {

constexpr std::array<std::string_view, 4> levels = {"ERROR", "WARN", "INFO", "DEBUG"};

/// Where records go, of one Vm.
struct LogOutput {
    FILE* file = stderr;
    ~LogOutput() {
        if (file != stderr)
            std::fclose(file);
    }
};

LogOutput& outputOf(Vm& vm) {
    auto& service = vm.services["ballerina/log"];
    if (!service)
        service = std::make_shared<LogOutput>();
    return *static_cast<LogOutput*>(service.get());
}

size_t rankOf(std::string_view level) {
    for (size_t i = 0; i < levels.size(); ++i)
        if (levels[i] == level)
            return i;
    return levels.size();
}

NativeResult isLevelEnabled(NativeCall& call) {
    return call.give(Value::of(rankOf(call.text(0)) <= rankOf(call.text(1))));
}

/// `2024-05-08T15:45:00.123+05:30`
std::string localTime() {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    tm local{};
    localtime_r(&now.tv_sec, &local);
    char text[48];
    size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &local);
    long offset = local.tm_gmtoff / 60;
    std::string result(text, length);
    std::snprintf(text, sizeof text, ".%03ld", now.tv_nsec / 1'000'000);
    result += text;
    if (offset == 0)
        return result + "Z";
    std::snprintf(text, sizeof text, "%c%02ld:%02ld", offset < 0 ? '-' : '+', std::abs(offset) / 60,
                  std::abs(offset) % 60);
    return result + text;
}

/// The module that logs: that of the innermost call outside of this module.
std::string moduleOf(const Strand& strand) {
    for (const StackFrame& frame : stackOf(strand))
        if (frame.module != "ballerina/log")
            return frame.module.starts_with("$anon") || frame.module == "." ? std::string() : frame.module;
    return {};
}

std::string jsonString(std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (uint8_t(c) < 0x20)
            out.append("\\u00").append({digits[uint8_t(c) >> 4], digits[c & 15]});
        else
            out += c;
    }
    return out + '"';
}

std::string frameText(std::string_view function, std::string_view module, std::string_view file,
                      uint32_t line) {
    std::string out = "{\"callableName\":" + jsonString(function);
    out += ", \"moduleName\":" + (module.empty() ? std::string("null") : jsonString(module));
    out += ", \"fileName\":" + jsonString(file) + ", \"lineNumber\":" + std::to_string(line) + "}";
    return out;
}

std::string errorText(const Error* error) {
    std::string causes;
    for (Value cause = error->cause; cause.isError(); cause = cause.error()->cause) {
        causes += causes.empty() ? "" : ", ";
        causes += "{\"message\":" + jsonString(cause.error()->message->view()) + ", \"detail\":";
        causes += jsonText(Value::of(cause.error()->detail)) + ", \"stackTrace\":[]}";
    }
    std::string frames;
    for (const StackFrame& frame : error->stack) {
        frames += frames.empty() ? "" : ", ";
        frames += frameText(frame.function, frame.module, frame.file, frame.line);
    }
    return "{\"causes\":[" + causes + "], \"message\":" + jsonString(error->message->view()) +
           ", \"detail\":" + jsonText(Value::of(error->detail)) + ", \"stackTrace\":[" + frames + "]}";
}

std::string valueText(const Value& value) {
    if (value.isString())
        return jsonString(value.string()->view());
    if (value.isError())
        return errorText(value.error());
    if (value.isAnyOf(types::simpleType.all) && !value.isNil())
        return toText(value);
    return jsonText(value);
}

/// The keys and values of a record in order; strings are quoted already.
using Record = std::vector<std::pair<std::string, std::string>>;

std::string format(const Record& record, bool asJson) {
    std::string line = asJson ? "{" : "";
    for (const auto& [key, value] : record) {
        if (&key != &record.front().first)
            line += asJson ? ", " : " ";
        bool bare = !asJson && (key == "time" || key == "level" || key == "module") && value.size() > 2;
        line += asJson ? jsonString(key) + ":" : key + "=";
        line += bare ? value.substr(1, value.size() - 2) : value;
    }
    return line + (asJson ? "}\n" : "\n");
}

NativeResult writeRecord(NativeCall& call) {
    Record record = {{"time", jsonString(localTime())},
                     {"level", jsonString(call.text(0))},
                     {"module", jsonString(moduleOf(call.strand))},
                     {"message", jsonString(call.text(2))}};
    if (Value error = call.arg(3); error.isError())
        record.emplace_back("error", errorText(error.error()));
    if (Value trace = call.arg(4); trace.isList())
        record.emplace_back("stackTrace", jsonText(trace));
    for (FieldCursor field(call.arg(5).mapping()); field.next();)
        record.emplace_back(std::string(field.key()->view()), valueText(field.value()));
    FILE* out = outputOf(call.vm()).file;
    std::string line = format(record, call.text(1) == "json");
    if (out == stderr)
        flushOutput();
    std::fwrite(line.data(), 1, line.size(), out);
    std::fflush(out);
    return call.giveNil();
}

NativeResult setOutputFile(NativeCall& call) {
    std::string path(call.text(0));
    if (!path.ends_with(".log"))
        return call.giveError("The given path is not valid. Should be a file with .log extension.",
                              "ballerina/log:Error");
    Value option = call.argOr(1, Value::nil());
    bool overwrite = option.isString() && option.string()->view() == "OVERWRITE";
    FILE* file = std::fopen(path.c_str(), overwrite ? "w" : "a");
    if (!file)
        return call.giveError("the log file cannot be written: " + path, "ballerina/log:Error");
    LogOutput& output = outputOf(call.vm());
    if (output.file != stderr)
        std::fclose(output.file);
    output.file = file;
    return call.giveNil();
}

constexpr NativeRow rows[] = {
    {"ballerina/log:isLevelEnabled", isLevelEnabled},
    {"ballerina/log:writeRecord", writeRecord},
    {"ballerina/log:setOutputFile", setOutputFile},
};

} // namespace

std::span<const NativeRow> logNatives() {
    return rows;
}

} // namespace barre::runtime
