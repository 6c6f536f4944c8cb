#include "model/syntax/tree_builder.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <new>

namespace barre::syntax {

TreeBuilder::TreeBuilder(std::string text) : m_tree(new SyntaxTree(std::move(text))) {}

Node* TreeBuilder::make(NodeKind kind, std::initializer_list<const void*> slots) {
    std::span<const SlotInfo> infos = slotsOf(kind);
    assert(infos.size() == slots.size());
    void* memory = m_tree->m_storage.arena->allocate(sizeof(Node) + slots.size() * sizeof(void*));
    auto* node = new (memory) Node;
    node->m_kind = kind;
    std::memcpy(static_cast<void*>(node + 1), slots.begin(), slots.size() * sizeof(void*));
    uint32_t height = 0;
    for (size_t i = 0; i < infos.size(); ++i) {
        const void* value = slots.begin()[i];
        if (!value)
            continue;
        SlotShape shape = infos[i].shape;
        if (shape == SlotShape::Child || shape == SlotShape::OptionalChild) {
            height = std::max(height, static_cast<const Node*>(value)->m_height);
        } else if (shape == SlotShape::List || shape == SlotShape::SeparatedList) {
            const auto* list = static_cast<const ListData*>(value);
            for (uint32_t k = 0; k < list->count; ++k)
                height = std::max(height, static_cast<const Node*>(list->elements[k])->m_height);
        }
    }
    node->m_height = height + 1;
    return node;
}

const ListData* TreeBuilder::makeList(const void* const* elements, size_t count, size_t separatorCount) {
    if (count == 0)
        return nullptr;
    size_t total = count + separatorCount;
    void* memory = m_tree->m_storage.arena->allocate(sizeof(ListData) + (total - 1) * sizeof(void*));
    auto* list = new (memory) ListData;
    list->count = uint32_t(count);
    list->separatorCount = uint32_t(separatorCount);
    std::memcpy(static_cast<void*>(&list->elements[0]), elements, total * sizeof(void*));
    return list;
}

Token* TreeBuilder::makeTokens(size_t count) {
    auto* tokens = static_cast<Token*>(m_tree->m_storage.arena->allocate(count * sizeof(Token)));
    std::uninitialized_value_construct_n(tokens, count);
    return tokens;
}

void TreeBuilder::Span::add(const Token& token) {
    fullRange = fullRange.begin == UINT32_MAX ? token.m_fullRange : fullRange.joined(token.m_fullRange);
    hasErrors |= token.m_flags != 0;
    if (token.isMissing() || token.m_kind == TokenKind::EndOfFile)
        return;
    range = isMissing ? token.m_range : range.joined(token.m_range);
    isMissing = false;
}

void TreeBuilder::Span::add(const Node& node) {
    fullRange = fullRange.begin == UINT32_MAX ? node.m_fullRange : fullRange.joined(node.m_fullRange);
    hasErrors |= node.hasErrors();
    if (node.isMissing())
        return;
    range = isMissing ? node.m_range : range.joined(node.m_range);
    isMissing = false;
}

void TreeBuilder::finishToken(const Token* token, const Node* parent, Span& span) {
    const_cast<Token*>(token)->m_parent = parent;
    m_tree->m_tokens.push_back(token);
    span.add(*token);
    if (!token->isMissing())
        m_emptyAt = token->m_range.end;
    m_emptyFullAt = token->m_fullRange.end;
}

void TreeBuilder::finishChild(const Node* child, const Node* parent, Span& span) {
    finishNode(const_cast<Node*>(child), parent);
    span.add(*child);
}

void TreeBuilder::finishList(const SlotInfo& info, const ListData* list, const Node* parent, Span& span) {
    for (uint32_t i = 0; i < list->count; ++i) {
        if (info.shape == SlotShape::TokenList)
            finishToken(static_cast<const Token*>(list->elements[i]), parent, span);
        else
            finishChild(static_cast<const Node*>(list->elements[i]), parent, span);
        if (i < list->separatorCount)
            finishToken(static_cast<const Token*>(list->elements[list->count + i]), parent, span);
    }
}

// Recursion is as deep as the tree; the parser bounds that.
void TreeBuilder::finishNode(Node* node, const Node* parent) {
    node->m_tree = m_tree.get();
    node->m_parent = parent;
    node->m_id = uint32_t(m_tree->m_nodes.size());
    m_tree->m_nodes.push_back(node);
    Span span;
    uint32_t emptyAt = m_emptyAt, emptyFullAt = m_emptyFullAt;
    std::span<const SlotInfo> infos = slotsOf(node->m_kind);
    for (size_t i = 0; i < infos.size(); ++i) {
        const void* value = node->slot(i);
        if (!value)
            continue;
        switch (infos[i].shape) {
        case SlotShape::Token:
        case SlotShape::OptionalToken: finishToken(static_cast<const Token*>(value), node, span); break;
        case SlotShape::Child:
        case SlotShape::OptionalChild: finishChild(static_cast<const Node*>(value), node, span); break;
        default: finishList(infos[i], static_cast<const ListData*>(value), node, span);
        }
    }
    node->m_idEnd = uint32_t(m_tree->m_nodes.size());
    node->m_range = span.isMissing ? SourceRange{emptyAt, emptyAt} : span.range;
    node->m_fullRange =
        span.fullRange.begin == UINT32_MAX ? SourceRange{emptyFullAt, emptyFullAt} : span.fullRange;
    node->m_flags =
        uint16_t((span.isMissing ? Node::MissingFlag : 0) | (span.hasErrors ? Node::ErrorFlag : 0));
}

void TreeBuilder::finish(Node* root, std::vector<Token> tokens) {
    m_tree->m_tokens.reserve(tokens.size());
    m_tree->m_nodes.reserve(tokens.size());
    m_tree->m_storage.tokens = std::move(tokens);
    finishNode(root, nullptr);
}

std::shared_ptr<SyntaxTree> TreeBuilder::release() {
    auto& diagnostics = m_tree->m_diagnostics;
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](const auto& a, const auto& b) { return a.range.begin < b.range.begin; });
    return std::move(m_tree);
}

} // namespace barre::syntax
