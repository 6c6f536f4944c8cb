#pragma once

#include "model/project/result.h"
#include "model/text/text_edit.h"

#include <cstdint>
#include <string>
#include <vector>

namespace barre::model {

/// A project that is open: the texts of its files, and nothing else. Paths are relative to the root, with
/// `/`.
struct Workspace {
    std::string root;     ///< the folder, absolute
    std::string onlyFile; ///< the name of a single file that is open without a package; else empty
    FileTexts texts;      ///< .bal files, Ballerina.toml, Config.toml

    bool isSingleFile() const { return !onlyFile.empty(); }
    /// Where a file of the project is on disk.
    std::string pathOf(std::string_view file) const;
};

/// Whether the `tests` folders belong to what is opened: not, to be looked at, or to be run.
enum class TestSources : uint8_t { Without, Beside, With };

/// Whether a file of a package lies in a `tests` folder.
bool isTestFile(std::string_view file);

/// Opens a package folder (or a file or folder inside one), or a single .bal file that is in none. To run its
/// tests, `tests/Config.toml` takes the place of the package's Config.toml where there is one.
Result<Workspace> openWorkspace(const std::string& path, TestSources tests = TestSources::Without);

/// A project of texts that are not on disk, for tests and previews.
Workspace workspaceOf(FileTexts texts, std::string root = "/");

/// What became of a write.
struct Written {};

/// Writes a file as a whole or not at all: to a temporary file beside it, which then takes its name.
Result<Written> writeFile(const std::string& path, std::string_view text);

/// Saves one file of a project (a file that is not in `texts` any more is removed).
Result<Written> saveFile(const Workspace& workspace, std::string_view file);

/// The bytes of a file.
Result<std::string> readFile(const std::string& path);

} // namespace barre::model
