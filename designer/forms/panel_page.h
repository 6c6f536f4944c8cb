#pragma once

#include "designer/canvas/diagram_style.h"

#include <QtWidgets/QScrollArea>

class QVBoxLayout;

namespace barre::designer {

class IconLabel;
class TextLabel;

/// The page of a right panel: icon and title, a line of help, then whatever is added, scrolling.
class PanelPage : public QScrollArea {
    Q_OBJECT

public:
    explicit PanelPage(QWidget* parent = nullptr);

    void setHead(const QString& iconName, Colour colour, const QString& title, const QString& help);
    /// Below the head; the page keeps a stretch at its end.
    void add(QWidget* widget, Qt::Alignment alignment = {});
    void addSpace(int pixels);
    /// Removes what was added.
    void clearBody();

private:
    IconLabel* m_icon;
    TextLabel* m_title;
    TextLabel* m_help;
    QVBoxLayout* m_body;
};

} // namespace barre::designer
