#pragma once

#include "model/design/declarations.h"
#include "model/syntax/nodes.h"

#include <string>
#include <string_view>

namespace barre::edits {

/// `base`, or `base2`, … : a name that does not occur in a file.
std::string freeNameIn(const syntax::SyntaxTree& tree, const std::string& base);

/// `base`, or `base2`, … : a name that no declaration of the project's module has.
std::string freeNameInModule(const std::vector<design::Declaration>& all, const model::SourceModule* module,
                             const std::string& base);

/// Why a text cannot be a new name; empty when it can.
std::string problemOfName(std::string_view name);

} // namespace barre::edits
