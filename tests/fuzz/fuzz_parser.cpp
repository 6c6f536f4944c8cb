// Any bytes: the parser ends, its tokens joined are the text, and the tree keeps its promises. The first byte
// chooses between a file and the rules of parseAs.
#include "model/syntax/dump.h"
#include "model/syntax/parser.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace barre::syntax;

void require(bool holds) {
    if (!holds)
        std::abort();
}

void checkTree(const SyntaxTree& tree) {
    uint32_t end = 0;
    for (const Token* token : tree.tokens()) {
        require(token->fullRange().begin == end);
        require(token->isMissing() || token->fullRange().contains(token->range()));
        end = token->fullRange().end;
    }
    require(end == tree.text().size());
    for (const Node* node : tree.nodes()) {
        require(!node->parent() || node->parent()->fullRange().contains(node->fullRange()));
        std::span<const SlotInfo> slots = node->slots();
        for (size_t i = 0; i < slots.size(); ++i) {
            require(slots[i].shape != SlotShape::Token || node->tokenSlot(i));
            require(slots[i].shape != SlotShape::Child || node->nodeSlot(i));
        }
    }
    for (const auto& diagnostic : tree.diagnostics())
        require(diagnostic.range.begin <= diagnostic.range.end && diagnostic.range.end <= tree.text().size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size == 0)
        return 0;
    constexpr size_t ruleCount = size_t(GrammarRule::MappingField) + 1;
    std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    size_t choice = data[0] < 0x20 && data[0] != '\n' ? data[0] : ruleCount;
    SyntaxTreePtr tree =
        choice < ruleCount ? parseAs(GrammarRule(choice), text).tree : parseModulePart(std::move(text));
    checkTree(*tree);
    dumpTree(tree->root());
    return 0;
}
