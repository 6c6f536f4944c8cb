#include "designer/flow/flow_selection.h"

#include <algorithm>

namespace barre::designer {

namespace {

std::optional<StepPlace> findIn(const design::FlowBlock& block, const design::FlowNode* owner,
                                design::NodeId node) {
    for (size_t index = 0; index < block.nodes.size(); ++index) {
        const design::FlowNode& step = block.nodes[index];
        if (step.id == node)
            return StepPlace{&block, index, owner};
        for (const design::FlowBranch& branch : step.branches)
            if (auto found = findIn(branch.block, &step, node))
                return found;
    }
    return {};
}

} // namespace

std::optional<StepPlace> placeOf(const design::FlowGraph& graph, design::NodeId node) {
    return findIn(graph.root, nullptr, node);
}

std::vector<design::NodeId> stepsBetween(const design::FlowGraph& graph, design::NodeId from,
                                         design::NodeId to) {
    const auto first = placeOf(graph, from), last = placeOf(graph, to);
    if (!first || !last || first->block != last->block)
        return {to};
    std::vector<design::NodeId> nodes;
    const auto [begin, end] = std::minmax(first->index, last->index);
    for (size_t index = begin; index <= end; ++index)
        nodes.push_back(first->block->nodes[index].id);
    return nodes;
}

design::SourceRange rangeOf(const design::FlowGraph& graph, const std::vector<design::NodeId>& nodes) {
    std::optional<design::SourceRange> range;
    for (const design::NodeId id : nodes)
        if (const design::FlowNode* node = design::findNode(graph, id))
            range = range ? range->joined(node->range) : node->range;
    return range.value_or(design::SourceRange{});
}

std::optional<uint32_t> insertOffset(const design::FlowGraph& graph,
                                     const std::vector<design::NodeId>& nodes) {
    const auto place = nodes.empty() ? std::nullopt : placeOf(graph, nodes.back());
    const design::FlowBlock& block = place ? *place->block : graph.root;
    const size_t index = place ? place->index + 1 : block.nodes.size();
    if (index >= block.insertAt.size())
        return {};
    return block.insertAt[index];
}

} // namespace barre::designer
