#pragma once

#include "model/syntax/nodes.h"

#include <string>
#include <vector>

namespace barre::syntax {

/// A part of a structured pattern: a member, a field, an argument of an error, or what is left over.
struct PatternPart {
    const Node* node = nullptr; ///< the part
    const Node* pattern =
        nullptr;      ///< what its value has to match; `node` itself where that is a variable's name
    std::string name; ///< of a field or a named argument; else empty
    bool isRest = false;
};

/// The parts of a list, mapping or error pattern, be it a match pattern or a binding pattern; else none.
std::vector<PatternPart> partsOf(const Node* pattern);

/// The type that an error pattern names, or null.
const TypeReference* errorTypeReferenceOf(const Node* pattern);

} // namespace barre::syntax
