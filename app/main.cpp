// The command line: finds the command and runs it. A path, or nothing, opens the designer.
#include "app/commands/commands.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace barre::app;

void printUsage(FILE* out) {
    std::fputs("Barre: design and run Ballerina WebSocket services.\n\n"
               "Usage: barre [PATH]                 open the designer\n"
               "       barre COMMAND [ARGUMENTS]\n\nCommands:\n",
               out);
    for (const Command& command : commands())
        std::fprintf(out, "  %-10s %s\n", std::string(command.name).c_str(),
                     std::string(command.summary).c_str());
    std::fputs("\n'barre COMMAND --help' tells more. 'barre --version' prints the version.\n", out);
}

void printHelp(const Command& command) {
    std::printf("%s\n\nUsage: barre %s\n%s", std::string(command.summary).c_str(),
                std::string(command.usage).c_str(), std::string(command.help).c_str());
}

bool asksForHelp(Args args) {
    const auto end = std::find(args.begin(), args.end(), "--");
    return std::any_of(args.begin(), end, [](auto arg) { return arg == "--help" || arg == "-h"; });
}

int runCommand(const Command& command, Args args, int argc, char** argv) {
    if (asksForHelp(args)) {
        printHelp(command);
        return Ok;
    }
    return command.run(args, argc, argv);
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string_view> all(argv + 1, argv + argc);
    const Args args = all;
    if (!args.empty() && (args[0] == "--version" || args[0] == "-V")) {
        std::printf("barre %s\n", BARRE_VERSION);
        return Ok;
    }
    if (!args.empty() && (args[0] == "--help" || args[0] == "-h" || args[0] == "help")) {
        printUsage(stdout);
        return Ok;
    }
    if (const Command* command = args.empty() ? nullptr : findCommand(args[0]))
        return runCommand(*command, args.subspan(1), argc, argv);
    const Command* designer = findCommand("open");
    const bool path = args.empty() || args[0].starts_with("-") || std::filesystem::exists(args[0]);
    if (designer && path)
        return runCommand(*designer, args, argc, argv);
    std::fprintf(stderr, "barre: '%s' is neither a command nor an existing path\n\n",
                 args.empty() ? "" : std::string(args[0]).c_str());
    printUsage(stderr);
    return BadUsage;
}
