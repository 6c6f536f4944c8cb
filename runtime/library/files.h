#pragma once

#include "runtime/vm/native.h"

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace barre::runtime {

struct FileCloser {
    void operator()(FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<FILE, FileCloser>;

/// Why a file could not be opened: an error type of ballerina/io and its message.
struct FileProblem {
    std::string type;
    std::string message;
};

/// Null with a problem if the file cannot be read.
File openToRead(std::string_view path, FileProblem& problem);
/// Null with a problem if the file cannot be written; folders that are missing are made.
File openToWrite(std::string_view path, bool append, FileProblem& problem);
/// The whole content; nothing, with a problem, if it cannot be read.
std::optional<std::string> bytesOf(std::string_view path, FileProblem& problem);
/// The same, if it is UTF-8.
std::optional<std::string> textOf(std::string_view path, FileProblem& problem);
/// The lines of a text, which `\n`, `\r\n` or `\r` ends.
std::vector<std::string> linesOf(std::string_view text);
/// How a file is read as one string: its lines with `\n` between them, and none behind the last.
std::string joinedLines(std::string_view text);
/// What the last system call that failed says, as a GenericError.
FileProblem systemProblem();
/// Returns the error of a problem.
NativeResult giveProblem(NativeCall& call, const FileProblem& problem);
/// The argument is the option APPEND.
bool asksToAppend(NativeCall& call, uint32_t i);

/// An error of ballerina/io.
NativeResult giveIoError(NativeCall& call, std::string_view type, std::string_view message);

} // namespace barre::runtime
