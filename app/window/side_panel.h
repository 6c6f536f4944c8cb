#pragma once

#include <QtWidgets/QFrame>

class QStackedWidget;

namespace barre::app {

/// The right side: the panel of the current view, or a line that says what would be here.
class SidePanel : public QFrame {
    Q_OBJECT

public:
    explicit SidePanel(QWidget* parent = nullptr);

    void showPanel(QWidget* panel);
    /// Puts the cursor into the panel's first field.
    void focusFirstField();
    /// Gives the focus to the first field that something is wrong with, if there is one.
    void focusWrongField();

Q_SIGNALS:
    void left(); ///< by Esc: back to the drawing

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QStackedWidget* m_stack;
    QWidget* m_empty;
};

} // namespace barre::app
