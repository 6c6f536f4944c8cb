#include "tests/support/files.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace barre::test {

namespace fs = std::filesystem;

std::string readFile(const fs::path& path) {
    std::ifstream file(fs::path(BARRE_SOURCE_DIR) / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> filesBelow(std::string_view folder, std::string_view extension) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(BARRE_SOURCE_DIR) / folder))
        if (entry.is_regular_file() && entry.path().extension() == extension)
            paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

bool matchesGolden(std::string_view name, std::string_view text) {
    fs::path path = fs::path(BARRE_SOURCE_DIR) / "tests/goldens" / name;
    if (std::getenv("BARRE_UPDATE_GOLDENS")) {
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return true;
    }
    if (readFile(path) == text)
        return true;
    fs::path actual = fs::temp_directory_path() / ("barre-" + path.filename().string());
    std::ofstream(actual, std::ios::binary) << text;
    std::fprintf(stderr, "%s differs; what came is in %s\n", path.c_str(), actual.c_str());
    return false;
}

} // namespace barre::test
