#pragma once

#include "model/syntax/nodes.h"

namespace barre::syntax {

/// The content of a template as one text, in which every interpolation is one mark; a place in it can be
/// mapped back.
class TemplateText {
public:
    /// Stands for an interpolation; no source text has this byte, as it is not UTF-8.
    static constexpr char mark = '\xFF';

    explicit TemplateText(NodeList<TemplateItem> items);

    const std::string& text() const { return m_text; }
    /// The place in the file; that of an interpolation for its mark.
    SourceRange sourceRange(size_t begin, size_t end) const;

private:
    struct Piece {
        size_t begin; ///< in the joined text
        SourceRange source;
    };
    uint32_t sourceOf(size_t offset, bool isEnd) const;

    std::string m_text;
    std::vector<Piece> m_pieces;
};

/// Says what is wrong with a regular expression, by the grammar of lang.regexp.
void checkRegExp(const RegExpTemplateExpr* expression, std::vector<model::Diagnostic>& diagnostics);

/// Says where the content of an XML template is not well-formed.
void checkXml(const XmlTemplateExpr* expression, std::vector<model::Diagnostic>& diagnostics);

} // namespace barre::syntax
