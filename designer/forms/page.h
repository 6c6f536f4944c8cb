#pragma once

#include <QtCore/QHash>
#include <QtWidgets/QScrollArea>

#include <optional>

class QVBoxLayout;

namespace barre::designer {

class TextLabel;

/// A page on the canvas: a title with a line below it, then sections, in a column of at most 740 pixels.
class Page : public QScrollArea {
    Q_OBJECT

public:
    explicit Page(QWidget* parent = nullptr);

    /// Something else is shown from now on: each thing is found where it was left, a new one from its top.
    void showPlace(const QString& key);
    void setTitle(const QString& title);
    /// Rich text: `<b>` for names, `<code>` for code.
    void setSubtitle(const QString& richText);
    /// Adds a heading with a button at its right (may be null) and the widget below it.
    TextLabel* addSection(const QString& heading, QWidget* button, QWidget* body);
    void addWidget(QWidget* widget);
    void addSpace(int pixels);

private:
    TextLabel* m_title;
    TextLabel* m_subtitle;
    QVBoxLayout* m_column;
    QString m_key;
    QHash<QString, int> m_places; ///< how far each was scrolled
    std::optional<int> m_wanted;  ///< while what is shown is laid out
};

} // namespace barre::designer
