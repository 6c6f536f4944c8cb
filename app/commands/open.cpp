// `barre [PATH]`: the designer, which is a module of its own.
#include "app/commands/commands.h"
#include "app/commands/modules.h"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace barre::app {
namespace {

using OpenWindow = int (*)(const char* path, bool startsProject, int& argc, char** argv);

/// Without one, Qt would end the program with words of its own.
bool hasDisplay() {
    const auto isSet = [](const char* name) {
        const char* value = std::getenv(name);
        return value && *value;
    };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
}

} // namespace

int openCommand(Args args, int argc, char** argv) {
    const bool runs = !args.empty() && args[0] == "--run";
    if (runs)
        args = args.subspan(1);
    if (args.size() > 1 || (!args.empty() && args[0].starts_with("-"))) {
        std::fputs("barre: expected one path at most; 'barre open --help' tells more\n", stderr);
        return BadUsage;
    }
    if (!hasDisplay()) {
        std::fputs(
            "barre: there is no display for the designer; 'barre run PATH' runs a project without one\n",
            stderr);
        return Failed;
    }
    const auto openWindow = reinterpret_cast<OpenWindow>(moduleFunction(designerModule, "barreOpenWindow"));
    return openWindow ? openWindow(args.empty() ? "" : std::string(args[0]).c_str(), runs, argc, argv)
                      : Failed;
}

} // namespace barre::app
