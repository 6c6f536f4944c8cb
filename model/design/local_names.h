#pragma once

#include "model/syntax/nodes.h"

#include <string>
#include <vector>

namespace barre::design {

/// A variable or parameter of a function.
struct LocalName {
    std::string name;
    std::string type; ///< as it is written: `var` when it is inferred, empty when it is not said
    model::SourceRange nameRange;
    bool isParameter = false;
};

/// The names that are declared above a place in its function, the nearest first; a hidden name is left out.
std::vector<LocalName> localNamesAt(const syntax::SyntaxTree& tree, uint32_t offset);

/// The names that a typed binding pattern declares.
std::vector<LocalName> namesBoundBy(const syntax::TypedBindingPattern* pattern);

} // namespace barre::design
