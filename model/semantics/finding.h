#pragma once

#include "model/diagnostics/diagnostic.h"

#include <string>
#include <vector>

namespace barre::syntax {
class Node;
}

namespace barre::model {

/// Something wrong at a node, found by a pass over a module that has been checked.
struct Finding {
    DiagnosticCode code{};
    const syntax::Node* node = nullptr;
    std::vector<std::string> args;
};

} // namespace barre::model
