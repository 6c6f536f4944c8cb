#pragma once

#include "model/diagnostics/diagnostic.h"
#include "model/syntax/node_kinds.h"
#include "model/text/source_range.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace barre::syntax {

using model::SourceRange;

class Arena;
class Node;
class BodyReplacement;
class SyntaxTree;
class TreeBuilder;

/// A token of a tree. Its trivia (white space, comments, skipped text) belongs to it: trailing trivia reaches
/// up to and including the line break, or up to the next token on the same line; everything else is leading
/// trivia of the token that follows. The full ranges of a tree's tokens, joined, are the file.
class Token {
public:
    TokenKind kind() const { return m_kind; }
    /// The grammar wants this token and the text lacks it: its range is empty.
    bool isMissing() const { return m_flags & MissingFlag; }
    /// Its leading trivia contains text that the grammar has no place for.
    bool hasSkippedText() const { return m_flags & SkippedTextFlag; }
    /// Without trivia. A missing token lies behind the text of the token before it.
    SourceRange range() const { return m_range; }
    /// With trivia.
    SourceRange fullRange() const { return m_fullRange; }
    SourceRange leadingRange() const { return {m_fullRange.begin, m_range.begin}; }
    SourceRange trailingRange() const { return {m_range.end, m_fullRange.end}; }
    /// As it is written, the quote of a quoted identifier included.
    std::string_view text() const;
    const Node* parent() const { return m_parent; }

private:
    friend class BodyReplacement;
    friend class Lexer;
    friend class Parser;
    friend class TreeBuilder;
    enum : uint8_t { MissingFlag = 1, SkippedTextFlag = 2, ErrorFlag = 4 };

    TokenKind m_kind = TokenKind::Invalid;
    TokenKind m_contextual = TokenKind::Invalid; ///< the keyword an Identifier may become
    uint8_t m_flags = 0;
    uint32_t m_match = 0; ///< while parsing: the index of the bracket's partner
    SourceRange m_range;
    SourceRange m_fullRange;
    const Node* m_parent = nullptr;
};

/// What a list slot points to; elements are nodes (or tokens, in token lists), then separators.
struct ListData {
    uint32_t count = 0;
    uint32_t separatorCount = 0;
    const void* elements[1] = {};
};

/// The nodes of a list slot.
template<class T>
class NodeList {
public:
    class Iterator {
    public:
        using value_type = const T*;
        using difference_type = std::ptrdiff_t;
        Iterator() = default;
        explicit Iterator(const void* const* at) : m_at(at) {}
        const T* operator*() const { return static_cast<const T*>(*m_at); }
        Iterator& operator++() {
            ++m_at;
            return *this;
        }
        Iterator operator++(int) { return Iterator(m_at++); }
        friend bool operator==(Iterator, Iterator) = default;

    private:
        const void* const* m_at = nullptr;
    };

    explicit NodeList(const ListData* data) : m_data(data) {}
    size_t size() const { return m_data ? m_data->count : 0; }
    bool empty() const { return size() == 0; }
    const T* operator[](size_t index) const { return static_cast<const T*>(m_data->elements[index]); }
    const T* front() const { return (*this)[0]; }
    const T* back() const { return (*this)[size() - 1]; }
    Iterator begin() const { return Iterator(m_data ? m_data->elements : nullptr); }
    Iterator end() const { return Iterator(m_data ? m_data->elements + m_data->count : nullptr); }

protected:
    const ListData* m_data;
};

/// The nodes of a separated list slot; separator(i) follows node i.
template<class T>
class SeparatedNodeList : public NodeList<T> {
public:
    using NodeList<T>::NodeList;
    size_t separatorCount() const { return this->m_data ? this->m_data->separatorCount : 0; }
    const Token* separator(size_t index) const {
        return static_cast<const Token*>(this->m_data->elements[this->m_data->count + index]);
    }
};

using TokenList = NodeList<Token>;

/// A child as it stands in the text: a node or a token, the other is null.
struct Element {
    const Node* node = nullptr;
    const Token* token = nullptr;

    SourceRange range() const;
    SourceRange fullRange() const;
};

/// A node of an immutable tree. The kinds, their slots and their typed classes come from nodes.def; nodes.h
/// has the classes. Nodes live as long as their tree.
class Node {
public:
    static bool is(NodeKind) { return true; }

    NodeKind kind() const { return m_kind; }
    /// Dense: nodes are numbered from 0 in the order of the text, parents before children.
    uint32_t id() const { return m_id; }
    /// The ids of this node and all below it are [id(), idEnd()).
    uint32_t idEnd() const { return m_idEnd; }
    /// Null for the root.
    const Node* parent() const { return m_parent; }
    const SyntaxTree& tree() const { return *m_tree; }

    /// From the first to the last token that is there, without the trivia around them.
    SourceRange range() const { return m_range; }
    /// With the trivia: comments above, the comment behind and the line break.
    SourceRange fullRange() const { return m_fullRange; }
    std::string_view text() const;
    /// None of its tokens is in the text.
    bool isMissing() const { return m_flags & MissingFlag; }
    /// A token is missing or text is skipped in it or below it.
    bool hasErrors() const { return m_flags & ErrorFlag; }

