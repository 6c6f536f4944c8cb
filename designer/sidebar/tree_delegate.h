#pragma once

#include "designer/canvas/list_delegate.h"

namespace barre::designer {

/// The rows of the project tree: full-width rounded selection, headings with a + at the right.
class TreeDelegate : public ListDelegate {
    Q_OBJECT

public:
    static constexpr int FoldableRole = Qt::UserRole + 40; ///< of a heading: its rows can be hidden

    using ListDelegate::ListDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

Q_SIGNALS:
    void addClicked(const QModelIndex& heading, const QPoint& screenPosition);
};

} // namespace barre::designer
