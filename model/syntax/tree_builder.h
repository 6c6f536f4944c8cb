#pragma once

#include "model/syntax/arena.h"
#include "model/syntax/tree.h"

#include <initializer_list>

namespace barre::syntax {

/// Makes one tree: nodes bottom-up, then `finish` gives them ids, parents and ranges.
class TreeBuilder {
public:
    explicit TreeBuilder(std::string text);

    std::string_view text() const { return m_tree->m_text; }
    std::vector<model::Diagnostic>& diagnostics() { return m_tree->m_diagnostics; }

    /// One value per slot of the kind: a Token, a Node or a ListData, or null.
    Node* make(NodeKind kind, std::initializer_list<const void*> slots);
    /// Null for an empty list.
    const ListData* makeList(const void* const* elements, size_t count, size_t separatorCount);
    /// Tokens that lie one behind the other in memory.
    Token* makeTokens(size_t count);
    /// The height of the tree below a slot's value.
    static uint32_t heightOf(const Node* node) { return node ? node->m_height : 0; }

    /// Gives ids, parents and ranges to the root and all below it; the tree keeps the tokens.
    void finish(Node* root, std::vector<Token> tokens);
    /// The finished tree, its diagnostics in the order of the text.
    std::shared_ptr<SyntaxTree> release();

private:
    struct Span {
        SourceRange range{UINT32_MAX, 0};
        SourceRange fullRange{UINT32_MAX, 0};
        bool isMissing = true;
        bool hasErrors = false;

        void add(const Token& token);
        void add(const Node& node);
    };

    void finishNode(Node* node, const Node* parent);
    void finishToken(const Token* token, const Node* parent, Span& span);
    void finishChild(const Node* child, const Node* parent, Span& span);
    void finishList(const SlotInfo& info, const ListData* list, const Node* parent, Span& span);

    std::shared_ptr<SyntaxTree> m_tree;
    uint32_t m_emptyAt = 0; ///< where a node without tokens lies
    uint32_t m_emptyFullAt = 0;
};

} // namespace barre::syntax
