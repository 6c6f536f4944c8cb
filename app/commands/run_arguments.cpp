#include "app/commands/run_arguments.h"

#include "app/commands/configuration_option.h"
#include "model/project/snapshot.h"
#include "runtime/program/program_runner.h"

#include <cstdio>

namespace barre::app {

RunArguments parseRunArguments(Args args) {
    RunArguments result;
    for (size_t i = 0; i < args.size(); ++i) {
        std::string_view arg = args[i];
        if (arg == "--") {
            for (++i; i < args.size(); ++i)
                result.programArguments.emplace_back(args[i]);
        } else if (takeConfigurationOption(args, i, result.configuration, result.problem)) {
            continue;
        } else if (arg == "--events") {
            if (i + 1 < args.size())
                result.events = args[++i];
            else
                result.problem = "--events takes the name of a local socket";
        } else if (arg == "--exit-on-panic") {
            result.exitOnPanic = true;
        } else if (arg.starts_with("-")) {
            result.problem = "there is no option '" + std::string(arg) + "'";
        } else if (result.path.empty()) {
            result.path = arg;
        } else {
            result.programArguments.emplace_back(arg);
        }
    }
    if (result.path.empty())
        result.path = ".";
    return result;
}

namespace {

/// A program that has nothing to run is valid: it is initialised, and ends. A folder without source files is
/// no program.
int runNothing(const LoadedProgram& loaded, const std::string& path) {
    if (loaded.snapshot->files().empty()) {
        std::fprintf(stderr, "error: nothing to run: there is no .bal file in %s\n", path.c_str());
        return Failed;
    }
    std::fprintf(stderr, "note: nothing to run: %s has no function main, no init and no service\n",
                 path.c_str());
    return Ok;
}

} // namespace

LoadedProgram loadRunnable(const RunArguments& arguments, Warnings warnings) {
    LoadedProgram loaded = loadProgram(arguments.path, {}, model::TestSources::Without, warnings);
    if (loaded.program && !runtime::ProgramRunner::isRunnable(*loaded.program)) {
        loaded.exitCode = runNothing(loaded, arguments.path);
        loaded.program = nullptr;
    }
    return loaded;
}

} // namespace barre::app
