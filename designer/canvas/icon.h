#pragma once

#include "designer/canvas/diagram_style.h"

#include <QtGui/QIcon>

class QPainter;
class QRectF;

namespace barre::designer {

/// The icon `name` of resources/icons in one colour; sharp at any size and device pixel ratio.
QIcon icon(const QString& name, const QColor& colour);
QIcon icon(const QString& name, Colour colour = Colour::TextSecondary);
QPixmap iconPixmap(const QString& name, const QColor& colour, int size, double devicePixelRatio = 1);

/// Draws the icon into `rectangle`, rendered for the painter's real scale.
void paintIcon(QPainter& painter, const QString& name, const QColor& colour, const QRectF& rectangle);

/// Whether resources/icons has that name; the tables that name icons are tested with it.
bool iconExists(const QString& name);
QStringList iconNames();

} // namespace barre::designer
