#pragma once

#include "model/syntax/nodes.h"

#include <optional>

namespace barre::syntax {

/// `# + name - description`
struct DocumentedParam {
    std::string name;
    SourceRange nameRange;
    std::string description;
};

/// A quoted name behind a word that says what it is: "type `Person`", "function `add()`", "parameter `a`".
struct DocumentationReference {
    std::string kind; ///< type, service, variable, var, annotation, module, function, parameter or const
    std::string name; ///< as written, without a call's parentheses
    SourceRange range;
};

/// What documentation lines say. Descriptions are Ballerina flavored Markdown, their lines joined by line
/// breaks.
struct Documentation {
    std::string description;
    std::vector<DocumentedParam> params;
    std::optional<DocumentedParam> returnParam;
    std::optional<std::string> deprecation; ///< the text below `# # Deprecated`
    std::vector<DocumentationReference> references;
};

Documentation readDocumentation(const DocumentationString* documentation);

/// The documentation of a declaration or member; empty if it has none.
Documentation documentationOf(const Node* declaration);

} // namespace barre::syntax
