#include "model/syntax/template_text.h"

#include <algorithm>

namespace barre::syntax {

TemplateText::TemplateText(NodeList<TemplateItem> items) {
    for (const TemplateItem* item : items) {
        m_pieces.push_back({m_text.size(), item->range()});
        if (is<Interpolation>(item))
            m_text += mark;
        else
            m_text += item->text();
    }
}

uint32_t TemplateText::sourceOf(size_t offset, bool isEnd) const {
    auto after = std::upper_bound(m_pieces.begin(), m_pieces.end(), isEnd && offset > 0 ? offset - 1 : offset,
                                  [](size_t at, const Piece& piece) { return at < piece.begin; });
    if (after == m_pieces.begin())
        return 0;
    const Piece& piece = *(after - 1);
    bool isMark = m_text.size() > piece.begin && m_text[piece.begin] == mark;
    if (isMark)
        return isEnd ? piece.source.end : piece.source.begin;
    return uint32_t(std::min<size_t>(piece.source.begin + (offset - piece.begin), piece.source.end));
}

SourceRange TemplateText::sourceRange(size_t begin, size_t end) const {
    uint32_t first = sourceOf(begin, begin == m_text.size());
    return {first, std::max(first, sourceOf(std::max(begin, end), true))};
}

} // namespace barre::syntax
