#pragma once

#include "app/commands/commands.h"
#include "app/commands/program_loading.h"

#include <string>
#include <utility>
#include <vector>

namespace barre::app {

/// The command line of `barre run`.
struct RunArguments {
    std::string path;
    std::vector<std::pair<std::string, std::string>> configuration;
    std::vector<std::string> programArguments;
    std::string events;       ///< name of the local socket that gets the live events; empty: none
    bool exitOnPanic = false; ///< a panic of a handler ends the program
    std::string problem;      ///< what is wrong with the command line, empty if nothing is
};

RunArguments parseRunArguments(Args args);
/// The program, or none and the exit code if there is nothing to run, which it has told.
LoadedProgram loadRunnable(const RunArguments& arguments, Warnings warnings = Warnings::Print);

} // namespace barre::app
