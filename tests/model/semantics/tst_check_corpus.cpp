// tests/corpus: each line with `// @error` has an error and no other line has one. Files that do not end in
// -e.bal have no errors at all. Where a file has a line with `// @warning Code`, its other lines have no such
// warning.
#include "model/diagnostics/diagnostic.h"
#include "model/diagnostics/diagnostic_code.h"
#include "model/project/snapshot.h"
#include "model/semantics/analyze.h"
#include "model/syntax/parser.h"
#include "model/text/line_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>

using namespace barre;
using namespace barre::model;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> corpusFiles() {
    std::vector<fs::path> files;
    for (const auto& entry :
         fs::recursive_directory_iterator(std::string(BARRE_SOURCE_DIR) + "/tests/corpus/check"))
        if (entry.path().extension() == ".bal" &&
            entry.path().string().find("/corpus/syntax/") == std::string::npos)
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string readText(const fs::path& path) {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

std::vector<Diagnostic> diagnosticsOf(const std::string& text, const std::shared_ptr<Library>& library) {
    const syntax::SyntaxTreePtr tree = syntax::parseModulePart(text);
    std::vector<Diagnostic> found = tree->diagnostics();
    const auto package = analyze({"org", "app", {{"app", {{"main.bal", tree}}}}}, library);
    found.insert(found.end(), package->diagnostics.begin(), package->diagnostics.end());
    return found;
}

struct Expected {
    bool isAny = false;
    std::string code; ///< may be empty
};

/// What a line announces behind `//`, in TOML behind `#`.
Expected expectedOf(const std::string& line, const std::string& mark) {
    const size_t at = line.find(mark);
    if (at == std::string::npos)
        return {};
    std::istringstream words(line.substr(at + mark.size()));
    Expected expected{true, ""};
    words >> expected.code;
    return expected;
}

using ByLine = std::map<uint32_t, std::vector<const Diagnostic*>>;

ByLine byLine(const std::string& text, const std::vector<Diagnostic>& found, Severity severity) {
    ByLine result;
    const LineIndex index(text);
    for (const Diagnostic& diagnostic : found)
        if (diagnostic.severity == severity)
            result[index.place(diagnostic.range.begin).line].push_back(&diagnostic);
    return result;
}

std::string describe(uint32_t line, const std::vector<const Diagnostic*>& found) {
    std::string result = "\n  line " + std::to_string(line) + ":";
    for (const Diagnostic* diagnostic : found)
        result += " " + std::string(codeName(diagnostic->code)) + " (" + diagnostic->message() + ")";
    return result;
}

bool hasCode(const std::vector<const Diagnostic*>& found, const std::string& code) {
    return std::ranges::any_of(
        found, [&](const Diagnostic* diagnostic) { return codeName(diagnostic->code) == code; });
}

/// The lines whose errors are not those that they announce.
std::string wrongErrors(const std::string& text, const std::vector<Diagnostic>& found) {
    ByLine errors = byLine(text, found, Severity::Error);
    std::string result;
    std::istringstream lines(text);
    uint32_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        const std::vector<const Diagnostic*>& here = errors[++number];
        const Expected expected = expectedOf(line, " @error");
        if (expected.isAny == here.empty() || (!expected.code.empty() && !hasCode(here, expected.code)))
            result += describe(number, here);
    }
    return result;
}

/// The lines that lack a warning that they announce, or have one that only others announce.
std::string wrongWarnings(const std::string& text, const std::vector<Diagnostic>& found) {
    std::vector<std::string> announced; // by line
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        announced.push_back(expectedOf(line, " @warning").code);
    ByLine warnings = byLine(text, found, Severity::Warning);
    std::string result;
    for (const std::string& code : std::set(announced.begin(), announced.end()))
        for (uint32_t number = 1; number <= announced.size(); ++number)
            if (!code.empty() && hasCode(warnings[number], code) != (announced[number - 1] == code))
                result += describe(number, warnings[number]);
    return result;
}

std::string differences(const std::string& text, const std::vector<Diagnostic>& found) {
    return wrongErrors(text, found) + wrongWarnings(text, found);
}

/// Codes of the checker that no single valid file can show, or that nothing in the language reaches today.
const std::set<std::string_view> exempt = {"NotCompiledYet", "Unsupported", "UnknownMockTarget",
                                           "VarNotAllowed"};

/// Checks the packages below tests/corpus/packages, file by file; what they produce.
std::set<std::string_view> checkPackages(const std::shared_ptr<Library>& library) {
    std::set<std::string_view> produced;
    for (const auto& entry :
         fs::directory_iterator(std::string(BARRE_SOURCE_DIR) + "/tests/corpus/packages")) {
        const Result<Workspace> workspace = openWorkspace(entry.path().string());
        REQUIRE_MESSAGE(workspace, workspace.problem);
        const auto snapshot = takeSnapshot(*workspace, library);
        for (const auto& [path, text] : workspace->texts) {
            std::vector<Diagnostic> found;
            std::ranges::copy_if(snapshot->diagnostics(), std::back_inserter(found),
                                 [&](const Diagnostic& diagnostic) { return diagnostic.path == path; });
            CHECK_MESSAGE(differences(text, found) == "", entry.path().filename().string() << "/" << path);
            for (const Diagnostic& diagnostic : found)
                produced.insert(codeName(diagnostic.code));
        }
    }
    return produced;
}

} // namespace

TEST_CASE("semantics: the corpus has the errors that it says") {
    const auto library = std::make_shared<Library>();
    std::set<std::string_view> produced = checkPackages(library);
    int count = 0;
    for (const fs::path& path : corpusFiles()) {
        const std::string text = readText(path);
        const std::vector<Diagnostic> found = diagnosticsOf(text, library);
        CHECK_MESSAGE(differences(text, found) == "", path.filename().string());
        for (const Diagnostic& diagnostic : found)
            produced.insert(codeName(diagnostic.code));
        const bool isErroneous = path.stem().string().ends_with("-e");
        CHECK_MESSAGE((text.find("// @error") != std::string::npos) == isErroneous, path.string());
        ++count;
    }
    CHECK(count > 10);
    for (size_t i = static_cast<size_t>(DiagnosticCode::InvalidToml); i < diagnosticCodeCount(); ++i) {
        const std::string_view name = codeName(static_cast<DiagnosticCode>(i));
        CHECK_MESSAGE((produced.count(name) || exempt.count(name)), name << " is produced by no file");
    }
}
