#include "model/edits/parts.h"

#include "model/design/tree_text.h"
#include "model/edits/declarations.h"
#include "model/edits/imports.h"
#include "model/edits/lines.h"

namespace barre::edits {

using namespace syntax;
using design::Declaration;

PartsEditor::PartsEditor(const Snapshot& snapshot, const Declaration& declaration)
    : m_snapshot(snapshot), m_declaration(declaration), m_builder(snapshot) {}

/// The first token behind documentation and annotations.
uint32_t PartsEditor::headOf() const {
    const Metadata* metadata = metadataOf(m_declaration.node);
    for (const Element& child : m_declaration.node->children())
        if ((!metadata || child.node != metadata) && !child.range().isEmpty())
            return child.range().begin;
    return m_declaration.node->range().begin;
}

void PartsEditor::replace(SourceRange range, std::string_view text) {
    m_builder.replace(m_declaration.file->path, range, text);
    if (m_declaration.file->tree->text(range) != text)
        importModulesUsedBy(m_builder, *m_declaration.file, text);
}

void PartsEditor::setOptional(uint32_t behind, std::string_view before, const Node* node,
                              std::string_view text) {
    const bool isThere = node && !node->isMissing();
    if (isThere && text.empty())
        m_builder.remove(m_declaration.file->path, {behind, node->range().end});
    else if (isThere)
        replace(node->range(), text);
    else if (!text.empty())
        replace({behind, behind}, std::string(before) + std::string(text));
}

void PartsEditor::setQualifier(TokenKind kind, bool isThere, const Node* next) {
    for (const Token* token : qualifiersOf(m_declaration.node))
        if (token->kind() == kind) {
            if (!isThere)
                m_builder.remove(m_declaration.file->path, {token->range().begin, token->fullRange().end});
            return;
        }
    if (isThere)
        m_builder.insert(m_declaration.file->path, next ? next->range().begin : headOf(),
                         std::string(tokenKindText(kind)) + " ");
}

void PartsEditor::setVisibility(std::string_view visibility) {
    for (const Token* token : qualifiersOf(m_declaration.node)) {
        if (token->kind() != TokenKind::PublicKeyword && token->kind() != TokenKind::PrivateKeyword)
            continue;
        if (visibility.empty())
            m_builder.remove(m_declaration.file->path, {token->range().begin, token->fullRange().end});
        else
            m_builder.replace(m_declaration.file->path, token->range(), visibility);
        return;
    }
    if (!visibility.empty())
        m_builder.insert(m_declaration.file->path, headOf(), std::string(visibility) + " ");
}

void PartsEditor::setDocumentation(std::string_view text) {
    if (design::documentationText(m_declaration.node) == text)
        return;
    const std::string_view source = m_declaration.file->text();
    const SourceRange whole = m_declaration.node->range();
    const std::string indentation = indentationAt(source, whole.begin);
    const Metadata* metadata = metadataOf(m_declaration.node);
    SourceRange old{whole.begin, whole.begin};
    if (metadata && metadata->documentationString())
        old.end = design::rangeWithoutDocumentation(m_declaration.node).begin;
    std::string lines = asLinesOf(asDocumentation(text), indentation, "    ");
    if (!lines.empty())
        lines += indentation;
    m_builder.replace(m_declaration.file->path, old, lines);
}

void PartsEditor::rename(std::string_view name) {
    if (identifierValue(name) == m_declaration.name)
        return;
    const EditResult renamed = renameSymbol(m_snapshot, m_declaration.id, name);
    if (!renamed)
        refuse(renamed.problem);
    m_builder.add(renamed);
}

void PartsEditor::refuse(std::string sentence) {
    if (m_problem.empty())
        m_problem = std::move(sentence);
}

void PartsEditor::add(const EditResult& other) {
    if (!other)
        refuse(other.problem);
    m_builder.add(other);
}

EditResult PartsEditor::done() {
    return m_problem.empty() ? m_builder.done(m_declaration.location()) : refused(m_problem);
}

} // namespace barre::edits
