#include "designer/canvas/focus_order.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace barre::designer {

namespace {

/// How far the tops of widgets of one row may be apart.
constexpr int sameRow = 10;

bool isStop(const QWidget& widget) {
    return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget.focusProxy() &&
           widget.isEnabled();
}

std::vector<QWidget*> visibleChildren(const QWidget& parent) {
    std::vector<QWidget*> children;
    for (QObject* child : parent.children())
        if (auto* widget = qobject_cast<QWidget*>(child);
            widget && widget->isVisible() && !widget->isWindow())
            children.push_back(widget);
    return children;
}

/// Rows from the top, each from the left.
void sortByPlace(std::vector<QWidget*>& widgets) {
    std::ranges::stable_sort(widgets, {}, [](const QWidget* widget) { return widget->y(); });
    for (auto row = widgets.begin(); row != widgets.end();) {
        const auto end = std::find_if(
            row, widgets.end(), [&](const QWidget* widget) { return widget->y() > (*row)->y() + sameRow; });
        std::stable_sort(row, end, [](const QWidget* a, const QWidget* b) { return a->x() < b->x(); });
        row = end;
    }
}

void collect(const QWidget& parent, std::vector<QWidget*>& stops) {
    std::vector<QWidget*> children = visibleChildren(parent);
    sortByPlace(children);
    for (QWidget* child : children) {
        // What takes the focus is one thing: its inner parts are its own business.
        if (isStop(*child))
            stops.push_back(child);
        else
            collect(*child, stops);
    }
}

} // namespace

std::vector<QWidget*> focusOrder(const QWidget& root) {
    std::vector<QWidget*> stops;
    collect(root, stops);
    return stops;
}

namespace {

/// What has the focus and is seen no more (a button that hid itself by its click) leaves it to the first stop
/// of the part around it; the whole window is no part.
QWidget* heirOf(const QWidget* gone, const QWidget& root) {
    for (const QWidget* part = gone->parentWidget(); part != &root && part->parentWidget() != &root;
         part = part->parentWidget())
        if (const auto stops = focusOrder(*part); part->isVisible() && !stops.empty())
            return stops.front();
    return nullptr;
}

} // namespace

bool focusNeighbour(const QWidget& root, bool next) {
    const std::vector<QWidget*> stops = focusOrder(root);
    if (stops.empty())
        return false;
    const QWidget* focus = QApplication::focusWidget();
    if (focus && !focus->isVisible() && root.isAncestorOf(focus)) {
        QWidget* heir = heirOf(focus, root);
        if (heir)
            heir->setFocus(Qt::OtherFocusReason);
        return heir;
    }
    const auto here = std::ranges::find_if(
        stops, [focus](const QWidget* stop) { return stop == focus || stop->isAncestorOf(focus); });
    const auto count = stops.size(), at = size_t(here - stops.begin());
    const size_t to = here == stops.end() ? (next ? 0 : count - 1) : (at + (next ? 1 : count - 1)) % count;
    stops[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace barre::designer
