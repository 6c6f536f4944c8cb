#pragma once

#include <vector>

class QWidget;

namespace barre::designer {

/// What Tab stops at inside a widget, in the order of reading: part by part, rows from the top, each from the
/// left. It is asked for when Tab is pressed: parts come and go, and the order in which they were made says
/// nothing.
std::vector<QWidget*> focusOrder(const QWidget& root);

/// Moves the focus to the neighbour in that order. What is seen no more leaves it to the part around it.
/// False when there is nothing to go to.
bool focusNeighbour(const QWidget& root, bool next);

} // namespace barre::designer
