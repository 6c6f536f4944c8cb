#include "designer/layout/flow_layout.h"

#include "designer/canvas/diagram_style.h"
#include "designer/canvas/text.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <unordered_map>

namespace barre::designer {

namespace {

using design::BranchKind;
using design::FlowBlock;
using design::FlowBranch;
using design::FlowNode;
using design::NodeShape;

constexpr double branchDrop = 84; ///< from the middle of a diamond to the first step of a branch
constexpr double labelDrop = 26;  ///< from there to the top of the branch's label
constexpr double labelHeight = 20;
constexpr double joinDrop = 28;    ///< from the longest branch to the line that joins them
constexpr double innerGap = 36;    ///< between a container's header or floor and its steps
constexpr double emptyBlock = 28;  ///< height of a block without steps
constexpr double emptyHalf = 56;   ///< half its width
constexpr double dotDrop = 22;     ///< from a step that ends its path to the dot
constexpr double targetGap = 28;   ///< from a step to the round node of its target
constexpr double targetLabel = 36; ///< half the width that its name may take
constexpr double laneLabelDrop = 8;
constexpr int mostLines = 6;

/// How far something reaches from its axis.
struct Extent {
    double left = 0, right = 0, height = 0;

    double width() const { return left + right; }
    void widen(double l, double r) {
        left = std::max(left, l);
        right = std::max(right, r);
    }
};

quint64 keyOf(const FlowNode* node, quint64 part) {
    const quint64 id = node ? node->id.value : 0;
    return (id ^ (part * 0x9e3779b97f4a7c15ull)) * 0xff51afd7ed558ccdull + part;
}

double boxHeight(const FlowNode& node) {
    const auto lines = double(shownLines(node).size());
    if (node.shape == NodeShape::Note)
        return 18 + 18 * std::max(1.0, lines);
    if (node.shape == NodeShape::Code)
        return 34 + 18 * std::max(1.0, lines);
    return metric::stepHeight;
}

bool isError(const FlowBranch& branch) {
    return branch.kind == BranchKind::OnFail;
}

/// A step that leaves the path by itself gets a dot; one that ends because its branches do does not.
bool hasDot(const FlowNode& node) {
    return node.ends && node.branches.empty();
}

constexpr double turn = 2 * metric::linkRadius; ///< what a round corner takes of the way behind it

/// Goes on to x and a little downwards, so that the corner is round where the next link takes over.
void turnDown(std::vector<QPointF>& way, double x, double y) {
    way.push_back({x, y});
    way.push_back({x, y + turn});
}

/// Where below a step the path goes on: where no branch comes straight down, behind the corner of those that
/// turn in.
double exitGap(const FlowNode& node) {
    if (node.shape != NodeShape::Branches)
        return 0;
    const size_t count = node.branches.size();
    const bool isStraight = count % 2 == 1 && !node.branches[count / 2].ends;
    return isStraight ? 0 : turn;
}

class Layouter {
public:
    Layouter(const FlowMeasures& measures, FlowLayout& layout) : m_measures(measures), m_layout(layout) {}

    void run(const design::FlowGraph& graph);

private:
    Extent measure(const FlowBlock& block);
    const Extent& measure(const FlowNode& node);
    double halfStep() const { return m_measures.stepWidth / 2; }
    Extent measureBox(const FlowNode& node) const;
    Extent measureBranches(const FlowNode& node);
    Extent measureContainer(const FlowNode& node);
    Extent measureColumn(const FlowBranch& branch);
    std::vector<double> columnAxes(const FlowNode& node, double* left, double* right, double gap);

    void place(const FlowBlock& block, const FlowNode* owner, size_t branch, double x, double y, double exit,
               bool goesOn);
    void placeNode(const FlowNode& node, double x, double y);
    void placeBox(const FlowNode& node, double x, double y);
    void placeBranches(const FlowNode& node, double x, double y);
    void placeContainer(const FlowNode& node, double x, double y);
    void placeTarget(const FlowNode& node, double x, double y);

    void link(std::vector<QPointF> points, FlowLinkLook look, bool arrow, quint64 key);
    void label(const FlowNode& node, size_t branch, double x, double y, double most);

