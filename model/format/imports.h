// The order of imports.
#pragma once

#include "model/syntax/nodes.h"

#include <optional>
#include <string>

namespace barre::model {

/// Imports stand in groups: modules of the package, those that come with the language, all others.
int importGroup(const syntax::ImportDecl* import);

/// The text with its imports by group and name. Nothing if they are so already, or have comments between
/// them.
std::optional<std::string> withSortedImports(const syntax::SyntaxTree& tree);

} // namespace barre::model
