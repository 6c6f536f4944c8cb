// file: the file system.
#include "runtime/library/natives.h"
#include "runtime/values/list_value.h"
#include "runtime/values/other_values.h"
#include "runtime/vm/worker.h"

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

NativeResult fail(NativeCall& call, const char* type, const std::string& message) {
    return call.giveError(message, std::string("ballerina/file:") + type);
}

NativeResult notFound(NativeCall& call, const fs::path& path) {
    return fail(call, "FileNotFoundError", "File not found: " + path.string());
}

bool hasOption(NativeCall& call, uint32_t i, std::string_view name) {
    Value option = call.argOr(i, Value::nil());
    return option.isString() && option.string()->view() == name;
}

bool isThere(const fs::path& path) {
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

fs::path wholePath(const fs::path& path) {
    std::error_code error;
    const fs::path whole = path.empty() ? fs::current_path(error) : fs::absolute(path, error);
    fs::path result;
    for (const fs::path& part : whole)
        if (!part.empty())
            result /= part;
    return result;
}

NativeResult getCurrentDir(NativeCall& call) {
    return call.giveString(wholePath({}).string());
}

NativeResult createDir(NativeCall& call) {
    std::error_code error;
    const fs::path path = pathArg(call, 0);
    const bool isRecursive = hasOption(call, 1, "RECURSIVE");
    if (isThere(path) && !(isRecursive && fs::is_directory(path, error)))
        return fail(call, "InvalidOperationError",
                    "File already exists. Failed to create the file: " + path.string());
    isRecursive ? fs::create_directories(path, error) : fs::create_directory(path, error);
    return error ? fail(call, "FileSystemError", "IO error while creating the file " + path.string())
                 : call.giveNil();
}

NativeResult create(NativeCall& call) {
    const fs::path path = pathArg(call, 0);
    if (isThere(path))
        return fail(call, "InvalidOperationError",
                    "File already exists. Failed to create the file: " + path.string());
    errno = 0;
    if (std::ofstream(path))
        return call.giveNil();
    return fail(call, "FileSystemError",
                (errno == ENOENT ? "The file does not exist in path "
                                 : "IO error occurred while creating the file ") +
                    path.string());
}

NativeResult removePath(NativeCall& call) {
    std::error_code error;
    const fs::path path = pathArg(call, 0), whole = wholePath(path).lexically_normal();
    if (!isThere(path))
        return notFound(call, whole);
    if (fs::equivalent(path, fs::current_path(), error))
        return fail(call, "InvalidOperationError",
                    "Cannot delete the current working directory " + whole.string());
    error.clear();
    if (hasOption(call, 1, "RECURSIVE"))
        fs::remove_all(path, error);
    else
        fs::remove(path, error);
    return error ? fail(call, "FileSystemError", "Error while deleting the file/directory: " + whole.string())
                 : call.giveNil();
}

NativeResult renamePath(NativeCall& call) {
    const fs::path from = pathArg(call, 0), to = pathArg(call, 1);
    if (!isThere(from))
        return notFound(call, wholePath(from));
    if (isThere(to))
        return fail(call, "InvalidOperationError", "File already exists in the new path " + to.string());
    std::error_code error;
    fs::rename(from, to, error);
    return error ? fail(call, "FileSystemError", wholePath(from).string() + " -> " + wholePath(to).string())
                 : call.giveNil();
}

fs::copy_options copyOptions(NativeCall& call) {
    auto options = fs::copy_options::recursive;
    const List* given = call.arg(2).isList() ? call.arg(2).list() : nullptr;
    for (uint32_t i = 0; given && i < given->length; ++i) {
        const std::string_view option = given->at(i).string()->view();
        if (option == "REPLACE_EXISTING")
            options |= fs::copy_options::overwrite_existing;
        else if (option == "NO_FOLLOW_LINKS")
            options |= fs::copy_options::copy_symlinks;
    }
    return options;
}

// A file that is there stays as it is unless it is to be replaced; in a folder that is copied it is an error.
NativeResult copyPath(NativeCall& call) {
    const fs::path from = pathArg(call, 0), to = pathArg(call, 1);
    if (!isThere(from))
        return notFound(call, from);
    const fs::copy_options options = copyOptions(call);
    const bool isReplaced = (options & fs::copy_options::overwrite_existing) != fs::copy_options::none;
    std::error_code error;
    if (!fs::is_directory(from) && isThere(to) && !isReplaced)
        return call.giveNil();
    fs::copy(from, to, options, error);
    if (error == std::errc::no_such_file_or_directory)
        return fail(call, "FileNotFoundError", "The target directory does not exist: " + to.string());
    return error ? fail(call, "FileSystemError", "An error occurred when copying the file/s: " + to.string())
                 : call.giveNil();
}

/// Files that go when the program ends.
struct TemporaryFiles {
    std::vector<fs::path> paths;
    ~TemporaryFiles() {
        std::error_code error;
        for (const fs::path& path : paths)
            fs::remove(path, error);
    }
};

void removeAtEnd(Vm& vm, const fs::path& path) {
    auto& service = vm.services["ballerina/file"];
    if (!service)
        service = std::make_shared<TemporaryFiles>();
    static_cast<TemporaryFiles*>(service.get())->paths.push_back(path);
}

// makeTemporary(isFolder, suffix, prefix, folder)
NativeResult makeTemporary(NativeCall& call) {
    std::error_code error;
    const bool isFolder = call.arg(0).boolean();
    const std::string folder(call.text(3));
    const fs::path path = (folder.empty() ? fs::temp_directory_path(error) : fs::path(folder)) /
                          (std::string(call.text(2)) + randomUuid() + std::string(call.text(1)));
    const bool isMade = isFolder ? fs::create_directory(path, error) : bool(std::ofstream(path));
    if (!isMade)
        return fail(call, "FileSystemError",
                    std::string("Error occurred while creating temporary ") +
                        (isFolder ? "directory. " : "file. ") + path.string());
    if (!folder.empty())
        removeAtEnd(call.vm(), path);
    return call.giveString(path.string());
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
    const fs::path path = pathArg(call, 0);
    struct stat info {};
    if (stat(path.c_str(), &info) != 0)
        return notFound(call, path);
    char fraction[32];
    std::snprintf(fraction, sizeof fraction, "0.%03ld000000", info.st_mtim.tv_nsec / 1'000'000);
    Value members[] = {
        call.vm().string(wholePath(path).string()), Value::of(int64_t(info.st_size)),
        Value::of(int64_t(info.st_mtim.tv_sec)),    decimalValue(call.heap(), *decimal::parse(fraction)),
        Value::of(bool(S_ISDIR(info.st_mode))),     Value::of(access(path.c_str(), R_OK) == 0),
        Value::of(access(path.c_str(), W_OK) == 0)};
    return call.give(anyTuple(call, members));
}

NativeResult listNames(NativeCall& call) {
    std::error_code error;
    const fs::path path = pathArg(call, 0);
    if (!isThere(path))
        return notFound(call, path);
    if (!fs::is_directory(path, error))
        return fail(call, "InvalidOperationError", "File in path " + path.string() + " is not a directory");
    std::vector<std::string> names;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error))
        if (std::string name = at->path().filename().string(); isValidUtf8(name))
            names.push_back(std::move(name));
    if (error)
        return fail(call, "FileSystemError", path.string());
    std::sort(names.begin(), names.end());
    return call.give(call.vm().stringList(names));
}

