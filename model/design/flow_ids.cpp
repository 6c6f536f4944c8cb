// Ids of steps, and how they are carried over an edit.
#include "model/design/flow_graph.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace barre::design {

namespace {

uint64_t mix(uint64_t hash, std::string_view text) {
    for (const unsigned char c : text)
        hash = (hash ^ c) * 0x100000001B3ull;
    return hash;
}

uint64_t mix(uint64_t hash, uint64_t number) {
    for (int i = 0; i < 8; ++i)
        hash = (hash ^ ((number >> (8 * i)) & 0xFF)) * 0x100000001B3ull;
    return hash;
}

void giveIds(FlowBlock& block, uint64_t seed) {
    std::map<uint64_t, uint64_t> alike;
    for (FlowNode& node : block.nodes) {
        const uint64_t look = mix(mix(seed, uint64_t(node.kind)), node.code);
        node.id.value = mix(look, ++alike[look]);
        for (size_t i = 0; i < node.branches.size(); ++i)
            giveIds(node.branches[i].block, mix(node.id.value, i));
    }
}

/// Two steps say the same, apart from the steps inside them.
bool isSame(const FlowNode& a, const FlowNode& b) {
    return a.kind == b.kind && a.code == b.code;
}

using Pairs = std::vector<std::pair<size_t, size_t>>;

/// Steps of the same text in the same order: a longest common subsequence, after equal ends are set aside.
Pairs sameSteps(const std::vector<FlowNode>& before, const std::vector<FlowNode>& after) {
    Pairs pairs;
    size_t first = 0, lastBefore = before.size(), lastAfter = after.size();
    for (; first < lastBefore && first < lastAfter && isSame(before[first], after[first]); ++first)
        pairs.emplace_back(first, first);
    Pairs tail;
    while (lastBefore > first && lastAfter > first && isSame(before[lastBefore - 1], after[lastAfter - 1]))
        tail.emplace_back(--lastBefore, --lastAfter);

    const size_t rows = lastBefore - first, columns = lastAfter - first;
    if (rows * columns <= 250000) { // a block of 500 changed steps; beyond that only the ends are matched
        std::vector<std::vector<uint16_t>> length(rows + 1, std::vector<uint16_t>(columns + 1));
        for (size_t i = rows; i-- > 0;)
            for (size_t j = columns; j-- > 0;)
                length[i][j] = isSame(before[first + i], after[first + j])
                                   ? uint16_t(length[i + 1][j + 1] + 1)
                                   : std::max(length[i + 1][j], length[i][j + 1]);
        for (size_t i = 0, j = 0; i < rows && j < columns;) {
            if (isSame(before[first + i], after[first + j]))
                pairs.emplace_back(first + i++, first + j++);
            else if (length[i + 1][j] >= length[i][j + 1])
                ++i;
            else
                ++j;
        }
    }
    pairs.insert(pairs.end(), tail.rbegin(), tail.rend());
    return pairs;
}

/// Between matched steps, a step of the same kind at the same place is the same step with another text.
Pairs withChangedSteps(const Pairs& same, const std::vector<FlowNode>& before,
                       const std::vector<FlowNode>& after) {
    Pairs pairs = same;
    size_t i = 0, j = 0;
    const auto pairGap = [&](size_t endBefore, size_t endAfter) {
        for (; i < endBefore && j < endAfter; ++i) {
            size_t k = j;
            while (k < endAfter && after[k].kind != before[i].kind)
                ++k;
            if (k < endAfter) {
                pairs.emplace_back(i, k);
                j = k + 1;
            }
        }
    };
    for (const auto& [a, b] : same) {
        pairGap(a, b);
        i = a + 1;
        j = b + 1;
    }
    pairGap(before.size(), after.size());
    return pairs;
}

void keepIds(const FlowBlock& before, FlowBlock& after) {
    const Pairs pairs = withChangedSteps(sameSteps(before.nodes, after.nodes), before.nodes, after.nodes);
    for (const auto& [a, b] : pairs) {
        const FlowNode& old = before.nodes[a];
        FlowNode& node = after.nodes[b];
        node.id = old.id;
        for (size_t i = 0; i < node.branches.size(); ++i) {
            giveIds(node.branches[i].block, mix(node.id.value, i));
            if (i < old.branches.size())
                keepIds(old.branches[i].block, node.branches[i].block);
        }
    }
}

/// A kept id may meet the fresh one of another step: the later of two steps gets a new one.
void makeUnique(FlowBlock& block, std::map<uint64_t, int>& seen) {
    for (FlowNode& node : block.nodes) {
        while (++seen[node.id.value] > 1)
            node.id.value = mix(node.id.value, 1);
        for (FlowBranch& branch : node.branches)
            makeUnique(branch.block, seen);
    }
}

} // namespace

void giveIds(FlowGraph& graph) {
    giveIds(graph.root, mix(0xCBF29CE484222325ull, graph.function.path));
}

void keepIds(const FlowGraph& before, FlowGraph& after) {
    keepIds(before.root, after.root);
    std::map<uint64_t, int> seen;
    makeUnique(after.root, seen);
}

} // namespace barre::design
