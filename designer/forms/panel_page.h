#pragma once

#include "designer/canvas/diagram_style.h"

#include <QtWidgets/QScrollArea>

class QVBoxLayout;

namespace barre::designer {

class IconLabel;
class TextLabel;

/// The page of a right panel: icon and title, a line of help, what could not be done, then whatever is added,
/// scrolling.
class PanelPage : public QScrollArea {
    Q_OBJECT

public:
    explicit PanelPage(QWidget* parent = nullptr);

    void setHead(const QString& iconName, Colour colour, const QString& title, const QString& help);
    /// Why the last wish could not be met; empty takes it back.
    void showProblem(const QString& problem);
    /// Below the head; the page keeps a stretch at its end.
    void add(QWidget* widget, Qt::Alignment alignment = {});
    void addSpace(int pixels);
    /// Of all that was added only this is shown; null for nothing.
    void showOnly(const QWidget* part);
    /// Removes what was added.
    void clearBody();

private:
    IconLabel* m_icon;
    TextLabel* m_title;
    TextLabel* m_help;
    TextLabel* m_problem;
    QVBoxLayout* m_body;
};

} // namespace barre::designer
