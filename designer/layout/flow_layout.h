#pragma once

#include "designer/canvas/diagram_style.h"
#include "model/design/flow_graph.h"

#include <QtCore/QPointF>
#include <QtCore/QRectF>
#include <QtCore/QString>

#include <functional>
#include <vector>

namespace barre::designer {

/// What a box of a flow is drawn as.
enum class FlowShape { Start, Step, Code, Note, Diamond, Container, Target, End };

/// A box with its place. `node` points into the graph that was laid out; null for the start and the last end.
struct FlowBox {
    FlowShape shape{};
    const design::FlowNode* node = nullptr;
    QRectF place;
    quint64 key = 0; ///< the same for the same thing from one layout to the next
    double axis = 0; ///< where the path enters it, from its left edge
};

/// Where a step can be put in.
struct FlowInsert {
    uint32_t offset = 0;
    QPointF point;
    bool isEmptyBlock = false;               ///< nothing is there yet: the + is always shown
    const design::FlowNode* owner = nullptr; ///< around the block; null at the top level
};

enum class FlowLinkLook { Path, ErrorPath, Unreached, TargetLine };

struct FlowLink {
    std::vector<QPointF> points;
    FlowLinkLook look{};
    bool arrow = false;
    quint64 key = 0;
};

/// A text beside a link: the condition of a branch, the name of a lane.
struct FlowLabel {
    QString text;
    QRectF place;
    const design::FlowNode* node = nullptr;
    int branch = 0;
    bool isError = false;
    quint64 key = 0;
};

/// A line between the lanes of a container.
struct FlowDivider {
    QPointF from, to;
    const design::FlowNode* node = nullptr;
};

/// A flow with places. All paths hang on the line x = 0; y grows downwards from the start at 0.
struct FlowLayout {
    std::vector<FlowBox> boxes; ///< containers come before what they contain
    std::vector<FlowLink> links;
    std::vector<FlowInsert> inserts;
    std::vector<FlowLabel> labels;
    std::vector<FlowDivider> dividers;
    QRectF bounds;
};

/// What a layout must know of texts; the fonts answer in the program, fixed widths in tests.
struct FlowMeasures {
    std::function<double(const QString&)> labelWidth;
    double startWidth = 240;
    double stepWidth = metric::stepWidth; ///< of every step: a column of one width is calm
};

/// Sizes bottom-up, places top-down. The same graph has the same layout; a step keeps its distance to the
/// step above it whatever changes below.
FlowLayout layoutFlow(const design::FlowGraph& graph, const FlowMeasures& measures);

/// The lines that a Code step or a comment shows: at most six.
QStringList shownLines(const design::FlowNode& node);

} // namespace barre::designer
