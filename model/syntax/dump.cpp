#include "model/syntax/dump.h"

#include "model/syntax/nodes.h"

namespace barre::syntax {

namespace {

std::string quoted(std::string_view text) {
    std::string result = "'";
    for (char c : text) {
        if (c == '\n')
            result += "\\n";
        else if (c == '\r')
            result += "\\r";
        else if (c == '\t')
            result += "\\t";
        else if (c == '\\')
            result += "\\\\";
        else
            result += c;
    }
    return result + "'";
}

std::string shownToken(const Token* token) {
    if (token->isMissing())
        return "missing " + std::string(tokenKindName(token->kind()));
    std::string shown = quoted(token->text());
    return token->hasSkippedText() ? shown + " behind skipped text" : shown;
}

class TreeDumper {
public:
    std::string result;

    void node(const Node* node, std::string_view label, size_t depth) {
        line(label, nodeKindName(node->kind()), depth);
        std::span<const SlotInfo> slots = node->slots();
        for (size_t i = 0; i < slots.size(); ++i)
            slot(node, slots[i], i, depth + 1);
    }

private:
    void line(std::string_view label, std::string_view value, size_t depth) {
        result.append(depth * 2, ' ');
        if (!label.empty())
            result.append(label).append(": ");
        result.append(value).append("\n");
    }

    void slot(const Node* parent, const SlotInfo& info, size_t index, size_t depth) {
        switch (info.shape) {
        case SlotShape::Token:
        case SlotShape::OptionalToken:
            if (const Token* token = parent->tokenSlot(index))
                line(info.name, shownToken(token), depth);
            break;
        case SlotShape::Child:
        case SlotShape::OptionalChild:
            if (const Node* child = parent->nodeSlot(index))
                node(child, info.name, depth);
            break;
        case SlotShape::TokenList:
            for (const Token* token : parent->tokenListSlot(index))
                line(info.name, shownToken(token), depth);
            break;
        default:
            for (const Node* child : parent->listSlot(index))
                node(child, info.name, depth);
        }
    }
};

} // namespace

std::string dumpTokens(const SyntaxTree& tree) {
    std::string result;
    for (const Token* token : tree.tokens()) {
        SourceRange range = token->range();
        result += std::to_string(range.begin) + ".." + std::to_string(range.end) + " ";
        result.append(tokenKindName(token->kind())).append(" ").append(shownToken(token));
        if (!token->isMissing() && !token->leadingRange().isEmpty())
            result += " leading " + quoted(tree.text(token->leadingRange()));
        if (!token->isMissing() && !token->trailingRange().isEmpty())
            result += " trailing " + quoted(tree.text(token->trailingRange()));
        result += "\n";
    }
    return result;
}

std::string dumpTree(const Node* node) {
    TreeDumper dumper;
    dumper.node(node, "", 0);
    return std::move(dumper.result);
}

} // namespace barre::syntax
