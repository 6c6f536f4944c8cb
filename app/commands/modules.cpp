#include "app/commands/modules.h"

#include <dlfcn.h>

#include <cstdio>
#include <filesystem>
#include <string>

namespace barre::app {
namespace {

std::filesystem::path pathOf(const std::string& file) {
    std::error_code ignored;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    const auto built = folder / file;
    return std::filesystem::exists(built, ignored) ? built : folder.parent_path() / "lib/barre" / file;
}

} // namespace

void* moduleFunction(const char* module, const char* function) {
    void* loaded = dlopen(pathOf(std::string(module) + BARRE_MODULE_SUFFIX).c_str(), RTLD_NOW);
    void* found = loaded ? dlsym(loaded, function) : nullptr;
    if (!found)
        std::fprintf(stderr, "barre: %s cannot be loaded: %s\n", module, dlerror());
    return found;
}

} // namespace barre::app
