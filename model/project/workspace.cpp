#include "model/project/workspace.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace barre::model {

namespace {

namespace fs = std::filesystem;

constexpr uintmax_t largestFile = uintmax_t(256) << 20;

bool isSource(const fs::path& path) {
    return path.extension() == ".bal";
}

/// The folder of the package that a file belongs to: its own, or the one above `modules/<name>`; of a test,
/// that of what it tests.
fs::path packageAround(const fs::path& file, TestSources tests) {
    std::error_code error;
    fs::path folder = file.parent_path();
    if (tests != TestSources::Without && folder.filename() == "tests")
        folder = folder.parent_path();
    if (fs::exists(folder / "Ballerina.toml", error))
        return folder;
    if (folder.parent_path().filename() == "modules" &&
        fs::exists(folder.parent_path().parent_path() / "Ballerina.toml", error))
        return folder.parent_path().parent_path();
    return {};
}

/// Relative paths of what belongs to a package.
std::vector<std::string> filesOfPackage(const fs::path& root, TestSources tests) {
    std::vector<std::string> files;
    std::error_code error;
    const auto addFolder = [&](const std::string& folder) {
        for (const auto& entry : fs::directory_iterator(root / folder, error))
            if (isSource(entry.path()) && entry.is_regular_file(error))
                files.push_back(folder + entry.path().filename().string());
    };
    const auto addModule = [&](const std::string& folder) {
        addFolder(folder);
        if (tests != TestSources::Without)
            addFolder(folder + "tests/");
    };
    addModule("");
    for (const auto& module : fs::directory_iterator(root / "modules", error))
        if (module.is_directory(error))
            addModule("modules/" + module.path().filename().string() + "/");
    for (const char* name : {"Ballerina.toml", "Config.toml"})
        if (fs::is_regular_file(root / name, error))
            files.emplace_back(name);
    std::ranges::sort(files);
    return files;
}

Result<Workspace> openPackage(const fs::path& root, TestSources tests) {
    Workspace workspace;
    workspace.root = root.string();
    const auto read = [&](const std::string& file, const std::string& from) {
        Result<std::string> text = readFile(workspace.pathOf(from));
        if (text)
            workspace.texts.insert_or_assign(file, std::move(*text));
        return text.problem;
    };
    for (const std::string& file : filesOfPackage(root, tests))
        if (std::string problem = read(file, file); !problem.empty())
            return Result<Workspace>::failure(std::move(problem));
    std::error_code error;
    if (tests == TestSources::With && fs::is_regular_file(root / "tests/Config.toml", error))
        if (std::string problem = read("Config.toml", "tests/Config.toml"); !problem.empty())
            return Result<Workspace>::failure(std::move(problem));
    return workspace;
}

Result<Workspace> openSingleFile(const fs::path& file) {
    Workspace workspace;
    workspace.root = file.parent_path().string();
    workspace.onlyFile = file.filename().string();
    Result<std::string> text = readFile(file.string());
    if (!text)
        return Result<Workspace>::failure(text.problem);
    workspace.texts.emplace(workspace.onlyFile, std::move(*text));
    const fs::path config = file.parent_path() / "Config.toml";
    std::error_code error;
    if (fs::is_regular_file(config, error))
        if (Result<std::string> values = readFile(config.string()))
            workspace.texts.emplace("Config.toml", std::move(*values));
    return workspace;
}

std::string systemProblem(const std::string& what, const std::string& path) {
    return what + " " + path + ": " + std::strerror(errno);
}

bool writeAll(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = ::write(file, text.data(), text.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        text.remove_prefix(size_t(count));
    }
    return ::fsync(file) == 0;
}

/// Replacing a file would pass over its protection, which the rights of the folder say nothing about.
bool isProtected(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 &&
           ((status.st_mode & 0222) == 0 || ::access(path.c_str(), W_OK) != 0);
}

/// A file keeps its permissions when it is replaced.
mode_t modeFor(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0644;
}

} // namespace

std::string Workspace::pathOf(std::string_view file) const {
    return (fs::path(root) / fs::path(file)).string();
}

bool isTestFile(std::string_view file) {
    return file.starts_with("tests/") || file.find("/tests/") != std::string_view::npos;
}

Result<Workspace> openWorkspace(const std::string& path, TestSources tests) {
    std::error_code error;
    const fs::path absolute = fs::weakly_canonical(fs::absolute(path, error), error);
    if (error || !fs::exists(absolute, error))
        return Result<Workspace>::failure("There is no file or folder " + path);
    if (fs::is_directory(absolute, error))
        return openPackage(absolute, tests);
    if (absolute.filename() == "Ballerina.toml")
        return openPackage(absolute.parent_path(), tests);
    if (!isSource(absolute))
        return Result<Workspace>::failure(path + " is no Ballerina file: its name does not end in .bal");
    const fs::path package = packageAround(absolute, tests);
    return package.empty() ? openSingleFile(absolute) : openPackage(package, tests);
}

Workspace workspaceOf(FileTexts texts, std::string root) {
    Workspace workspace;
    workspace.root = std::move(root);
    if (texts.size() == 1 && texts.begin()->first.ends_with(".bal"))
        workspace.onlyFile = texts.begin()->first;
    workspace.texts = std::move(texts);
    return workspace;
}

Result<std::string> readFile(const std::string& path) {
    std::error_code error;
    const uintmax_t size = fs::file_size(path, error);
    if (error)
        return Result<std::string>::failure("Cannot read " + path + ": " + error.message());
    if (size > largestFile)
        return Result<std::string>::failure("Cannot read " + path + ": it is larger than 256 MiB");
    std::ifstream in(path, std::ios::binary);
    std::string text(size, '\0');
    in.read(text.data(), std::streamsize(size));
    if (!in)
        return Result<std::string>::failure(systemProblem("Cannot read", path));
    return text;
}

Result<Written> writeFile(const std::string& path, std::string_view text) {
    std::error_code error;
    const fs::path real = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : fs::path(path);
    if (isProtected(real.string()))
        return Result<Written>::failure("Cannot save " + path +
                                        ": it is read-only. Make it writable, then save again");
    fs::create_directories(real.parent_path(), error);
    std::string temporary = (real.parent_path() / ("." + real.filename().string() + ".XXXXXX")).string();
    const int file = ::mkstemp(temporary.data());
    if (file < 0)
        return Result<Written>::failure(systemProblem("Cannot save", path));
    const bool written = writeAll(file, text) && ::fchmod(file, modeFor(real.string())) == 0;
    const bool closed = ::close(file) == 0;
    if (written && closed && ::rename(temporary.c_str(), real.c_str()) == 0)
        return Written{};
    const std::string problem = systemProblem("Cannot save", path);
    ::unlink(temporary.c_str());
    return Result<Written>::failure(problem);
}

Result<Written> saveFile(const Workspace& workspace, std::string_view file) {
    const std::string path = workspace.pathOf(file);
    const auto text = workspace.texts.find(file);
    if (text != workspace.texts.end())
        return writeFile(path, text->second);
    std::error_code error;
    fs::remove(path, error);
    if (error)
        return Result<Written>::failure("Cannot remove " + path + ": " + error.message());
    return Written{};
}

} // namespace barre::model
