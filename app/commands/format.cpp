#include "model/format/format.h"
#include "app/commands/commands.h"
#include "model/project/workspace.h"
#include "model/syntax/parser.h"
#include "model/text/line_index.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace barre::app {

namespace {

namespace fs = std::filesystem;

/// The file, or all .bal files of a folder except those that builds have made, sorted.
std::vector<std::string> sourceFiles(const std::string& path) {
    if (!fs::is_directory(path))
        return {path};
    std::vector<std::string> files;
    std::error_code error;
    for (auto entry = fs::recursive_directory_iterator(path, error);
         entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (entry->is_directory() &&
            (entry->path().filename() == "target" || entry->path().filename() == ".git"))
            entry.disable_recursion_pending();
        else if (entry->path().extension() == ".bal")
            files.push_back(entry->path().string());
        if (error)
            break;
    }
    std::sort(files.begin(), files.end());
    return files;
}

void printDiagnostics(const syntax::SyntaxTree& tree, const std::string& path) {
    const model::LineIndex lines(tree.text());
    for (model::Diagnostic diagnostic : tree.diagnostics()) {
        diagnostic.path = path;
        std::fprintf(stderr, "%s\n", model::format(diagnostic, lines).c_str());
    }
}

enum class Outcome { Unchanged, Changed, Failure };

Outcome formatFile(const std::string& path, bool isDryRun) {
    const model::Result<std::string> text = model::readFile(path);
    if (!text) {
        std::fprintf(stderr, "barre: %s\n", text.problem.c_str());
        return Outcome::Failure;
    }
    const syntax::SyntaxTreePtr tree = syntax::parseModulePart(*text);
    const std::optional<std::string> result = model::formatted(*tree);
    if (!result) {
        printDiagnostics(*tree, path);
        return Outcome::Failure;
    }
    if (*result == *text)
        return Outcome::Unchanged;
    std::printf("%s\n", path.c_str());
    if (isDryRun)
        return Outcome::Changed;
    const model::Result<model::Written> written = model::writeFile(path, *result);
    if (!written)
        std::fprintf(stderr, "barre: %s\n", written.problem.c_str());
    return written ? Outcome::Changed : Outcome::Failure;
}

} // namespace

int formatCommand(Args args, int, char**) {
    const bool isCheck = !args.empty() && args[0] == "--check";
    const bool isDryRun = isCheck || (!args.empty() && args[0] == "--dry-run");
    const Args paths = args.subspan(isDryRun ? 1 : 0);
    if (paths.empty() ||
        std::any_of(paths.begin(), paths.end(), [](auto path) { return path.starts_with("-"); })) {
        std::fputs("barre format: expected [--check | --dry-run] and files or folders\n", stderr);
        return BadUsage;
    }
    bool failed = false, changed = false;
    for (const std::string_view path : paths)
        for (const std::string& file : sourceFiles(std::string(path))) {
            const Outcome outcome = formatFile(file, isDryRun);
            failed |= outcome == Outcome::Failure;
            changed |= outcome == Outcome::Changed;
        }
    return failed || (isCheck && changed) ? Failed : Ok;
}

} // namespace barre::app
