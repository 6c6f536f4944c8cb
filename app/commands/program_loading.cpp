#include "app/commands/program_loading.h"

#include "app/commands/commands.h"
#include "app/commands/configuration_environment.h"
#include "model/project/snapshot.h"
#include "model/semantics/library.h"
#include "model/text/line_index.h"

#include <cstdio>

namespace barre::app {

namespace {

/// Prints diagnostics with lines and columns; true if one of them is an error.
bool print(const model::Snapshot& snapshot, const std::vector<model::Diagnostic>& diagnostics,
           Warnings warnings) {
    bool failed = false;
    for (const model::Diagnostic& diagnostic : diagnostics) {
        if (warnings == Warnings::Printed && diagnostic.severity != model::Severity::Error)
            continue;
        std::string line = model::format(diagnostic, model::LineIndex(snapshot.text(diagnostic.path)));
        std::fprintf(stderr, "%s\n", line.c_str());
        failed = failed || diagnostic.severity == model::Severity::Error;
    }
    return failed;
}

} // namespace

runtime::Configuration
LoadedProgram::configuration(std::vector<std::pair<std::string, std::string>> arguments) const {
    runtime::Configuration configuration = configurationOfEnvironment();
    configuration.arguments = std::move(arguments);
    if (configuration.sources.empty() && configuration.problems.empty())
        configuration.sources.push_back(
            {{snapshot, &snapshot->config()}, std::string(snapshot->text("Config.toml"))});
    return configuration;
}

LoadedProgram loadProgram(const std::string& path, const runtime::CompileOptions& options,
                          model::TestSources tests, Warnings warnings) {
    LoadedProgram loaded;
    auto workspace = model::openWorkspace(path, tests);
    if (!workspace) {
        std::fprintf(stderr, "error: %s\n", workspace.problem.c_str());
        loaded.exitCode = BadUsage;
        return loaded;
    }
    loaded.snapshot = model::takeSnapshot(*workspace, std::make_shared<model::Library>());
    loaded.exitCode = Failed;
    if (print(*loaded.snapshot, loaded.snapshot->diagnostics(), warnings) || !loaded.snapshot->package())
        return loaded;
    runtime::CompileResult compiled = runtime::compile(loaded.snapshot->package(), options);
    print(*loaded.snapshot, compiled.diagnostics, warnings);
    loaded.program = std::move(compiled.program);
    loaded.exitCode = loaded.program ? Ok : Failed;
    return loaded;
}

} // namespace barre::app
