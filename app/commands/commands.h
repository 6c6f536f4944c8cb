#pragma once

#include <span>
#include <string_view>

namespace barre::app {

/// Arguments after the command's name; they live as long as the program.
using Args = std::span<const std::string_view>;

/// Exit codes that every command keeps.
enum ExitCode { Ok = 0, Failed = 1, BadUsage = 2 };

/// One command of the command line. `help` is what `--help` prints below the summary.
struct Command {
    std::string_view name;
    std::string_view usage;
    std::string_view summary;
    std::string_view help;
    int (*run)(Args args, int argc, char** argv);
};

/// All commands, in the order in which `barre --help` lists them.
std::span<const Command> commands();

/// The command called `name`, or null.
const Command* findCommand(std::string_view name);

} // namespace barre::app
