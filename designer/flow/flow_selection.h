#pragma once

#include "model/design/flow_graph.h"

#include <optional>
#include <vector>

namespace barre::designer {

/// Where a step stands: its block and its place there.
struct StepPlace {
    const design::FlowBlock* block = nullptr;
    size_t index = 0;
    const design::FlowNode* owner = nullptr; ///< whose block it is; null at the top level
};

std::optional<StepPlace> placeOf(const design::FlowGraph& graph, design::NodeId node);

/// The steps from one to another of the same block, in the order of the text; only `to` when they are in
/// different blocks.
std::vector<design::NodeId> stepsBetween(const design::FlowGraph& graph, design::NodeId from,
                                         design::NodeId to);

/// The range of text over all of them.
design::SourceRange rangeOf(const design::FlowGraph& graph, const std::vector<design::NodeId>& nodes);

/// Where a new step goes when these are selected: behind the last; at the end of the function for none.
std::optional<uint32_t> insertOffset(const design::FlowGraph& graph,
                                     const std::vector<design::NodeId>& nodes);

} // namespace barre::designer
