#include "model/syntax/reparse.h"

#include "model/syntax/arena.h"
#include "model/syntax/grammar_checks.h"
#include "model/syntax/parser_impl.h"

#include <algorithm>

namespace barre::syntax {

namespace {

/// The outermost function around an offset, if it is one of module level or a method of module level.
const FunctionLike* functionAt(const SyntaxTree& tree, uint32_t offset) {
    const FunctionLike* outermost = nullptr;
    for (const Node* node = tree.nodeAt(offset); node; node = node->parent()) {
        if (const auto* function = cast<FunctionLike>(node))
            outermost = function;
        if (is<ModuleVarDecl>(node))
            return nullptr;
    }
    return outermost;
}

/// The text between the braces, without them.
SourceRange inside(const BlockFunctionBody* body) {
    return {body->openBrace()->range().end, body->closeBrace()->range().begin};
}

/// Around a mistake in the same member of the module, the parser may look for its end in the body.
bool hasErrorsAround(const SyntaxTree& tree, const FunctionLike* function, SourceRange inside) {
    const Node* member = function;
    while (!is<ModulePart>(member->parent()))
        member = member->parent();
    return std::ranges::any_of(tree.diagnostics(), [&](const model::Diagnostic& each) {
        return member->fullRange().contains(each.range.begin) && !inside.contains(each.range);
    });
}

} // namespace

SourceRange BodyChange::moved(SourceRange range) const {
    const uint32_t shift = length - before.length(); // may wrap around, as may the sums
    const auto move = [&](uint32_t offset) { return offset >= close ? offset + shift : offset; };
    return {move(range.begin), move(range.end)};
}

BodyChange bodyChange(const SyntaxTree& tree, const model::TextEdit& edit) {
    const FunctionLike* function = functionAt(tree, edit.range.begin);
    const auto* body = function ? cast<BlockFunctionBody>(function->functionBody()) : nullptr;
    if (!body || !is<ModulePart>(tree.root()) || body->openBrace()->isMissing() ||
        body->closeBrace()->isMissing())
        return {};
    const SourceRange place = body->fullRange();
    if (!inside(body).contains(edit.range) || hasErrorsAround(tree, function, inside(body)))
        return {};
    const uint32_t length = place.length() - edit.range.length() + uint32_t(edit.newText.size());
    Parser parser(model::applyEdits(tree.text(), {edit}), {place.begin, place.begin + length});
    return {function, place, inside(body).end, length, parser.parseBodyAlone()};
}

/// One replacement: first the new nodes get their places, then those behind them move, then those around them
/// grow.
class BodyReplacement {
public:
    BodyReplacement(SyntaxTree& tree, const BodyChange& change)
        : m_tree(tree), m_change(change), m_body(*change.body),
          m_old(static_cast<const Node*>(change.function->functionBody())),
          m_idShift(uint32_t(m_body.m_nodes.size()) - (m_old->m_idEnd - m_old->m_id)) {}

    void run() {
        adoptBody();
        moveTokens();
        moveNodes();
        growAncestors();
        m_tree.m_text = std::move(m_body.m_text);
        moveDiagnostics();
        m_tree.m_bodies[m_change.function] = std::move(m_body.m_storage);
    }

private:
    static Node& writable(const Node* node) { return const_cast<Node&>(*node); } // nobody else has the tree

    void adoptBody() {
        for (const Node* each : m_body.m_nodes) {
            Node& node = writable(each);
            node.m_tree = &m_tree;
            node.m_id += m_old->m_id;
            node.m_idEnd += m_old->m_id;
        }
        Node& root = writable(m_body.root());
        root.m_parent = m_change.function;
        auto* slots = reinterpret_cast<const void**>(&writable(m_change.function) + 1);
        slots[m_change.function->slotOf(m_old)] = &root;
    }

    void moveTokens() {
        auto& tokens = m_tree.m_tokens;
        const auto first = std::ranges::find(tokens, m_old->firstToken());
        const auto last = std::ranges::find(first, tokens.end(), m_old->lastToken()) + 1;
        for (auto token = last; token != tokens.end(); ++token) {
            Token& moved = const_cast<Token&>(**token);
            moved.m_range = m_change.moved(moved.m_range);
            moved.m_fullRange = m_change.moved(moved.m_fullRange);
        }
        replace(tokens, first, last, m_body.m_tokens);
    }

    void moveNodes() {
        auto& nodes = m_tree.m_nodes;
        for (size_t id = m_old->m_idEnd; id < nodes.size(); ++id) {
            Node& node = writable(nodes[id]);
            node.m_id += m_idShift;
            node.m_idEnd += m_idShift;
            node.m_range = m_change.moved(node.m_range);
            node.m_fullRange = m_change.moved(node.m_fullRange);
        }
        const auto first = nodes.begin() + m_old->m_id;
        replace(nodes, first, nodes.begin() + m_old->m_idEnd, m_body.m_nodes);
    }

    template<class T>
    static void replace(std::vector<T>& all, typename std::vector<T>::iterator first,
                        typename std::vector<T>::iterator last, const std::vector<T>& by) {
        const auto common = std::min<std::ptrdiff_t>(last - first, std::ptrdiff_t(by.size()));
        const auto at = std::copy_n(by.begin(), common, first);
        if (at != last)
            all.erase(at, last);
        else
            all.insert(at, by.begin() + common, by.end());
    }

    void growAncestors() {
        for (const Node* each = m_change.function; each; each = each->m_parent) {
            Node& node = writable(each);
            node.m_idEnd += m_idShift;
            node.m_range = m_change.moved(node.m_range);
            node.m_fullRange = m_change.moved(node.m_fullRange);
            node.m_height = 0;
            bool hasErrors = false;
            for (const Element& child : node.children()) {
                node.m_height = std::max(node.m_height, child.node ? child.node->m_height : 0);
                hasErrors |= child.node ? child.node->hasErrors() : child.token->m_flags != 0;
            }
            ++node.m_height;
            node.m_flags = uint16_t((node.m_flags & ~Node::ErrorFlag) | (hasErrors ? Node::ErrorFlag : 0));
        }
    }

    void moveDiagnostics() {
        auto& all = m_tree.m_diagnostics;
        std::erase_if(
            all, [&](const model::Diagnostic& each) { return m_change.before.contains(each.range.begin); });
        for (model::Diagnostic& each : all)
            each.range = m_change.moved(each.range);
        all.insert(all.end(), m_body.m_diagnostics.begin(), m_body.m_diagnostics.end());
        checkGrammar(m_change.function->functionBody(), all);
        std::ranges::stable_sort(all, {}, [](const model::Diagnostic& each) { return each.range.begin; });
    }

    SyntaxTree& m_tree;
    const BodyChange& m_change;
    SyntaxTree& m_body;
    const Node* m_old;
    uint32_t m_idShift; ///< may wrap around
};

void replaceBody(SyntaxTree& tree, const BodyChange& change) {
    BodyReplacement(tree, change).run();
}

} // namespace barre::syntax
