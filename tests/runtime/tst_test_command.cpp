// Runs `barre test` on every package of tests/testing and compares what it prints with the file `expected`:
// the standard output, then the standard error output, then the exit code. A file `arguments` has the
// options, one run per line.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string textOf(const fs::path& path) {
    std::ifstream in(path);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The time that tests took is another one each time, and so is that of log records.
std::string withoutTimes(const std::string& text) {
    const std::string same =
        std::regex_replace(text, std::regex("execution time : \\d+ms"), "execution time : 0ms");
    return std::regex_replace(same, std::regex("\"time\":\"[^\"]*\""), "\"time\":\"\"");
}

std::string run(const fs::path& package, const std::string& options) {
    const fs::path folder = fs::temp_directory_path() / ("barre_test_" + std::to_string(getpid()));
    fs::create_directories(folder);
    const std::string out = (folder / "out").string(), error = (folder / "error").string();
    const int status = std::system(("cd '" + package.string() + "' && timeout 60 '" BARRE_PROGRAM "' test " +
                                    options + " >'" + out + "' 2>'" + error + "'")
                                       .c_str());
    std::string result = "$ barre test " + options + "\n" + withoutTimes(textOf(out)) + textOf(error) +
                         "exit code " + std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : -1) + "\n";
    fs::remove_all(folder);
    return result;
}

std::vector<std::string> optionsOf(const fs::path& package) {
    std::vector<std::string> options;
    std::ifstream in(package / "arguments");
    for (std::string line; std::getline(in, line);)
        options.push_back(line);
    return options.empty() ? std::vector<std::string>{""} : options;
}

std::vector<fs::path> packages() {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(BARRE_SOURCE_DIR "/tests/testing"))
        if (entry.is_directory())
            found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

TEST_CASE("barre test reports what happens in each package of tests/testing") {
    CHECK(packages().size() > 5);
    for (const fs::path& package : packages()) {
        CAPTURE(package.string());
        std::string result;
        for (const std::string& options : optionsOf(package))
            result += run(package, options);
        const std::string expected = textOf(package / "expected");
        CHECK(result == expected);
    }
}
