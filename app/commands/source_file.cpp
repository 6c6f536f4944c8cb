#include "app/commands/source_file.h"

#include "model/project/workspace.h"

#include <cstdio>

namespace barre::app {

std::optional<std::string> readSourceFile(std::string_view path) {
    model::Result<std::string> text = model::readFile(std::string(path));
    if (text)
        return std::move(*text);
    std::fprintf(stderr, "barre: %s\n", text.problem.c_str());
    return std::nullopt;
}

} // namespace barre::app
