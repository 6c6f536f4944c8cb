#pragma once

#include <span>
#include <string_view>

namespace barre::model {

/// A file of `resources/ballerina` or `resources/samples`, linked into the program.
struct EmbeddedFile {
    std::string_view path;  ///< relative to `resources/`, for example `ballerina/io/io.bal`
    std::string_view bytes; ///< lives as long as the program
};

/// All embedded files, sorted by path.
std::span<const EmbeddedFile> embeddedFiles();

} // namespace barre::model
