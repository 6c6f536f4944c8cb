#include "model/format/format.h"

#include "model/format/imports.h"
#include "model/format/spacing.h"
#include "model/syntax/nodes.h"
#include "model/syntax/parser.h"
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
constexpr int longestLine = 120;

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
        for (m_at = 0; m_at < m_tree.tokens().size(); ++m_at) {
            const Token* right = m_tree.tokens()[m_at];
            if (right->isMissing() && right->kind() != TokenKind::EndOfFile)
                continue;
            const SourceRange gap{left ? left->range().end : 0, right->range().begin};
            std::string space = left ? between(left, right, gap) : before(right, gap);
            advance(space);
            advance(right->text());
            replace(gap, std::move(space));
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

    /// The column behind what is written.
    void advance(std::string_view text) {
        const size_t lineBreak = text.rfind('\n');
        m_column = lineBreak == std::string_view::npos ? m_column + int(text.size())
                                                       : int(text.size() - lineBreak - 1);
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
                gap.comments.push_back({std::string(m_tree.text(piece.range)), breaks > 0, breaks > 1});
                breaks = 0;
            }
        }
        gap.lineBreaks = breaks;
        return gap;
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
        case Spacing::Tight: return gap.allLineBreaks ? lineBefore(right, false) : "";
        case Spacing::Space:
            if (!gap.allLineBreaks && isTooLong(right))
                return wrapped();
            return gap.allLineBreaks ? lineBefore(right, false) : " ";
        case Spacing::BlankLine: return lineBefore(right, true);
        default: break;
        }
        if (right->kind() == TokenKind::EndOfFile)
            return "\n";
        return lineBefore(right, gap.allLineBreaks > 1);
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
        return text + lineBefore(right, hasBlank);
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

    /// Whether the argument, parameter or list member that begins here does not fit on the line.
    bool isTooLong(const Token* first) const {
        const Node* owner = m_brackets.back().owner;
        const Node* part = partAt(first);
        const bool isWrapped = syntax::is<syntax::ArgList>(owner) ||
                               syntax::is<syntax::FunctionSignature>(owner) ||
                               syntax::is<syntax::ListConstructorExpr>(owner);
        if (!part || !isWrapped || syntax::is<syntax::ReturnTypeDescriptor>(part))
            return false;
        return m_column + 1 + widthOf(part) > longestLine;
    }

    /// How much of the line the part takes, which begins at m_at, with what follows it.
    int widthOf(const Node* part) const {
        const auto& tokens = m_tree.tokens();
        int width = 0;
        for (size_t i = m_at;; ++i) {
            const std::string_view text = tokens[i]->text();
            width += int(std::min(text.find('\n'), text.size()));
            const std::string_view gap = m_tree.text({tokens[i]->range().end, tokens[i + 1]->range().begin});
            if (tokens[i + 1]->range().begin >= part->range().end)
                return width + 1;
            const Spacing spacing = spacingBetween(tokens[i], tokens[i + 1]);
            if (spacing >= Spacing::Line || text.find('\n') != text.npos || gap.find('\n') != gap.npos)
                return width;
            width += widthOf(spacing, gap);
        }
    }

    static int widthOf(Spacing spacing, std::string_view gap) {
        if (spacing == Spacing::Verbatim)
            return int(gap.size());
        return spacing == Spacing::Space || spacing == Spacing::OneSpace ? 1 : 0;
    }

    std::string wrapped() {
        const Bracket& bracket = m_brackets.back();
        m_lineIndent = bracket.indent + (bracket.isBroken ? indentStep : continuationStep);
        return "\n" + spaces(m_lineIndent);
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
        const int line = bracket.isBroken ? bracket.indent + indentStep : bracket.indent;
        if (partAt(token) || startsInside(token))
            return bracket.isBroken && hasPlaces(bracket.owner) ? line : std::max(line, writtenIndent(token));
        return std::max(isClause(token) ? line + indentStep : line, writtenIndent(token));
    }

    /// Where the author began the line, at the next step.
    int writtenIndent(const Token* token) const {
        const std::string_view text = m_tree.text();
        const uint32_t at = token->range().begin;
        const size_t lineBreak = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
        const int column = int(lineBreak == std::string_view::npos ? at : at - lineBreak - 1);
        return (column + 1) / indentStep * indentStep;
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
            m_brackets.push_back({token->parent(), indentOfBracket(token), breaksAfter(token)});
        } else if (isCloser(token) && m_brackets.size() > 1) {
            m_brackets.pop_back();
        }
    }

    /// Where the line with the opening bracket counts as beginning.
    int indentOfBracket(const Token* opener) const {
        const Bracket& around = m_brackets.back();
        const Node* owner = opener->parent();
        const bool isInBlock = isBlock(around.owner) || !around.owner->parent();
        if (isInBlock && (isBlockOfStatements(owner) || isOfExternalBody(owner)))
            return around.isBroken ? around.indent + indentStep : around.indent;
        const bool isNested = syntax::is<syntax::MappingConstructorExpr>(owner) &&
                              syntax::is<syntax::MappingConstructorExpr>(around.owner) && !around.isBroken;
        const bool isLocalTable = syntax::is<syntax::TableConstructorExpr>(owner) &&
                                  !syntax::is<syntax::ModuleVarDecl>(owner->parent());
        return m_lineIndent + (isNested || isLocalTable ? indentStep : 0);
    }

    static bool isBlockOfStatements(const Node* owner) {
        return isBlock(owner) && !syntax::is<syntax::RecordTypeDesc>(owner) &&
               !syntax::is<syntax::DoClause>(owner->parent());
    }

    static bool isOfExternalBody(const Node* owner) {
        return owner->parent() && syntax::is<syntax::ExternalFunctionBody>(owner->parent()->parent());
    }

    /// The parts of arguments and parameters stay where the author put them; those of others have their
    /// place.
    static bool hasPlaces(const Node* owner) {
        return !syntax::is<syntax::ArgList>(owner) && !syntax::is<syntax::FunctionSignature>(owner);
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
    int m_column = 0;
    size_t m_at = 0; ///< of the token that is being written
    std::vector<TextEdit> m_edits;
};

} // namespace

namespace {

std::string withStandardSpace(const syntax::SyntaxTree& tree) {
    std::string result;
    uint32_t at = 0;
    for (const TextEdit& edit : Formatter(tree).run()) {
        result += tree.text({at, edit.range.begin});
        result += edit.newText;
        at = edit.range.end;
    }
    return result + std::string(tree.text({at, static_cast<uint32_t>(tree.text().size())}));
}

} // namespace

std::vector<TextEdit> formatEdits(const syntax::SyntaxTree& tree) {
    if (!tree.diagnostics().empty())
        return {};
    if (withSortedImports(tree))
        return {differenceOf(tree.text(), *formatted(tree))};
    return Formatter(tree).run();
}

std::optional<std::string> formatted(const syntax::SyntaxTree& tree) {
    if (!tree.diagnostics().empty())
        return std::nullopt;
    if (std::optional<std::string> sorted = withSortedImports(tree))
        return withStandardSpace(*syntax::parseModulePart(std::move(*sorted)));
    return withStandardSpace(tree);
}

} // namespace barre::model
