// file: the file system.
#include "runtime/library/natives.h"
#include "runtime/values/list_value.h"
#include "runtime/values/other_values.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace barre::runtime {
namespace {

namespace fs = std::filesystem;

fs::path pathArg(NativeCall& call, uint32_t i) {
    return fs::path(std::string(call.text(i)));
}

NativeResult give(NativeCall& call, const std::error_code& error, const fs::path& path) {
    if (!error)
        return call.giveNil();
    const char* type = "ballerina/file:FileSystemError";
    if (error == std::errc::no_such_file_or_directory)
        type = "ballerina/file:FileNotFoundError";
    else if (error == std::errc::permission_denied)
        type = "ballerina/file:PermissionError";
    return call.giveError(path.string() + ": " + error.message(), type);
}

bool hasOption(NativeCall& call, uint32_t i, std::string_view name) {
    Value option = call.argOr(i, Value::nil());
    return option.isString() && option.string()->view() == name;
}

NativeResult getCurrentDir(NativeCall& call) {
    std::error_code error;
    return call.giveString(fs::current_path(error).string());
}

NativeResult createDir(NativeCall& call) {
    std::error_code error;
    fs::path path = pathArg(call, 0);
    bool made = hasOption(call, 1, "RECURSIVE") ? fs::create_directories(path, error)
                                                : fs::create_directory(path, error);
    if (!made && !error)
        error = std::make_error_code(std::errc::file_exists);
    return give(call, error, path);
}

NativeResult create(NativeCall& call) {
    fs::path path = pathArg(call, 0);
    std::error_code error;
    if (fs::exists(path, error))
        return give(call, std::make_error_code(std::errc::file_exists), path);
    errno = 0;
    std::ofstream file(path);
    return give(call, file ? std::error_code() : std::error_code(errno, std::generic_category()), path);
}

NativeResult removePath(NativeCall& call) {
    std::error_code error;
    fs::path path = pathArg(call, 0);
    bool there = fs::exists(fs::symlink_status(path, error));
    if (!there)
        return give(call, std::make_error_code(std::errc::no_such_file_or_directory), path);
    error.clear();
    if (hasOption(call, 1, "RECURSIVE"))
        fs::remove_all(path, error);
    else
        fs::remove(path, error);
    return give(call, error, path);
}

NativeResult renamePath(NativeCall& call) {
    std::error_code error;
    fs::rename(pathArg(call, 0), pathArg(call, 1), error);
    return give(call, error, pathArg(call, 0));
}

NativeResult copyPath(NativeCall& call) {
    auto options = fs::copy_options::recursive;
    const List* given = call.arg(2).isList() ? call.arg(2).list() : nullptr;
    for (uint32_t i = 0; given && i < given->length; ++i) {
        std::string_view option = given->at(i).string()->view();
        if (option == "REPLACE_EXISTING")
            options |= fs::copy_options::overwrite_existing;
        else if (option == "NO_FOLLOW_LINKS")
            options |= fs::copy_options::copy_symlinks;
    }
    std::error_code error;
    fs::copy(pathArg(call, 0), pathArg(call, 1), options, error);
    return give(call, error, pathArg(call, 0));
}

NativeResult test(NativeCall& call) {
    std::string path(call.text(0));
    std::string_view option = call.text(1);
    std::error_code error;
    bool answer = false;
    if (option == "EXISTS")
        answer = fs::exists(path, error);
    else if (option == "IS_DIR")
        answer = fs::is_directory(path, error);
    else if (option == "IS_SYMLINK")
        answer = fs::is_symlink(path, error);
    else
        answer = access(path.c_str(), option == "READABLE" ? R_OK : W_OK) == 0;
    return call.give(Value::of(answer));
}

NativeResult readMetaData(NativeCall& call) {
    fs::path path = pathArg(call, 0);
    struct stat info {};
    if (stat(path.c_str(), &info) != 0)
        return give(call, std::error_code(errno, std::generic_category()), path);
    std::error_code error;
    char fraction[16];
    std::snprintf(fraction, sizeof fraction, "0.%09ld", info.st_mtim.tv_nsec);
    Value members[] = {call.vm().string(fs::absolute(path, error).lexically_normal().string()),
                       Value::of(int64_t(info.st_size)),
                       Value::of(int64_t(info.st_mtim.tv_sec)),
                       decimalValue(call.heap(), *decimal::parse(fraction)),
                       Value::of(bool(S_ISDIR(info.st_mode))),
                       Value::of(access(path.c_str(), R_OK) == 0),
                       Value::of(access(path.c_str(), W_OK) == 0)};
    return call.give(anyTuple(call, members));
}

NativeResult listNames(NativeCall& call) {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator at(pathArg(call, 0), error), end; !error && at != end; at.increment(error))
        if (std::string name = at->path().filename().string(); isValidUtf8(name))
            names.push_back(std::move(name));
    if (error)
        return give(call, error, pathArg(call, 0));
    std::sort(names.begin(), names.end());
    return call.give(call.vm().stringList(names));
}

NativeResult getAbsolutePath(NativeCall& call) {
    std::error_code error;
    return call.giveString(fs::absolute(pathArg(call, 0), error).lexically_normal().string());
}

/// Without the separators at its end.
fs::path trimmed(std::string text) {
    while (text.size() > 1 && text.ends_with('/'))
        text.pop_back();
    return text;
}

NativeResult basename(NativeCall& call) {
    fs::path path = trimmed(std::string(call.text(0)));
    return call.giveString(path == "/" ? std::string() : path.filename().string());
}

NativeResult parentPath(NativeCall& call) {
    fs::path path = trimmed(std::string(call.text(0)));
    return call.giveString(path == "/" ? std::string() : path.parent_path().string());
}

NativeResult joinPath(NativeCall& call) {
    std::string joined;
    const List* parts = call.arg(0).list();
    for (uint32_t i = 0; i < parts->length; ++i) {
        std::string_view part = parts->at(i).string()->view();
        if (part.empty())
            continue;
        if (!joined.empty() && !joined.ends_with('/'))
            joined += '/';
        while (!joined.empty() && part.starts_with('/'))
            part.remove_prefix(1);
        joined += part;
    }
    return call.giveString(trimmed(joined).string());
}

NativeResult normalizePath(NativeCall& call) {
    std::error_code error;
    fs::path path = pathArg(call, 0);
    if (hasOption(call, 1, "SYMLINK")) {
        fs::path resolved = fs::canonical(path, error);
        return error ? give(call, error, path) : call.giveString(resolved.string());
    }
    return call.giveString(trimmed(path.lexically_normal().string()).string());
}

constexpr NativeRow rows[] = {
    {"ballerina/file:getCurrentDir", getCurrentDir},
    {"ballerina/file:createDir", createDir},
    {"ballerina/file:create", create},
    {"ballerina/file:remove", removePath},
    {"ballerina/file:rename", renamePath},
    {"ballerina/file:copy", copyPath},
    {"ballerina/file:test", test},
    {"ballerina/file:readMetaData", readMetaData},
    {"ballerina/file:listNames", listNames},
    {"ballerina/file:getAbsolutePath", getAbsolutePath},
    {"ballerina/file:basename", basename},
    {"ballerina/file:parentPath", parentPath},
    {"ballerina/file:joinPath", joinPath},
    {"ballerina/file:normalizePath", normalizePath},
};

} // namespace

std::span<const NativeRow> fileNatives() {
    return rows;
}

} // namespace barre::runtime
