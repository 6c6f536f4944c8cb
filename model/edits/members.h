#pragma once

#include "model/design/declarations.h"
#include "model/edits/edit_builder.h"

#include <string>
#include <string_view>
#include <vector>

namespace barre::edits {

/// A place for a declaration: code goes on lines of its own, with blank lines where the file has them.
struct DeclarationPlace {
    std::string file;
    uint32_t offset = 0;
    SourceRange replaced; ///< mostly empty, at offset
    std::string before, after;
    std::string indentation;
};

/// Behind a declaration or member; `blankLine` puts a blank line between.
DeclarationPlace behind(const model::SourceFile& file, const syntax::Node* node, bool blankLine);
/// Before a declaration or member and the documentation and comments above it.
DeclarationPlace before(const model::SourceFile& file, const syntax::Node* node, bool blankLine);

/// Behind the last member of a class or service, or between its empty braces.
DeclarationPlace atEndOf(const design::Declaration& owner, bool blankLine);
/// For a class variable: behind the last variable or inclusion.
DeclarationPlace forVariableIn(const design::Declaration& owner);

/// What a declaration at module level is, for its place among the others.
enum class Section : uint8_t { Configurable, Listener, Type, Variable, Service, Class, Function };

/// Behind the last declaration of a section, or of the one before it; behind the imports, else at the begin.
DeclarationPlace forSection(const model::SourceFile& file, Section section);

/// Puts code (indented by four blanks) in at a place.
void insertDeclaration(EditBuilder& builder, const Snapshot& snapshot, const DeclarationPlace& place,
                       std::string_view code);
/// The same as a whole edit, with imports of the library modules that the code uses.
EditResult insertedDeclaration(const Snapshot& snapshot, const DeclarationPlace& place,
                               std::string_view code);

/// Documentation lines as `# …`, with a line break behind each; empty for none.
std::string asDocumentation(std::string_view text);

/// The file of a new declaration: the given one, or the first of the default module.
const model::SourceFile* fileFor(const Snapshot& snapshot, const std::string& file);

/// What is removed with a declaration: its lines, and a blank line when it stands between two.
SourceRange removalOfDeclaration(std::string_view text, SourceRange range);

} // namespace barre::edits
