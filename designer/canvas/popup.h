#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace barre::designer {

/// A raised card with a shadow that lies over the window and goes away when one clicks beside it, presses Esc
/// or leaves the window. A part of the window rather than a window: so it has its round corners and its
/// shadow everywhere, and no shortcut of the view below it is triggered from within.
class Popup : public QWidget {
    Q_OBJECT

public:
    explicit Popup(QWidget* parent = nullptr);

    /// Shows the card of that size with its top left corner there, moved so that it is inside the window of
    /// `over`.
    void openAt(const QPoint& screenPosition, const QSize& size, QWidget* over);
    void closePopup();

Q_SIGNALS:
    void closed();

protected:
    /// What is in the card.
    QVBoxLayout* body() const { return m_body; }
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_body;
    QPointer<QWidget> m_focusBefore;
};

} // namespace barre::designer