NativeResult getAbsolutePath(NativeCall& call) {
    return call.giveString(wholePath(pathArg(call, 0)).string());
}

NativeResult linkTarget(NativeCall& call) {
    const fs::path path = pathArg(call, 0);
    std::error_code error;
    if (!isThere(path))
        return fail(call, "FileNotFoundError", "File does not exist at " + path.string());
    if (!fs::is_symlink(path, error))
        return fail(call, "NotLinkError", "Path is not a symbolic link " + path.string());
    const fs::path target = fs::read_symlink(path, error);
    return error ? fail(call, "IOError", "IO error for " + path.string()) : call.giveString(target.string());
}

constexpr NativeRow rows[] = {
    {"ballerina/file:getCurrentDir", getCurrentDir},
    {"ballerina/file:createDir", createDir},
    {"ballerina/file:create", create},
    {"ballerina/file:remove", removePath},
    {"ballerina/file:rename", renamePath},
    {"ballerina/file:copy", copyPath},
    {"ballerina/file:makeTemporary", makeTemporary},
    {"ballerina/file:test", test},
    {"ballerina/file:readMetaData", readMetaData},
    {"ballerina/file:listNames", listNames},
    {"ballerina/file:getAbsolutePath", getAbsolutePath},
    {"ballerina/file:linkTarget", linkTarget},
};

} // namespace

std::span<const NativeRow> fileNatives() {
    return rows;
}

} // namespace barre::runtime
