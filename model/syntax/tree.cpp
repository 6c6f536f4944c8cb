#include "model/syntax/tree.h"

#include "model/syntax/arena.h"

#include <algorithm>

namespace barre::syntax {

SyntaxTree::SyntaxTree(std::string text)
    : m_text(std::move(text)), m_storage{std::make_unique<Arena>(), {}} {}

SyntaxTree::~SyntaxTree() = default;

std::string_view Token::text() const {
    return m_parent->tree().text(m_range);
}

SourceRange Element::range() const {
    return node ? node->range() : token->range();
}

SourceRange Element::fullRange() const {
    return node ? node->fullRange() : token->fullRange();
}

std::string_view Node::text() const {
    return m_tree->text(m_range);
}

namespace {

bool holdsToken(SlotShape shape) {
    return shape == SlotShape::Token || shape == SlotShape::OptionalToken;
}

bool holdsNode(SlotShape shape) {
    return shape == SlotShape::Child || shape == SlotShape::OptionalChild;
}

void addList(std::vector<Element>& elements, SlotShape shape, const ListData* list) {
    for (uint32_t i = 0; i < list->count; ++i) {
        if (shape == SlotShape::TokenList)
            elements.push_back({nullptr, static_cast<const Token*>(list->elements[i])});
        else
            elements.push_back({static_cast<const Node*>(list->elements[i]), nullptr});
        if (i < list->separatorCount)
            elements.push_back({nullptr, static_cast<const Token*>(list->elements[list->count + i])});
    }
}

} // namespace

std::vector<Element> Node::children() const {
    std::vector<Element> elements;
    std::span<const SlotInfo> infos = slots();
    for (size_t i = 0; i < infos.size(); ++i) {
        if (!slot(i))
            continue;
        if (holdsToken(infos[i].shape))
            elements.push_back({nullptr, tokenSlot(i)});
        else if (holdsNode(infos[i].shape))
            elements.push_back({nodeSlot(i), nullptr});
        else
            addList(elements, infos[i].shape, listData(i));
    }
    return elements;
}

std::vector<const Node*> Node::childNodes() const {
    std::vector<const Node*> result;
    const auto& nodes = m_tree->nodes();
    for (uint32_t id = m_id + 1; id < m_idEnd; id = nodes[id]->m_idEnd)
        result.push_back(nodes[id]);
    return result;
}

size_t Node::slotOf(const Node* child) const {
    std::span<const SlotInfo> infos = slots();
    for (size_t i = 0; i < infos.size(); ++i) {
        if (holdsNode(infos[i].shape) && nodeSlot(i) == child)
            return i;
        if (infos[i].shape == SlotShape::List || infos[i].shape == SlotShape::SeparatedList)
            for (const Node* element : listSlot(i))
                if (element == child)
                    return i;
    }
    return infos.size();
}

const Token* Node::firstToken() const {
    for (const Element& element : children())
        if (const Token* token = element.token ? element.token : element.node->firstToken())
            return token;
    return nullptr;
}

const Token* Node::lastToken() const {
    std::vector<Element> elements = children();
    for (auto element = elements.rbegin(); element != elements.rend(); ++element)
        if (const Token* token = element->token ? element->token : element->node->lastToken())
            return token;
    return nullptr;
}

const Token* SyntaxTree::tokenAt(uint32_t offset) const {
    auto after =
        std::upper_bound(m_tokens.begin(), m_tokens.end(), offset,
                         [](uint32_t at, const Token* token) { return at < token->fullRange().end; });
    return after == m_tokens.end() ? m_tokens.back() : *after;
}

const Node* SyntaxTree::nodeAt(uint32_t offset) const {
    return tokenAt(offset)->parent();
}

const Node* SyntaxTree::covering(SourceRange range) const {
    const Node* node = nodeAt(range.begin);
    // An empty range behind a token belongs to that token rather than to the white space after it.
    if (range.isEmpty() && range.begin > 0 && !node->range().contains(range))
        if (const Node* before = nodeAt(range.begin - 1); before->range().contains(range))
            node = before;
    while (node->parent() && !node->range().contains(range))
        node = node->parent();
    return node;
}

const Node* SyntaxTree::nodeWithRange(SourceRange range) const {
    const Node* node = covering(range);
    while (node->parent() && node->parent()->range() == range)
        node = node->parent();
    return node->range() == range ? node : nullptr;
}

} // namespace barre::syntax
