#pragma once

#include "model/syntax/nodes.h"

#include <string>
#include <string_view>

namespace barre::design {

/// The tokens of a node in one line: white space and comments between them become one blank.
std::string oneLine(const syntax::Node* node);
std::string oneLine(const syntax::SyntaxTree& tree, model::SourceRange range);

/// What a node says, as it is written; empty for null.
std::string textOf(const syntax::Node* node);

/// The name of a declaration, without the quote of a quoted identifier.
std::string nameText(const syntax::Node* declaration);
/// The range of the token that names it, empty when it has none.
model::SourceRange nameRange(const syntax::Node* declaration);

/// The lines of documentation above a declaration, without `#`.
std::string documentationText(const syntax::Node* declaration);

/// A declaration as people see it: without its documentation, with its annotations.
model::SourceRange rangeWithoutDocumentation(const syntax::Node* declaration);

/// The words of its qualifiers: `isolated service`.
std::string qualifierText(const syntax::Node* declaration);

/// The module that a prefix stands for in a file: `ballerina/websocket`; empty when nothing is imported so.
std::string moduleOfPrefix(const syntax::SyntaxTree& tree, std::string_view prefix);

/// The prefix that a file uses for a module, empty when it does not import it.
std::string prefixOfModule(const syntax::SyntaxTree& tree, std::string_view module);

/// The module an import names.
std::string importedModule(const syntax::ImportDecl* import);
/// The prefix an import declares; `_` for none.
std::string importedPrefix(const syntax::ImportDecl* import);

/// Whether a type descriptor is a reference to `module:name`.
bool isTypeNamed(const syntax::Node* typeDescriptor, std::string_view module, std::string_view name);
/// Whether such a reference occurs anywhere in it.
bool mentionsType(const syntax::Node* typeDescriptor, std::string_view module, std::string_view name);

inline constexpr std::string_view webSocketModule = "ballerina/websocket";
inline constexpr std::string_view httpModule = "ballerina/http";

} // namespace barre::design
