// `barre run`. Programs that print and compute run here; those that listen, and those that need libraries
// such as OpenSSL, in the module for services.
#include "app/commands/modules.h"
#include "app/commands/run_arguments.h"
#include "model/project/workspace.h"
#include "runtime/library/natives.h"
#include "runtime/program/plain_loop.h"
#include "runtime/program/program_runner.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <optional>

namespace barre::app {

namespace {

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

/// Runs a program that needs neither sockets nor another library. Nothing: it needs them.
std::optional<int> runPlain(const LoadedProgram& loaded, const RunArguments& arguments) {
    runtime::PlainLoop loop;
    runtime::Vm vm(loaded.program);
    runtime::bindLibrary(vm);
    if (!vm.unbound().empty())
        return std::nullopt;
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

/// Whether a file imports what only the module for services has. It is a guess that saves loading the program
/// twice: comments and folders are not looked at.
bool importsServices(const std::filesystem::path& file) {
    static constexpr std::array<std::string_view, 4> modules = {"ballerina/websocket", "ballerina/http",
                                                                "ballerina/crypto", "ballerina/time"};
    std::ifstream stream(file, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    return std::ranges::any_of(
        modules, [&](std::string_view module) { return text.find(module) != std::string::npos; });
}

bool seemsToServe(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(path, ignored))
        return importsServices(path);
    for (const auto& entry : std::filesystem::directory_iterator(path, ignored))
        if (entry.path().extension() == ".bal" && importsServices(entry.path()))
            return true;
    return false;
}

int runInModule(Args args, Warnings warnings, int argc, char** argv) {
    using Run = int (*)(Args, Warnings, int, char**);
    const auto run = reinterpret_cast<Run>(moduleFunction(servicesModule, "barreRun"));
    return run ? run(args, warnings, argc, argv) : Failed;
}

} // namespace

int runCommand(Args args, int argc, char** argv) {
    const RunArguments arguments = parseRunArguments(args);
    if (!arguments.problem.empty()) {
        std::fprintf(stderr, "barre run: %s\n", arguments.problem.c_str());
        return BadUsage;
    }
    if (!arguments.events.empty() || seemsToServe(arguments.path))
        return runInModule(args, Warnings::Print, argc, argv);
    const LoadedProgram loaded = loadRunnable(arguments);
    if (!loaded.program)
        return loaded.exitCode;
    const bool listens = runtime::ProgramRunner::hasListeners(*loaded.program);
    const std::optional<int> exitCode = listens ? std::nullopt : runPlain(loaded, arguments);
    return exitCode ? *exitCode : runInModule(args, Warnings::Printed, argc, argv);
}

} // namespace barre::app
