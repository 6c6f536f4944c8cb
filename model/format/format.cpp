#include "model/format/format.h"

#include "model/format/spacing.h"
#include "model/syntax/nodes.h"
#include "model/syntax/trivia.h"

#include <algorithm>

namespace barre::model {

using syntax::Node;
using syntax::Token;
using syntax::TokenKind;
using syntax::TriviaKind;

namespace {

constexpr int indentStep = 4;
constexpr int continuationStep = 8;

/// An open bracket around the place that is written.
struct Bracket {
    const Node* owner = nullptr;
    int indent = -indentStep; ///< of the line that it counts as belonging to
    bool isBroken = true;     ///< its first part stands on a new line
};

class Formatter {
public:
    explicit Formatter(const syntax::SyntaxTree& tree) : m_tree(tree) { m_brackets.push_back({tree.root()}); }

    std::vector<TextEdit> run() {
        const Token* left = nullptr;
        for (const Token* right : m_tree.tokens()) {
            if (right->isMissing() && right->kind() != TokenKind::EndOfFile)
                continue;
            const SourceRange gap{left ? left->range().end : 0, right->range().begin};
            replace(gap, left ? between(left, right, gap) : before(right, gap));
            track(right);
            left = right;
        }
        if (left)
            replace({left->range().end, static_cast<uint32_t>(m_tree.text().size())}, "");
        return std::move(m_edits);
    }

private:
    void replace(SourceRange range, std::string text) {
        if (m_tree.text(range) != text)
            m_edits.push_back({range, std::move(text)});
    }

    // White space
    // ----------------------------------------------------------------------------------------------------

    struct Comment {
        std::string text;
        bool startsLine;
        bool afterBlank;
    };
    struct Gap {
        std::vector<Comment> comments;
        int lineBreaks = 0; ///< after the last comment
        int allLineBreaks = 0;
    };

    Gap read(SourceRange range, bool atStart) const {
        Gap gap;
        int breaks = atStart ? 1 : 0;
        for (const syntax::Trivia& piece : syntax::splitTrivia(m_tree, range)) {
            if (piece.kind == TriviaKind::LineBreak) {
                ++breaks;
                ++gap.allLineBreaks;
            } else if (piece.kind == TriviaKind::Comment) {
                gap.comments.push_back({trimmed(m_tree.text(piece.range)), breaks > 0, breaks > 1});
                breaks = 0;
            }
        }
        gap.lineBreaks = breaks;
        return gap;
    }

    static std::string trimmed(std::string_view text) {
        const size_t end = text.find_last_not_of(" \t\r\n");
        return std::string(text.substr(0, end + 1));
    }

    std::string before(const Token* right, SourceRange range) {
        const Gap gap = read(range, true);
        std::string text = comments(gap, right, true);
        if (!text.empty() && right->kind() != TokenKind::EndOfFile)
            text += gap.lineBreaks > 1 ? "\n\n" : "\n";
        return text.substr(0, 1) == "\n" ? text.substr(1) : text;
    }

    std::string between(const Token* left, const Token* right, SourceRange range) {
        const Spacing spacing = spacingBetween(left, right);
        if (spacing == Spacing::Verbatim)
            return std::string(m_tree.text(range));
        Gap gap = read(range, false);
        if (!gap.comments.empty())
            return aroundComments(gap, right, spacing == Spacing::BlankLine);
        switch (spacing) {
        case Spacing::Joined: return "";
        case Spacing::OneSpace: return " ";
        case Spacing::Tight:
            return gap.allLineBreaks && !isOnlyJoined(left, right) ? lineBefore(right, false) : "";
        case Spacing::Space: return gap.allLineBreaks ? lineBefore(right, false) : " ";
        case Spacing::BlankLine: return lineBefore(right, true);
        default: break;
        }
        if (right->kind() == TokenKind::EndOfFile)
            return "\n";
        const bool isEdge = isOpener(left) || isCloser(right);
        return lineBefore(right, gap.allLineBreaks > 1 && !isEdge);
    }

    /// Where a blank line is wanted it stands above the comments that are about what follows.
    std::string aroundComments(Gap& gap, const Token* right, bool wantsBlank) {
        const auto first = std::find_if(gap.comments.begin(), gap.comments.end(),
                                        [](const Comment& comment) { return comment.startsLine; });
        const bool isOnlyTrailing = first == gap.comments.end();
        if (wantsBlank && !isOnlyTrailing)
            first->afterBlank = true;
        const bool hasBlank = gap.lineBreaks > 1 || (wantsBlank && isOnlyTrailing);
        const std::string text = comments(gap, right, false);
        return text + lineBefore(right, hasBlank && !isCloser(right));
    }

    /// A closing bracket stands on a line of its own only if what it closes begins on a new line.
    bool isOnlyJoined(const Token*, const Token* right) const {
        return isCloser(right) && !m_brackets.back().isBroken;
    }

    std::string comments(const Gap& gap, const Token* right, bool atStart) {
        const int indent = isCloser(right) ? m_brackets.back().indent + indentStep : indentOf(right);
        std::string text;
        for (const Comment& comment : gap.comments) {
            if (comment.startsLine)
                text += (comment.afterBlank && !(atStart && text.empty()) ? "\n\n" : "\n") + spaces(indent);
            else
                text += " ";
            text += comment.text;
        }
        return text;
    }

