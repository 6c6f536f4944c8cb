// log: time and module of a record, and the places that it goes to.
#include "runtime/library/natives.h"
#include "runtime/values/mapping_value.h"
#include "runtime/vm/stack_trace.h"
#include "runtime/vm/worker.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>

namespace barre::runtime {
namespace {

namespace fs = std::filesystem;
using Clock = fs::file_time_type::clock;

/// When the log files of one Vm were begun.
using FileStarts = std::map<std::string, fs::file_time_type, std::less<>>;

FileStarts& startsOf(Vm& vm) {
    auto& service = vm.services["ballerina/log"];
    if (!service)
        service = std::make_shared<FileStarts>();
    return *static_cast<FileStarts*>(service.get());
}

// `2024-05-08T15:45:00.123+05:30`
NativeResult currentTime(NativeCall& call) {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    tm local{};
    localtime_r(&now.tv_sec, &local);
    char text[48];
    std::string result(text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &local));
    std::snprintf(text, sizeof text, ".%03ld", now.tv_nsec / 1'000'000);
    result += text;
    const long offset = local.tm_gmtoff / 60;
    if (offset == 0)
        return call.giveString(result + "Z");
    std::snprintf(text, sizeof text, "%c%02ld:%02ld", offset < 0 ? '-' : '+', std::abs(offset) / 60,
                  std::abs(offset) % 60);
    return call.giveString(result + text);
}

/// The innermost call outside of this module.
const StackFrame* callerOf(const std::vector<StackFrame>& stack) {
    const auto found = std::find_if(stack.begin(), stack.end(),
                                    [](const StackFrame& frame) { return frame.module != "ballerina/log"; });
    return found == stack.end() ? nullptr : &*found;
}

// A file that belongs to no package has no module.
NativeResult callerModule(NativeCall& call) {
    const std::vector<StackFrame> stack = stackOf(call.strand);
    const StackFrame* caller = callerOf(stack);
    const bool isInPackage = caller && caller->module.find('/') != std::string::npos;
    return call.giveString(isInPackage ? caller->module : std::string());
}

NativeResult callerName(NativeCall& call) {
    const std::vector<StackFrame> stack = stackOf(call.strand);
    const StackFrame* caller = callerOf(stack);
    if (!caller)
        return call.giveString("unknown:unknown");
    const bool isInPackage = caller->module.find('/') != std::string::npos;
    return call.giveString((isInPackage ? caller->module : fs::path(caller->file).stem().string()) + ":" +
                           caller->function);
}

// printLine(isError, line)
NativeResult printLine(NativeCall& call) {
    flushOutput();
    FILE* out = call.arg(0).boolean() ? stderr : stdout;
    const std::string line = std::string(call.text(1)) + "\n";
    std::fwrite(line.data(), 1, line.size(), out);
    std::fflush(out);
    return call.giveNil();
}

void makeFolderOf(const fs::path& path) {
    std::error_code error;
    if (path.has_parent_path())
        fs::create_directories(path.parent_path(), error);
}

// appendText(path, text, isNew)
NativeResult appendText(NativeCall& call) {
    const std::string path(call.text(0));
    makeFolderOf(path);
    std::ofstream file(path, call.arg(2).boolean() ? std::ios::trunc : std::ios::app);
    file << call.text(1);
    file.close();
    return call.give(Value::of(!file.fail()));
}

// fileState(path): bytes, and milliseconds since this program has begun the file or found it there.
NativeResult fileState(NativeCall& call) {
    std::error_code error;
    const std::string path(call.text(0));
    const auto size = fs::file_size(path, error);
    const auto start = startsOf(call.vm()).try_emplace(path, Clock::now()).first->second;
    const auto age = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
    Value members[] = {Value::of(error ? int64_t(0) : int64_t(size)), Value::of(int64_t(age.count()))};
    return call.give(anyTuple(call, members));
}

/// `app-20260105-212048.log` for `app.log`; with a number if there is one of this second.
fs::path backupPath(const fs::path& path) {
    const time_t now = std::time(nullptr);
    tm local{};
    localtime_r(&now, &local);
    char text[32];
    std::strftime(text, sizeof text, "-%Y%m%d-%H%M%S", &local);
    const std::string name = path.stem().string() + text;
    fs::path backup = path.parent_path() / (name + ".log");
    for (int count = 1; fs::exists(backup); ++count)
        backup = path.parent_path() / (name + "-" + std::to_string(count) + ".log");
    return backup;
}

void removeOldBackups(const fs::path& path, size_t most) {
    std::vector<fs::path> backups;
    std::error_code error;
    const std::string prefix = path.stem().string() + "-";
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->path().extension() == ".log" && at->path().filename().string().starts_with(prefix))
            backups.push_back(at->path());
    std::sort(backups.begin(), backups.end());
    for (size_t i = 0; i + most < backups.size(); ++i)
        fs::remove(backups[i], error);
}

// setAside(path, maxBackupFiles)
NativeResult setAside(NativeCall& call) {
    const std::string path(call.text(0));
    std::error_code error;
    if (fs::exists(path, error))
        fs::rename(path, backupPath(path), error);
    startsOf(call.vm())[path] = Clock::now();
    removeOldBackups(path, size_t(call.arg(1).integer));
    return call.give(Value::of(!error));
}

// sensitiveFields(record): their configurations by their names.
NativeResult sensitiveFields(NativeCall& call) {
    Mapping* fields =
        makeMap(call.heap(), call.vm().typeTable().of(types::mapOf(call.worker.types(), types::valueType)));
    const TypeInfo* type = call.arg(0).mapping()->type();
    for (const auto& [name, config] :
         call.vm().annotatedFields(call.worker.types(), type, "ballerina/log:Sensitive"))
        put(call.heap(), fields, makeString(call.heap(), name), config);
    return call.give(Value::of(fields));
}

constexpr NativeRow rows[] = {
    {"ballerina/log:sensitiveFields", sensitiveFields},
    {"ballerina/log:currentTime", currentTime},
    {"ballerina/log:callerModule", callerModule},
    {"ballerina/log:callerName", callerName},
    {"ballerina/log:printLine", printLine},
    {"ballerina/log:appendText", appendText},
    {"ballerina/log:fileState", fileState},
    {"ballerina/log:setAside", setAside},
};

} // namespace

std::span<const NativeRow> logNatives() {
    return rows;
}

} // namespace barre::runtime
