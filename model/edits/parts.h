#pragma once

#include "model/edits/edit_builder.h"
#include "model/edits/members.h"

#include <string>
#include <string_view>

namespace barre::edits {

/// Changes the parts of one declaration that differ from what a form says.
class PartsEditor {
public:
    PartsEditor(const Snapshot& snapshot, const design::Declaration& declaration);

    void replace(SourceRange range, std::string_view text);
    /// `before` and a node behind an offset: written, changed or removed.
    void setOptional(uint32_t behind, std::string_view before, const syntax::Node* node,
                     std::string_view text);
    /// A word before `next`, behind the other qualifiers.
    void setQualifier(syntax::TokenKind kind, bool isThere, const syntax::Node* next);
    /// `public`, `private` or nothing, before everything but documentation and annotations.
    void setVisibility(std::string_view visibility);
    void setDocumentation(std::string_view text);
    /// Another name wherever it is used.
    void rename(std::string_view name);
    void refuse(std::string sentence);
    void add(const EditResult& other);

    EditResult done();

private:
    uint32_t headOf() const;

    const Snapshot& m_snapshot;
    const design::Declaration& m_declaration;
    EditBuilder m_builder;
    std::string m_problem;
};

} // namespace barre::edits
