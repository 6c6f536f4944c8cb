#pragma once

#include "model/edits/edit_builder.h"
#include "model/syntax/nodes.h"

#include <string>
#include <string_view>
#include <vector>

namespace barre::edits {

/// Adds an import unless the file has it, in alphabetical order; gives the prefix to use.
std::string importInto(EditBuilder& builder, const model::SourceFile& file, std::string_view module);

/// Removes the imports that only the text in some ranges, which goes, has used.
void removeImportsUsedOnlyIn(EditBuilder& builder, const model::SourceFile& file,
                             const std::vector<SourceRange>& gone);

/// Adds imports of library modules whose prefixes a new text uses and the file does not know.
void importModulesUsedBy(EditBuilder& builder, const model::SourceFile& file, std::string_view text);

/// The modules of library prefixes that a new text uses (`log:printInfo(…)`), which its file has to import.
std::vector<std::string> modulesUsedBy(std::string_view text);

} // namespace barre::edits
