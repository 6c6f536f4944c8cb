#pragma once

#include "model/edits/edit_builder.h"
#include "model/syntax/nodes.h"

#include <string>
#include <string_view>

namespace barre::edits {

/// Sets a field of `{…}`: an empty text removes it.
void setMappingField(EditBuilder& builder, const model::SourceFile& file,
                     const syntax::MappingConstructorExpr* mapping, std::string_view name,
                     std::string_view text);

/// Sets a named argument of a call: an empty text removes it.
void setNamedArgument(EditBuilder& builder, const model::SourceFile& file, const syntax::ArgList* list,
                      std::string_view name, std::string_view text);

/// The field of a mapping, or null.
const syntax::SpecificField* findField(const syntax::MappingConstructorExpr* mapping, std::string_view name);

/// Removes one of several parts with separators between them.
SourceRange removalFromList(std::string_view text, const syntax::SeparatedNodeList<syntax::Node>& list,
                            size_t index);

} // namespace barre::edits
