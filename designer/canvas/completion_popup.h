#pragma once

#include "model/design/completion.h"

#include <QtWidgets/QFrame>

class QKeyEvent;
class QLabel;
class QListView;
class QStandardItemModel;

namespace barre::designer {

/// The list of what may be written at the cursor of an editor: kind, name, type, and what the documentation
/// says of the current one. A part of the editor's window that never takes the focus: the editor passes its
/// keys on.
class CompletionPopup : public QFrame {
    Q_OBJECT

public:
    explicit CompletionPopup(QWidget* editor);

    /// Shows the items below the cursor (a rectangle of the editor), or goes away when there are none.
    void offer(std::vector<design::Completion> items, const QRect& cursor);
    /// Whether the key was one for the list: up, down, Enter, Tab, Esc.
    bool takesKey(const QKeyEvent* event);

Q_SIGNALS:
    void chosen(const barre::design::Completion& item);

private:
    void fill();
    void place(const QRect& cursor);
    void move(int rows);
    void showHelp();
    void choose();

    QWidget* m_editor;
    QListView* m_list;
    QStandardItemModel* m_rows;
    QLabel* m_help;
    std::vector<design::Completion> m_items;
};

} // namespace barre::designer
