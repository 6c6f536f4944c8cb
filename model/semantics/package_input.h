#pragma once

#include "model/semantics/symbols.h"

#include <memory>
#include <string>
#include <vector>

namespace barre::syntax {
class SyntaxTree;
}

namespace barre::model {

struct SourceInput {
    std::string path; ///< as diagnostics show it
    std::shared_ptr<const syntax::SyntaxTree> tree;
};

struct ModuleInput {
    std::string name; ///< full name: the package's (`chat`) for the default module, else `chat.util`
    std::vector<SourceInput> files;
};

/// A package as plain data: the analysis reads no disk.
struct PackageInput {
    std::string org;
    std::string name;
    std::vector<ModuleInput> modules; ///< the default module first
};

} // namespace barre::model