    /// The longest way down from here, in nodes.
    uint32_t height() const { return m_height; }

    std::span<const SlotInfo> slots() const { return slotsOf(m_kind); }
    /// Children in the order of the text; absent optional slots do not occur, missing ones do.
    std::vector<Element> children() const;
    std::vector<const Node*> childNodes() const;
    /// The index of the slot that holds the child; slots().size() if none does.
    size_t slotOf(const Node* child) const;
    const Token* firstToken() const;
    const Token* lastToken() const;
    /// Whether the node is this one or lies below it.
    bool contains(const Node* node) const { return node->m_id >= m_id && node->m_id < m_idEnd; }

    // Slots by index; the typed classes are nicer.
    const Token* tokenSlot(size_t index) const { return static_cast<const Token*>(slot(index)); }
    const Node* nodeSlot(size_t index) const { return static_cast<const Node*>(slot(index)); }
    NodeList<Node> listSlot(size_t index) const { return NodeList<Node>(listData(index)); }
    SeparatedNodeList<Node> separatedListSlot(size_t index) const {
        return SeparatedNodeList<Node>(listData(index));
    }
    TokenList tokenListSlot(size_t index) const { return TokenList(listData(index)); }
    template<class T>
    NodeList<T> listSlotOf(size_t index) const {
        return NodeList<T>(listData(index));
    }

protected:
    const void* slot(size_t index) const { return reinterpret_cast<const void* const*>(this + 1)[index]; }
    const ListData* listData(size_t index) const { return static_cast<const ListData*>(slot(index)); }

private:
    friend class BodyReplacement;
    friend class TreeBuilder;
    enum : uint16_t { MissingFlag = 1, ErrorFlag = 2 };

    NodeKind m_kind{};
    uint16_t m_flags = 0;
    uint32_t m_height = 0;
    uint32_t m_id = 0;
    uint32_t m_idEnd = 0;
    SourceRange m_range;
    SourceRange m_fullRange;
    const Node* m_parent = nullptr;
    const SyntaxTree* m_tree = nullptr;
};

/// A text and its tree. Immutable, so it may be shared between threads.
class SyntaxTree {
public:
    ~SyntaxTree();
    SyntaxTree(const SyntaxTree&) = delete;
    SyntaxTree& operator=(const SyntaxTree&) = delete;

    std::string_view text() const { return m_text; }
    std::string_view text(SourceRange range) const {
        return std::string_view(m_text).substr(range.begin, range.length());
    }
    /// A ModulePart, or a Fragment.
    const Node* root() const { return m_nodes.front(); }
    const std::vector<model::Diagnostic>& diagnostics() const { return m_diagnostics; }
    /// All nodes by id.
    const std::vector<const Node*>& nodes() const { return m_nodes; }
    const Node* node(uint32_t id) const { return m_nodes[id]; }
    /// All tokens in the order of the text, missing ones included.
    const std::vector<const Token*>& tokens() const { return m_tokens; }

    /// The token whose full range holds the offset; the end of file token for the end of the text.
    const Token* tokenAt(uint32_t offset) const;
    /// The deepest node whose range holds the offset; in trivia, that of the token it belongs to.
    const Node* nodeAt(uint32_t offset) const;
    /// The deepest node whose range (without trivia) covers the range; the root if none does.
    const Node* covering(SourceRange range) const;
    /// The outermost node of exactly this range (without trivia), or null.
    const Node* nodeWithRange(SourceRange range) const;

private:
    friend class BodyReplacement;
    friend class TreeBuilder;
    explicit SyntaxTree(std::string text);

    /// Where nodes and tokens live: the parser's in the arena, the lexer's in the vector.
    struct Storage {
        std::unique_ptr<Arena> arena;
        std::vector<Token> tokens;
    };

    std::string m_text;
    Storage m_storage;
    std::unordered_map<const Node*, Storage> m_bodies; ///< by function, of bodies that were read again
    std::vector<const Node*> m_nodes;
    std::vector<const Token*> m_tokens;
    std::vector<model::Diagnostic> m_diagnostics;
};

using SyntaxTreePtr = std::shared_ptr<const SyntaxTree>;

/// Whether the node is there and of T's kind (or group).
template<class T>
bool is(const Node* node) {
    return node && T::is(node->kind());
}

/// The node as a T, or null if it is null or not of T's kind (or group).
template<class T>
const T* cast(const Node* node) {
    return is<T>(node) ? static_cast<const T*>(node) : nullptr;
}

/// The nearest node above (not the node itself) of T's kind or group, or null.
template<class T>
const T* enclosing(const Node* node) {
    for (node = node ? node->parent() : nullptr; node; node = node->parent())
        if (T::is(node->kind()))
            return static_cast<const T*>(node);
    return nullptr;
}

/// Calls `visit(const Node*)` for the node and all below it, in the order of the text.
template<class Visit>
void forEachNode(const Node* node, Visit visit) {
    const auto& nodes = node->tree().nodes();
    for (uint32_t id = node->id(); id < node->idEnd(); ++id)
        visit(nodes[id]);
}

} // namespace barre::syntax
