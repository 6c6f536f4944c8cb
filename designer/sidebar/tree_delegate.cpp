#include "designer/sidebar/tree_delegate.h"

#include "designer/canvas/icon.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>

namespace barre::designer {

namespace {

constexpr int plusSize = 20, indentation = 16;

QRect plusOf(const QStyleOptionViewItem& option) {
    return QRect(option.rect.right() - plusSize - 4, option.rect.bottom() - plusSize, plusSize, plusSize);
}

} // namespace

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (index.data(HeadingRole).toBool())
        return {80, index.row() == 0 ? 28 : 36};
    return {80, ListDelegate::sizeHint(option, index).height() - 2};
}

void TreeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    QStyleOptionViewItem row = option;
    if (!index.data(HeadingRole).toBool()) {
        // The first level stands below its heading, not beside it; the fill goes over the whole width.
        const int shift = option.rect.left() - indentation;
        row.rect.setLeft(0);
        return paintRow(painter, row, index, shift);
    }
    row.rect.setTop(option.rect.bottom() - 26);
    ListDelegate::paint(painter, row, index);
    const bool isFoldable = index.data(FoldableRole).toBool();
    const QRectF plus = QRectF(plusOf(option)).adjusted(3, 3, -3, -3);
    const bool isNear = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
    const Colour colour = isNear ? Colour::Text : Colour::TextSecondary;
    const char* sign = !isFoldable                         ? "plus"
                       : option.state & QStyle::State_Open ? "chevron-down"
                                                           : "chevron-right";
    paintIcon(*painter, QLatin1StringView(sign), DiagramStyle::current().colour(colour), plus);
}

bool TreeDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                               const QModelIndex& index) {
    const bool hasPlus = index.data(HeadingRole).toBool() && !index.data(FoldableRole).toBool();
    if (event->type() != QEvent::MouseButtonRelease || !hasPlus)
        return ListDelegate::editorEvent(event, model, option, index);
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (mouse->button() != Qt::LeftButton || !plusOf(option).contains(mouse->pos()))
        return false;
    Q_EMIT addClicked(index, mouse->globalPosition().toPoint());
    return true;
}

} // namespace barre::designer
