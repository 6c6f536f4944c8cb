#include "designer/canvas/list_delegate.h"

#include "designer/canvas/node_item.h"

#include <QtGui/QIcon>
#include <QtGui/QPainter>

namespace barre::designer {

QSize ListDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {80, index.data(HeadingRole).toBool() ? m_rowHeight + 4 : m_rowHeight};
}

void ListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    paintRow(painter, option, index, 0);
}

void ListDelegate::paintRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                            int shift) const {
    const DiagramStyle style = DiagramStyle::current();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRectF row = QRectF(option.rect).adjusted(0, 1, 0, -1);
    if (index.data(HeadingRole).toBool()) {
        if (isFocusShown(option))
            paintFocus(*painter, row.adjusted(0, 3, 0, 0), metric::controlRadius);
        paintText(*painter, row.adjusted(8, 6, -8, 0), index.data().toString(), TextRole::CaptionStrong,
                  style.colour(Colour::TextSecondary));
        painter->restore();
        return;
    }
    const bool selected = option.state & QStyle::State_Selected,
               hovered = option.state & QStyle::State_MouseOver;
    if (selected || hovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? style.tint(Colour::Accent, 0.09) : style.tint(Colour::Text, 0.05));
        painter->drawRoundedRect(row, metric::controlRadius, metric::controlRadius);
    }
    if (isFocusShown(option))
        paintFocus(*painter, row, metric::controlRadius);
    double left = row.left() + 8 + shift, right = row.right() - 8;
    if (const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>(); !icon.isNull()) {
        icon.paint(painter, QRect(int(left), int(row.center().y() - 8), 16, 16));
        left += 16 + 10;
    }
    const QString detail = index.data(DetailRole).toString();
    if (!detail.isEmpty()) {
        const double width = qMin(textWidth(detail, TextRole::Caption) + 1, (right - left) * 0.6);
        paintText(*painter, QRectF(right - width, row.top(), width, row.height()), detail, TextRole::Caption,
                  style.colour(Colour::TextSecondary), Qt::AlignRight | Qt::AlignVCenter);
        right -= width + 10;
    }
    const bool mono = index.data(MonoRole).toBool();
    const QVariant mark = index.data(MarkRole);
    Colour colour = selected ? Colour::Accent : Colour::Text;
    if (mark.isValid() && NodeMark(mark.toInt()) == NodeMark::Error)
        colour = Colour::Error;
    paintText(*painter, QRectF(left, row.top(), right - left, row.height()), index.data().toString(),
              mono ? TextRole::Code : TextRole::Body, style.colour(colour));
    painter->restore();
}

} // namespace barre::designer
