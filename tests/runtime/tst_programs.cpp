// Runs every program of tests/corpus/run with `barre run` and compares what it prints with its comments:
// `// @output text` for each line of output in order; a file *-p.bal ends with a panic on the line of its `//
// @panic`, or with exit code 1 and exactly the lines of its `// @stderr text`.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Expected {
    std::vector<std::string> output, error;
    int panicLine = 0;

    bool fails() const { return panicLine || !error.empty(); }
};

struct Run {
    std::vector<std::string> output, error;
    int exitCode = -1;
};

std::string withoutTrailingBlanks(std::string text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r'))
        text.pop_back();
    return text;
}

std::vector<std::string> linesOf(const fs::path& path) {
    std::ifstream in(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(withoutTrailingBlanks(line));
    return lines;
}

Expected expectedOf(const fs::path& file) {
    Expected expected;
    int number = 0;
    for (const std::string& line : linesOf(file)) {
        ++number;
        if (size_t at = line.find("// @output"); at != std::string::npos)
            expected.output.push_back(line.size() > at + 11 ? line.substr(at + 11) : std::string());
        if (size_t at = line.find("// @stderr "); at != std::string::npos)
            expected.error.push_back(line.substr(at + 11));
        if (line.find("// @panic") != std::string::npos)
            expected.panicLine = number;
    }
    return expected;
}

Run run(const fs::path& file) {
    fs::path folder = fs::temp_directory_path();
    fs::path out = folder / ("barre_program_" + std::to_string(getpid()) + ".out");
    fs::path error = folder / ("barre_program_" + std::to_string(getpid()) + ".err");
    std::string command = "timeout 60 '" BARRE_PROGRAM "' run '" + file.string() + "' >'" + out.string() +
                          "' 2>'" + error.string() + "'";
    int status = std::system(command.c_str());
    Run result;
    result.output = linesOf(out);
    result.error = linesOf(error);
    result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    fs::remove(out);
    fs::remove(error);
    return result;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

std::vector<fs::path> programs() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(BARRE_SOURCE_DIR "/tests/corpus/run"))
        if (entry.path().extension() == ".bal")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

TEST_CASE("programs print what their comments say") {
    for (const fs::path& file : programs()) {
        CAPTURE(file.string());
        Expected expected = expectedOf(file);
        Run result = run(file);
        const std::string error = joined(result.error);
        CAPTURE(error);
        CHECK(result.output == expected.output);
        CHECK(result.exitCode == (expected.fails() ? 1 : 0));
        if (!expected.error.empty())
            CHECK(error == joined(expected.error));
        if (!expected.panicLine)
            continue;
        std::string place = file.filename().string() + ":" + std::to_string(expected.panicLine) + ")";
        CHECK_MESSAGE(error.find(place) != std::string::npos, "no stack frame " << place);
    }
}
