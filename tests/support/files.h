#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace barre::test {

/// The bytes of a file of the source tree, or of an absolute path.
std::string readFile(const std::filesystem::path& path);

/// The files with this extension below a folder of the source tree, sorted.
std::vector<std::filesystem::path> filesBelow(std::string_view folder, std::string_view extension);

/// Whether the text is that of the golden file `tests/goldens/<name>`. With BARRE_UPDATE_GOLDENS set in the
/// environment, the file is written instead.
bool matchesGolden(std::string_view name, std::string_view text);

} // namespace barre::test