    std::string lineBefore(const Token* right, bool withBlank) {
        if (right->kind() == TokenKind::EndOfFile)
            return "\n";
        m_lineIndent = indentOf(right);
        return (withBlank ? "\n\n" : "\n") + spaces(m_lineIndent);
    }

    static std::string spaces(int count) { return std::string(static_cast<size_t>(std::max(count, 0)), ' '); }

    // Indentation
    // ----------------------------------------------------------------------------------------------------

    /// The node that begins with the token and is a part of what the innermost bracket holds.
    const Node* partAt(const Token* token) const {
        const Node* owner = m_brackets.back().owner;
        for (const Node* node = token->parent(); node; node = node->parent()) {
            if (node->firstToken() != token)
                return nullptr;
            if (node->parent() == owner)
                return node;
        }
        return nullptr;
    }

    int indentOf(const Token* token) const {
        const Bracket& bracket = m_brackets.back();
        if (isCloser(token))
            return bracket.indent;
        const int inside = bracket.indent + (bracket.isBroken ? indentStep : continuationStep);
        if (partAt(token) || startsInside(token))
            return inside;
        const int line = bracket.isBroken ? inside : bracket.indent;
        if (syntax::is<syntax::DoClause>(token->parent()))
            return line;
        return line + (isClause(token) ? indentStep : continuationStep);
    }

    /// What follows the metadata of a member, and clauses of `match`.
    bool startsInside(const Token* token) const {
        const Node* owner = m_brackets.back().owner;
        for (const Node* node = token->parent(); node && node != owner; node = node->parent()) {
            const Node* parent = node->parent();
            if (parent && parent->parent() == owner && syntax::is<syntax::Metadata>(node))
                return true;
            if (node->parent() == owner && isAfterMetadata(node, token))
                return true;
        }
        return token->parent() == owner && !isOpener(token);
    }

    static bool isAfterMetadata(const Node* member, const Token* token) {
        const Node* metadata = nullptr;
        for (const syntax::Element& child : member->children()) {
            const Node* node = child.node;
            if (syntax::is<syntax::Metadata>(node) || syntax::is<syntax::Annotation>(node)) {
                metadata = node;
                if (node->firstToken() == token)
                    return true;
                continue;
            }
            const Token* first = node ? node->firstToken() : child.token;
            return metadata && first == token;
        }
        return false;
    }

    static bool isClause(const Token* token) {
        for (const Node* node = token->parent(); node && node->firstToken() == token; node = node->parent())
            if (syntax::is<syntax::QueryClause>(node))
                return true;
        return false;
    }

    /// After a token is written: the brackets around the next.
    void track(const Token* token) {
        if (isOpener(token)) {
            const Bracket& around = m_brackets.back();
            const int itemIndent = around.isBroken ? around.indent + indentStep : around.indent;
            const bool isStatementBlock =
                isBlock(token->parent()) && token->parent()->kind() != syntax::NodeKind::RecordTypeDesc;
            m_brackets.push_back(
                {token->parent(), isStatementBlock ? itemIndent : m_lineIndent, breaksAfter(token)});
        } else if (isCloser(token) && m_brackets.size() > 1) {
            m_brackets.pop_back();
        }
    }

    bool breaksAfter(const Token* opener) const {
        const auto& tokens = m_tree.tokens();
        const auto at =
            std::lower_bound(tokens.begin(), tokens.end(), opener, [](const Token* a, const Token* b) {
                return a->range().begin < b->range().begin;
            });
        auto next = at;
        while (next != tokens.end() &&
               (*next == opener || (*next)->isMissing() || (*next)->range().begin < opener->range().end))
            ++next;
        if (next == tokens.end())
            return false;
        const Spacing spacing = spacingBetween(opener, *next);
        if (spacing == Spacing::Line || spacing == Spacing::BlankLine)
            return true;
        const SourceRange gap{opener->range().end, (*next)->range().begin};
        return (spacing == Spacing::Tight || spacing == Spacing::Space) &&
               m_tree.text(gap).find('\n') != std::string_view::npos;
    }

    const syntax::SyntaxTree& m_tree;
    std::vector<Bracket> m_brackets;
    int m_lineIndent = 0; ///< of the line that is being written
    std::vector<TextEdit> m_edits;
};

} // namespace

std::vector<TextEdit> formatEdits(const syntax::SyntaxTree& tree) {
    return tree.diagnostics().empty() ? Formatter(tree).run() : std::vector<TextEdit>();
}

std::optional<std::string> formatted(const syntax::SyntaxTree& tree) {
    if (!tree.diagnostics().empty())
        return std::nullopt;
    std::string result;
    uint32_t at = 0;
    for (const TextEdit& edit : Formatter(tree).run()) {
        result += tree.text({at, edit.range.begin});
        result += edit.newText;
        at = edit.range.end;
    }
    result += tree.text({at, static_cast<uint32_t>(tree.text().size())});
    return result;
}

} // namespace barre::model
