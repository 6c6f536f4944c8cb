#pragma once

#include "designer/canvas/diagram_style.h"
#include "designer/canvas/node_item.h"

#include <QtWidgets/QListWidget>

#include <vector>

namespace barre::designer {

/// A row of a RowList.
struct ListRow {
    QString key;
    QString icon;
    Colour iconColour = Colour::TextSecondary;
    QString text;
    QString code;     ///< after the text, in mono
    QString trailing; ///< at the right
    NodeMark mark = NodeMark::None;
    QString tooltip;
};

/// Rows in one card, as the pages of a service and a class show their members. As high as its rows; the page
/// scrolls. Up, Down and Enter work as in any list; Delete and the menu key tell of themselves.
class RowList : public QListWidget {
    Q_OBJECT

public:
    explicit RowList(const QString& accessibleName, QWidget* parent = nullptr);

    /// Shows these rows; the selected key stays selected.
    void setRows(const std::vector<ListRow>& rows);
    QString selectedKey() const;
    void selectKey(const QString& key);

    QSize sizeHint() const override;
    /// Narrower than that its words are cut; it never makes its page scroll sideways.
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

    static constexpr int rowHeight = 44;

Q_SIGNALS:
    void rowClicked(const QString& key);
    void rowSelected(const QString& key); ///< by an arrow key
    void rowOpened(const QString& key);   ///< double-click or Enter
    void removeRequested(const QString& key);
    void menuRequested(const QString& key, const QPoint& screenPosition);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

/// `1 step`, `5 steps`, with how often it was called before it when it was.
QString stepsText(int steps, qint64 calls);

} // namespace barre::designer
