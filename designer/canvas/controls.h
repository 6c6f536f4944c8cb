#pragma once

#include "designer/canvas/diagram_style.h"

#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

class QBoxLayout;
class QButtonGroup;
class QComboBox;
class QHBoxLayout;
class QVBoxLayout;

/// The small controls that every panel and bar is made of. Their looks are in the style sheet, chosen by
/// `role`.
namespace barre::designer {

/// Gives a widget one of the style sheet's roles ("primary", "card", "caption", …).
void setRole(QWidget* widget, const char* role);

/// Lets a control be used, or says in its tooltip why it cannot be; an empty reason gives it its own tooltip
/// back.
void setAvailable(QWidget* control, const QString& whyNot);

/// A button that shows one icon in a colour of the theme and has a tooltip with its words and shortcut.
class IconButton : public QToolButton {
    Q_OBJECT

public:
    IconButton(const QString& iconName, const QString& words, QWidget* parent = nullptr,
               Colour colour = Colour::TextSecondary);

    void setIconName(const QString& name, Colour colour);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showIcon();

    QString m_name;
    Colour m_colour;
};

/// A push button with words; `role` as in the style sheet, an icon when `iconName` is not empty.
class TextButton : public QPushButton {
    Q_OBJECT

public:
    TextButton(const QString& words, const char* role, QWidget* parent = nullptr,
               const QString& iconName = {});

    void setIconName(const QString& name, Colour colour);

protected:
    void changeEvent(QEvent* event) override;

private:
    QString m_icon;
    Colour m_colour;
};

/// An icon of the theme as a label.
class IconLabel : public QLabel {
    Q_OBJECT

public:
    IconLabel(const QString& iconName, Colour colour, int size = metric::iconLarge,
              QWidget* parent = nullptr);

    void setIconName(const QString& name, Colour colour);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showIcon();

    QString m_name;
    Colour m_colour;
    int m_size;
};

/// Exclusive choices in one frame: Design | Code | Split. Side by side, or one below the other where there is
/// no room for that.
class SegmentedControl : public QFrame {
    Q_OBJECT

public:
    explicit SegmentedControl(const QStringList& choices, QWidget* parent = nullptr);

    int current() const;
    void setCurrent(int index);
    QToolButton* button(int index) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int index); ///< by the person, not by setCurrent

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int rowWidth() const;

    QButtonGroup* m_group;
    QBoxLayout* m_layout;
};

/// A text whose long words (names, types, paths) may be broken where there is no room for them.
QString breakable(const QString& text);

/// A label in one of the text roles; long text is elided with the whole of it as tooltip when `elided`.
class TextLabel : public QLabel {
    Q_OBJECT

public:
    TextLabel(const QString& text, TextRole role, QWidget* parent = nullptr, bool elided = false);

    void setFullText(const QString& text);
    QString fullText() const { return m_full; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_full;
    TextRole m_role;
    bool m_elided;
};

/// What would be here, and the one button that makes it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString& iconName, const QString& line, const QString& buttonText = {},
               QWidget* parent = nullptr);

    void setLine(const QString& line);

Q_SIGNALS:
    void buttonClicked();

private:
    TextLabel* m_line;
};

/// A list to choose from that is as wide as its form, however long its choices are.
QComboBox* choiceBox(QWidget* parent = nullptr);

/// A layout without margins, in the widget when there is one.
QVBoxLayout* columnIn(QWidget* widget, int spacing);
QHBoxLayout* rowIn(QWidget* widget, int spacing);
QFrame* horizontalLine(QWidget* parent = nullptr);
QFrame* verticalLine(QWidget* parent = nullptr);
/// A caption above a group of fields.
TextLabel* sectionLabel(const QString& text, QWidget* parent = nullptr);
TextLabel* captionLabel(const QString& text, QWidget* parent = nullptr);

} // namespace barre::designer
