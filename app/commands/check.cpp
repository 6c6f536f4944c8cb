// `barre check PATH`: everything that is wrong with a package or a file.
#include "app/commands/commands.h"

#include "model/project/snapshot.h"
#include "model/semantics/library.h"
#include "model/syntax/tree.h"
#include "model/text/line_index.h"

#include <cstdio>
#include <filesystem>

namespace barre::app {

namespace {

namespace fs = std::filesystem;

/// A file of the project as the person would call it: what was given, or a path that begins with it.
std::string shownPath(const model::Workspace& workspace, const std::string& given, const std::string& file) {
    std::error_code ignored;
    const std::string full = workspace.pathOf(file);
    if (fs::equivalent(full, given, ignored))
        return given;
    if (fs::equivalent(workspace.root, given, ignored))
        return (fs::path(given) / file).string();
    return full;
}

/// Prints the diagnostics; how many of them are errors.
int print(const model::Workspace& workspace, const model::Snapshot& snapshot, const std::string& given) {
    int errors = 0;
    for (const model::Diagnostic& diagnostic : snapshot.diagnostics()) {
        if (diagnostic.severity == model::Severity::Hint)
            continue;
        model::Diagnostic shown = diagnostic;
        shown.path = shownPath(workspace, given, diagnostic.path);
        const std::string line = model::format(shown, model::LineIndex(snapshot.text(diagnostic.path)));
        std::fprintf(stderr, "%s\n", line.c_str());
        errors += diagnostic.severity == model::Severity::Error;
    }
    return errors;
}

} // namespace

int checkCommand(Args args, int, char**) {
    if (args.size() != 1) {
        std::fputs("barre check: one path is needed, see barre check --help\n", stderr);
        return BadUsage;
    }
    const std::string path(args[0]);
    model::Result<model::Workspace> workspace = model::openWorkspace(path);
    if (!workspace) {
        std::fprintf(stderr, "barre check: %s\n", workspace.problem.c_str());
        return BadUsage;
    }
    const auto snapshot = model::takeSnapshot(*workspace, std::make_shared<model::Library>());
    return print(*workspace, *snapshot, path) ? Failed : Ok;
}

} // namespace barre::app
