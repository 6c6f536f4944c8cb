#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace barre::designer {

/// Rows of lists, trees and popups: icon, text, secondary detail at the right; hover and selection as rounded
/// fills. Headings (HeadingRole) are small and cannot be chosen.
class ListDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole + 100, HeadingRole, MonoRole, MarkRole };

    explicit ListDelegate(QObject* parent = nullptr, int rowHeight = 28)
        : QStyledItemDelegate(parent), m_rowHeight(rowHeight) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

protected:
    /// Paints a row whose icon and text begin `shift` pixels further to the right than its fill.
    void paintRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                  int shift) const;

private:
    int m_rowHeight;
};

} // namespace barre::designer
