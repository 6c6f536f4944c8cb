#pragma once

#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QAccessible>

#include <functional>

namespace barre::designer {

/// Something on a canvas as a screen reader knows it: a node, a row of one, the end of a link, a +.
struct CanvasPart {
    QString name;
    QString description; ///< what it leads to, what is wrong with it
    QAccessible::Role role = QAccessible::ListItem;
    QRectF place; ///< in the scene
    bool isSelected = false;
    std::function<void()> press; ///< what a click does
};

/// Tells the parts of every CanvasView to whoever reads screens.
void tellCanvasParts();

} // namespace barre::designer
