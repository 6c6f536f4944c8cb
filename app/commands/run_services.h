#pragma once

#include "app/commands/program_loading.h"

#include <string>
#include <utility>
#include <vector>

namespace barre::app {

/// What the command line of `barre run` says besides the path.
struct RunArguments {
    std::string path;
    std::vector<std::pair<std::string, std::string>> configuration;
    std::vector<std::string> programArguments;
    std::string events;       ///< name of the local socket that gets the live events; empty: none
    bool exitOnPanic = false; ///< a panic of a handler ends the program
    std::string problem;      ///< what is wrong with the command line
};

/// Runs a program that listens, on Qt's event loop, until it ends or a signal stops it. Returns the exit
/// code.
int runServices(const LoadedProgram& loaded, const RunArguments& arguments, int argc, char** argv);

} // namespace barre::app
