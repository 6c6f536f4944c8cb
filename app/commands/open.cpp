// `barre [PATH]`: the designer, which is a module of its own.
#include "app/commands/commands.h"

#include <dlfcn.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace barre::app {
namespace {

using OpenWindow = int (*)(const char* path, bool startsProject, int& argc, char** argv);

/// Beside the program, as it is built, or in lib/barre, as it is installed.
std::filesystem::path modulePath() {
    std::error_code ignored;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    const auto built = folder / BARRE_DESIGNER_MODULE;
    return std::filesystem::exists(built, ignored)
               ? built
               : folder.parent_path() / "lib/barre" / BARRE_DESIGNER_MODULE;
}

OpenWindow loadDesigner() {
    void* module = dlopen(modulePath().c_str(), RTLD_NOW);
    void* function = module ? dlsym(module, "barreOpenWindow") : nullptr;
    if (!function)
        std::fprintf(stderr, "barre: the designer cannot be loaded: %s\n", dlerror());
    return reinterpret_cast<OpenWindow>(function);
}

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
    const OpenWindow openWindow = loadDesigner();
    return openWindow ? openWindow(args.empty() ? "" : std::string(args[0]).c_str(), runs, argc, argv)
                      : Failed;
}

} // namespace barre::app
