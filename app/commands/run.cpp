#include "app/commands/commands.h"
#include "app/commands/configuration_option.h"
#include "app/commands/run_services.h"
#include "model/project/snapshot.h"
#include "runtime/library/natives.h"
#include "runtime/service/configure.h"
#include "runtime/service/plain_loop.h"
#include "runtime/service/program_runner.h"
#include "runtime/service/service_runtime.h"

#include <cstdio>
#include <cstdlib>
#include <mutex>

namespace barre::app {

namespace {

RunArguments parseArguments(Args args) {
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

/// Ends the process: the system takes its memory back in one piece, which is sooner done than to take every
/// value, type and tree apart. Where leaks are looked for it comes back and they are taken apart.
int endProcess(int exitCode) {
    runtime::flushOutput();
    std::fflush(nullptr);
#ifndef __SANITIZE_ADDRESS__
    std::_Exit(exitCode);
#endif
    return exitCode;
}

int runPlain(const LoadedProgram& loaded, const RunArguments& arguments) {
    runtime::PlainLoop loop;
    runtime::Vm vm(loaded.program);
    runtime::bindLibrary(vm);
    int exitCode = 0;
    bool ended = false;
    {
        const std::lock_guard lock(vm.execution());
        runtime::Worker worker(vm, loop);
        std::vector<std::string> problems =
            runtime::configure(vm, worker, loaded.configuration(arguments.configuration));
        for (const std::string& problem : problems)
            std::fprintf(stderr, "error: %s\n", problem.c_str());
        if (!problems.empty())
            return Failed;
        runtime::ProgramRunner runner(
            vm, worker, arguments.programArguments,
            {.listening = {},
             .ended =
                 [&](int code) {
                     exitCode = code;
                     ended = true;
                     loop.quit();
                 },
             .report = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }});
        runner.run();
        if (!loop.run(worker) && !ended)
            exitCode = Failed;
    }
    return endProcess(exitCode);
}

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

int runCommand(Args args, int argc, char** argv) {
    RunArguments arguments = parseArguments(args);
    if (!arguments.problem.empty()) {
        std::fprintf(stderr, "barre run: %s\n", arguments.problem.c_str());
        return BadUsage;
    }
    LoadedProgram loaded = loadProgram(arguments.path, {});
    if (!loaded.program)
        return loaded.exitCode;
    if (!runtime::ProgramRunner::isRunnable(*loaded.program))
        return runNothing(loaded, arguments.path);
    if (runtime::ServiceRuntime::isNeededBy(*loaded.program) || !arguments.events.empty())
        return runServices(loaded, arguments, argc, argv);
    return runPlain(loaded, arguments);
}

} // namespace barre::app