    const FlowMeasures& m_measures;
    FlowLayout& m_layout;
    std::unordered_map<const FlowNode*, Extent> m_extents;
};

// --- sizes, bottom-up

const Extent& Layouter::measure(const FlowNode& node) {
    if (const auto known = m_extents.find(&node); known != m_extents.end())
        return known->second;
    Extent extent;
    switch (node.shape) {
    case NodeShape::Branches: extent = measureBranches(node); break;
    case NodeShape::Container:
    case NodeShape::Lanes: extent = measureContainer(node); break;
    default: extent = measureBox(node); break;
    }
    return m_extents.emplace(&node, extent).first->second;
}

Extent Layouter::measureBox(const FlowNode& node) const {
    Extent extent{halfStep(), halfStep(), boxHeight(node)};
    if (node.hasTarget)
        extent.right += targetGap + metric::target / 2.0 + targetLabel;
    if (hasDot(node))
        extent.height += dotDrop + metric::endDot;
    return extent;
}

Extent Layouter::measure(const FlowBlock& block) {
    if (block.nodes.empty())
        return {emptyHalf, emptyHalf, emptyBlock};
    Extent extent;
    for (const FlowNode& node : block.nodes) {
        const Extent& part = measure(node);
        extent.widen(part.left, part.right);
        extent.height += part.height;
    }
    extent.height += metric::stepGap * double(block.nodes.size() - 1);
    return extent;
}

Extent Layouter::measureColumn(const FlowBranch& branch) {
    Extent extent = measure(branch.block);
    const double label = m_measures.labelWidth(toQString(branch.label));
    const double half = std::min<double>(label, metric::branchLabel) / 2 + 8;
    extent.widen(half, half);
    return extent;
}

/// The axes of columns side by side and how far they reach. The path goes straight on into the middle column;
/// with an even number it is in the middle between the two inner ones.
std::vector<double> Layouter::columnAxes(const FlowNode& node, double* left, double* right, double gap) {
    std::vector<double> axes;
    double x = 0, last = 0;
    for (const FlowBranch& branch : node.branches) {
        const Extent column = measureColumn(branch);
        x += axes.empty() ? 0 : last + gap + column.left;
        axes.push_back(x);
        last = column.right;
    }
    if (axes.empty())
        return axes;
    const double middle = (axes[(axes.size() - 1) / 2] + axes[axes.size() / 2]) / 2;
    for (double& axis : axes)
        axis -= middle;
    *left = measureColumn(node.branches.front()).left - axes.front();
    *right = axes.back() + last;
    return axes;
}

Extent Layouter::measureBranches(const FlowNode& node) {
    Extent extent;
    columnAxes(node, &extent.left, &extent.right, metric::branchGap);
    double longest = 0;
    for (const FlowBranch& branch : node.branches)
        longest = std::max(longest, measure(branch.block).height);
    extent.widen(halfStep(), halfStep());
    extent.height = metric::diamond / 2.0 + branchDrop + longest + (node.ends ? 0 : joinDrop);
    return extent;
}

Extent Layouter::measureContainer(const FlowNode& node) {
    Extent extent;
    const bool lanes = node.branches.size() > 1;
    if (node.shape == NodeShape::Lanes || node.branches.empty()) {
        columnAxes(node, &extent.left, &extent.right, metric::branchGap);
    } else {
        extent = measure(node.branches.front().block);
        for (size_t index = 1; index < node.branches.size(); ++index)
            extent.right += 2 * metric::containerPadding + measureColumn(node.branches[index]).width();
    }
    double longest = emptyBlock;
    for (const FlowBranch& branch : node.branches)
        longest = std::max(longest, measure(branch.block).height);
    extent.left += metric::containerPadding;
    extent.right += metric::containerPadding;
    extent.widen(halfStep(), halfStep());
    extent.height = metric::containerHeader + 2 * innerGap + longest + (lanes ? 2 * labelHeight : 0);
    return extent;
}

// --- places, top-down

void Layouter::link(std::vector<QPointF> points, FlowLinkLook look, bool arrow, quint64 key) {
    m_layout.links.push_back({std::move(points), look, arrow, key});
}

void Layouter::label(const FlowNode& node, size_t branch, double x, double y, double most) {
    const FlowBranch& part = node.branches[branch];
    const QString text = toQString(part.label);
    const double width = std::min(m_measures.labelWidth(text) + 12, most);
    m_layout.labels.push_back({text, QRectF(x - width / 2, y, width, labelHeight), &node, int(branch),
                               isError(part), keyOf(&node, 400 + branch)});
}

/// Steps from (x, y) downwards; the path enters at y - gap above the first and leaves to `exit`.
void Layouter::place(const FlowBlock& block, const FlowNode* owner, size_t branch, double x, double y,
                     double exit, bool goesOn) {
    const auto insert = [&](size_t index, double at) {
        if (index < block.insertAt.size())
            m_layout.inserts.push_back({block.insertAt[index], QPointF(x, at), block.nodes.empty(), owner});
    };
    const quint64 base = 1000 * (branch + 1);
    bool reached = true;
    for (size_t index = 0; index < block.nodes.size(); ++index) {
        const FlowNode& node = block.nodes[index];
        placeNode(node, x, y);
        y += measure(node).height;
        reached = !node.ends;
        if (index + 1 == block.nodes.size())
            break;
        link({{x, y + exitGap(node)}, {x, y + metric::stepGap}},
             reached ? FlowLinkLook::Path : FlowLinkLook::Unreached, true, keyOf(owner, base + index));
        insert(index + 1, y + metric::stepGap / 2.0);
        y += metric::stepGap;
    }
    if (block.nodes.empty())
        return;
    if (goesOn && reached) {
        link({{x, y + exitGap(block.nodes.back())}, {x, exit}}, FlowLinkLook::Path, false,
             keyOf(owner, base + 900));
        insert(block.nodes.size(), std::min(y + metric::stepGap / 2.0, (y + exit) / 2));
    }
}

void Layouter::placeNode(const FlowNode& node, double x, double y) {
    switch (node.shape) {
    case NodeShape::Branches: return placeBranches(node, x, y);
    case NodeShape::Container:
    case NodeShape::Lanes: return placeContainer(node, x, y);
    default: return placeBox(node, x, y);
    }
}

void Layouter::placeBox(const FlowNode& node, double x, double y) {
    const FlowShape shape = node.shape == NodeShape::Note   ? FlowShape::Note
                            : node.shape == NodeShape::Code ? FlowShape::Code
                                                            : FlowShape::Step;
    const QRectF box(x - halfStep(), y, m_measures.stepWidth, boxHeight(node));
    m_layout.boxes.push_back({shape, &node, box, keyOf(&node, 0), halfStep()});
    if (node.hasTarget)
        placeTarget(node, box.right(), box.center().y());
    if (!hasDot(node))
        return;
    link({{x, box.bottom()}, {x, box.bottom() + dotDrop}}, FlowLinkLook::Path, false, keyOf(&node, 300));
    m_layout.boxes.push_back(
        {FlowShape::End, &node,
         QRectF(x - metric::endDot / 2.0, box.bottom() + dotDrop, metric::endDot, metric::endDot),
         keyOf(&node, 301), 0});
}

void Layouter::placeTarget(const FlowNode& node, double x, double y) {
    link({{x, y}, {x + targetGap, y}}, FlowLinkLook::TargetLine, false, keyOf(&node, 310));
    m_layout.boxes.push_back({FlowShape::Target, &node,
                              QRectF(x + targetGap, y - metric::target / 2.0, metric::target, metric::target),
                              keyOf(&node, 311), 0});
}

void Layouter::placeBranches(const FlowNode& node, double x, double y) {
    constexpr double half = metric::diamond / 2.0;
    double left = 0, right = 0;
    const std::vector<double> axes = columnAxes(node, &left, &right, metric::branchGap);
    m_layout.boxes.push_back({FlowShape::Diamond, &node,
                              QRectF(x - half, y, metric::diamond, metric::diamond), keyOf(&node, 0), 0});
    const double middle = y + half, top = middle + branchDrop;
    const double join = y + measure(node).height;
    for (size_t index = 0; index < node.branches.size(); ++index) {
        const FlowBranch& branch = node.branches[index];
        const double axis = x + axes[index];
        const FlowLinkLook look = isError(branch) ? FlowLinkLook::ErrorPath : FlowLinkLook::Path;
        const double side = axis < x ? x - half : axis > x ? x + half : x;
        const bool isEmpty = branch.block.nodes.empty();
        const bool goesOn = !branch.ends && !node.ends;
        std::vector<QPointF> way{{side, axis == x ? y + metric::diamond : middle}};
        if (axis != x)
            way.push_back({axis, middle});
        way.push_back({axis, isEmpty && goesOn ? join : top});
        if (isEmpty && goesOn && axis != x)
            turnDown(way, x, join);
        label(node, index, axis, middle + labelDrop, metric::branchLabel);
        if (!branch.block.insertAt.empty())
            m_layout.inserts.push_back(
                {branch.block.insertAt.front(), QPointF(axis, isEmpty ? top + 4 : top - 20), isEmpty, &node});
        link(std::move(way), look, !isEmpty, keyOf(&node, 100 + index));
        place(branch.block, &node, index, axis, top, join, false);
        if (!goesOn || isEmpty || branch.block.nodes.back().ends)
            continue;
        const double bottom = top + measure(branch.block).height;
        std::vector<QPointF> back{{axis, bottom + exitGap(branch.block.nodes.back())}, {axis, join}};
        if (axis != x)
            turnDown(back, x, join);
        link(std::move(back), look, false, keyOf(&node, 200 + index));
        if (branch.block.insertAt.size() > branch.block.nodes.size())
            m_layout.inserts.push_back(
                {branch.block.insertAt.back(), QPointF(axis, std::min(bottom + 18, join - 4)), false, &node});
    }
}

void Layouter::placeContainer(const FlowNode& node, double x, double y) {
    const Extent& extent = measure(node);
    const QRectF frame(x - extent.left, y, extent.width(), extent.height);
    m_layout.boxes.push_back({FlowShape::Container, &node, frame, keyOf(&node, 0), extent.left});
    const bool sideBySide = node.shape == NodeShape::Lanes;
    const bool lanes = node.branches.size() > 1;
    const double top = y + metric::containerHeader, floor = frame.bottom();
    double left = 0, right = 0;
    const std::vector<double> axes =
        sideBySide ? columnAxes(node, &left, &right, metric::branchGap) : std::vector<double>();
    double edge = node.branches.empty() ? x : x + measure(node.branches.front().block).right;
    for (size_t index = 0; index < node.branches.size(); ++index) {
        const FlowBranch& branch = node.branches[index];
        const bool isMain = !sideBySide && index == 0;
        double axis = sideBySide ? x + axes[index] : x;
        if (!sideBySide && index > 0) {
            const Extent column = measureColumn(branch);
            const double line = edge + metric::containerPadding;
            m_layout.dividers.push_back({{line, top}, {line, floor}, &node});
            axis = line + metric::containerPadding + column.left;
            edge = axis + column.right;
        }
        const FlowLinkLook look = isError(branch) ? FlowLinkLook::ErrorPath : FlowLinkLook::Path;
        const bool isEmpty = branch.block.nodes.empty();
        const double labelRoom = lanes ? labelHeight : 0;
        const double first = top + innerGap + labelRoom;
        const double join = floor - innerGap / 2.0;
        const double exit = isMain || sideBySide ? floor : join;
        if (lanes && !isMain)
            label(node, index, axis, top + laneLabelDrop, metric::branchLabel);
        const double begin = top + (lanes && !isMain ? laneLabelDrop + labelHeight : 0);
        link({{axis, begin}, {axis, isEmpty ? exit : first}}, look, !isEmpty, keyOf(&node, 100 + index));
        if (!branch.block.insertAt.empty())
            m_layout.inserts.push_back(
                {branch.block.insertAt.front(),
                 QPointF(axis, isEmpty ? first + emptyBlock / 2.0 : (begin + first) / 2), isEmpty, &node});
        place(branch.block, &node, index, axis, first, exit, !branch.ends);
        if (!isMain && !sideBySide && !branch.ends)
            link({{axis, exit - 1}, {axis, join}, {x, join}}, look, false, keyOf(&node, 200 + index));
    }
}

void Layouter::run(const design::FlowGraph& graph) {
    const double width = m_measures.startWidth;
    m_layout.boxes.push_back(
        {FlowShape::Start, nullptr, QRectF(-width / 2, 0, width, metric::startHeight), 1, 0});
    double y = metric::startHeight;
    const FlowBlock& root = graph.root;
    const double first = y + metric::stepGap;
    const double bottom = root.nodes.empty() ? first + emptyBlock : first + measure(root).height;
    const double end = bottom + metric::stepGap;
    if (root.nodes.empty()) {
        link({{0, y}, {0, end}}, FlowLinkLook::Path, false, 2);
        if (!root.insertAt.empty())
            m_layout.inserts.push_back({root.insertAt.front(), QPointF(0, (y + end) / 2), true, nullptr});
    } else {
        link({{0, y}, {0, first}}, FlowLinkLook::Path, true, 2);
        if (!root.insertAt.empty())
            m_layout.inserts.push_back(
                {root.insertAt.front(), QPointF(0, y + metric::stepGap / 2.0), false, nullptr});
        place(root, nullptr, 0, 0, first, end, !graph.ends);
    }
    const bool reached = root.nodes.empty() || !(graph.ends || root.nodes.back().ends);
    if (reached)
        m_layout.boxes.push_back({FlowShape::End, nullptr,
                                  QRectF(-metric::endDot / 2.0, end, metric::endDot, metric::endDot), 3, 0});
    for (const FlowBox& box : m_layout.boxes)
        m_layout.bounds |= box.place;
    for (const FlowLabel& text : m_layout.labels)
        m_layout.bounds |= text.place;
}

} // namespace

QStringList shownLines(const design::FlowNode& node) {
    QStringList lines = toQString(node.code).split(u'\n');
    if (lines.size() > mostLines) {
        lines = lines.first(mostLines);
        lines.last() += QStringLiteral(" …");
    }
    return lines;
}

FlowLayout layoutFlow(const design::FlowGraph& graph, const FlowMeasures& measures) {
    FlowLayout layout;
    Layouter(measures, layout).run(graph);
    return layout;
}

} // namespace barre::designer
