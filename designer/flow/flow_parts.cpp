#include "designer/canvas/text.h"
#include "designer/flow/flow_scene.h"

#include <algorithm>

namespace barre::designer {

/// Of an end and of a comment's frame nothing needs to be said.
std::optional<CanvasPart> FlowScene::partOf(const FlowBox& box) {
    CanvasPart part;
    part.place = box.place;
    switch (box.shape) {
    case FlowShape::End: return {};
    case FlowShape::Start:
        part.name = toQString(m_graph.title + ' ' + m_graph.signature).trimmed();
        part.press = [this] { Q_EMIT startClicked(); };
        return part;
    case FlowShape::Target:
        part.name =
            tr("%1, which %2 goes to").arg(toQString(box.node->target.text), toQString(box.node->title));
        part.press = [this, id = box.node->id] { Q_EMIT targetOpened(id); };
        return part;
    default: break;
    }
    const FlowNodeItem* item = itemOf(box.node->id);
    part.name = toQString(box.node->title + ' ' + box.node->code).simplified();
    if (!box.node->diagnostics.empty())
        part.description = toQString(box.node->diagnostics.front().message());
    part.isSelected = item && item->isSelected();
    part.press = [this, id = box.node->id] { Q_EMIT nodeClicked(id, {}); };
    return part;
}

QString FlowScene::insertWords(const FlowInsert& insert) const {
    QString before, after;
    design::forEachStep(m_graph.root, [&](const design::FlowNode& node) {
        if (node.range.begin == insert.offset && before.isEmpty())
            before = toQString(node.title);
        if (node.range.end == insert.offset)
            after = toQString(node.title);
    });
    if (insert.isEmptyBlock)
        return insert.owner ? tr("Add a step to the empty block of %1").arg(toQString(insert.owner->title))
                            : tr("Add the first step");
    return before.isEmpty() ? tr("Add a step after %1").arg(after) : tr("Add a step before %1").arg(before);
}

std::vector<CanvasPart> FlowScene::parts() {
    std::vector<CanvasPart> parts;
    for (const FlowBox& box : m_layout.boxes)
        if (const auto part = partOf(box))
            parts.push_back(*part);
    for (const FlowLabel& label : m_layout.labels)
        parts.push_back({tr("Branch %1").arg(label.text),
                         {},
                         QAccessible::StaticText,
                         label.place,
                         false,
                         [this, id = label.node->id] { Q_EMIT nodeClicked(id, {}); }});
    const double half = metric::hitArea / 2.0;
    for (const FlowInsert& insert : m_layout.inserts)
        parts.push_back({insertWords(insert),
                         {},
                         QAccessible::Button,
                         QRectF(insert.point.x() - half, insert.point.y() - half, 2 * half, 2 * half),
                         false,
                         [this, offset = insert.offset] { Q_EMIT insertRequested(offset); }});
    std::ranges::stable_sort(parts, {}, [](const CanvasPart& part) { return part.place.top(); });
    return parts;
}

} // namespace barre::designer
