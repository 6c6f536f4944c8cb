#include "runtime/library/files.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <unistd.h>

namespace barre::runtime {

namespace fs = std::filesystem;

FileProblem systemProblem() {
    return {"GenericError", std::strerror(errno)};
}

File openToRead(std::string_view path, FileProblem& problem) {
    const std::string name(path);
    std::error_code error;
    if (!fs::exists(name, error)) {
        problem = {"FileNotFoundError", "no such file or directory: " + fs::absolute(name, error).string()};
        return nullptr;
    }
    if (::access(name.c_str(), R_OK) != 0) {
        problem = {"GenericError", "file is not readable: " + name};
        return nullptr;
    }
    File file(std::fopen(name.c_str(), "rb"));
    if (!file)
        problem = {"GenericError", "fail to open file: " + std::string(std::strerror(errno))};
    return file;
}

File openToWrite(std::string_view path, bool append, FileProblem& problem) {
    const std::string name(path);
    std::error_code error;
    if (fs::exists(name, error) && ::access(name.c_str(), W_OK) != 0) {
        problem = {"GenericError", "file is not writable: " + name};
        return nullptr;
    }
    if (const fs::path folder = fs::path(name).parent_path(); !folder.empty())
        fs::create_directories(folder, error);
    File file(std::fopen(name.c_str(), append ? "ab" : "wb"));
    if (!file && errno == EACCES)
        problem = {"AccessDeniedError", "do not have necessary permissions to access: " + name};
    else if (!file)
        problem = {"GenericError", "fail to open file: " + name + ": " + std::strerror(errno)};
    return file;
}

std::optional<std::string> bytesOf(std::string_view path, FileProblem& problem) {
    const File file = openToRead(path, problem);
    if (!file)
        return {};
    std::string content;
    char block[1 << 16];
    for (size_t count = 0; (count = std::fread(block, 1, sizeof block, file.get())) > 0;)
        content.append(block, count);
    if (!std::ferror(file.get()))
        return content;
    problem = systemProblem();
    return {};
}

std::optional<std::string> textOf(std::string_view path, FileProblem& problem) {
    std::optional<std::string> content = bytesOf(path, problem);
    if (!content || isValidUtf8(*content))
        return content;
    problem = {"GenericError", "the file is not valid UTF-8: " + std::string(path)};
    return {};
}

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const size_t end = text.find_first_of("\r\n");
        lines.emplace_back(text.substr(0, end));
        const bool isPair = end != std::string_view::npos && text.substr(end).starts_with("\r\n");
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + (isPair ? 2 : 1));
    }
    return lines;
}

std::string joinedLines(std::string_view text) {
    std::string joined;
    for (const std::string& line : linesOf(text))
        joined.append(line) += '\n';
    if (!joined.empty())
        joined.pop_back();
    return joined;
}

NativeResult giveIoError(NativeCall& call, std::string_view type, std::string_view message) {
    return call.giveError(message, "ballerina/io:" + std::string(type));
}

NativeResult giveProblem(NativeCall& call, const FileProblem& problem) {
    return giveIoError(call, problem.type, problem.message);
}

bool asksToAppend(NativeCall& call, uint32_t i) {
    const Value option = call.argOr(i, Value::nil());
    return option.isString() && option.string()->view() == "APPEND";
}

} // namespace barre::runtime
