#include "designer/forms/row_list.h"

#include "designer/canvas/icon.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyledItemDelegate>

Q_DECLARE_METATYPE(barre::designer::ListRow)

namespace barre::designer {

namespace {

constexpr int rowRole = Qt::UserRole + 1;
constexpr double padding = 16, textLeft = 44, gap = 12;

ListRow rowOf(const QModelIndex& index) {
    return index.data(rowRole).value<ListRow>();
}

/// Icon, words, code and what stands at the right, above a hairline that separates it from the next row.
class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {200, RowList::rowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const ListRow row = rowOf(index);
        const DiagramStyle style = DiagramStyle::current();
        const QRectF area = option.rect;
        if (option.state & QStyle::State_Selected)
            painter->fillRect(area, style.tint(Colour::Accent));
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(area, style.tint(Colour::Text, 0.03));
        if (index.row() > 0) {
            painter->setPen(QPen(style.colour(Colour::Hairline), 1));
            painter->drawLine(area.topLeft() + QPointF(0, 0.5), area.topRight() + QPointF(0, 0.5));
        }
        if (isFocusShown(option))
            paintFocus(*painter, area.adjusted(2, 2, -2, -2), metric::controlRadius);
        paintIcon(*painter, row.icon, style.colour(row.iconColour),
                  QRectF(area.left() + padding, area.center().y() - 8, 16, 16));
        paintWords(*painter, row, area, style);
    }

private:
    static void paintWords(QPainter& painter, const ListRow& row, const QRectF& area,
                           const DiagramStyle& style) {
        double right = area.right() - padding;
        if (row.mark != NodeMark::None) {
            const Colour colour = row.mark == NodeMark::Error ? Colour::Error : Colour::Warn;
            paintIcon(painter, QStringLiteral("warning"), style.colour(colour),
                      QRectF(right - 16, area.center().y() - 8, 16, 16));
            right -= 16 + gap;
        }
        if (!row.trailing.isEmpty()) {
            const double width = textWidth(row.trailing, TextRole::Caption) + 1;
            paintText(painter, QRectF(right - width, area.top(), width, area.height()), row.trailing,
                      TextRole::Caption, style.colour(Colour::TextSecondary));
            right -= width + gap;
        }
        double left = area.left() + textLeft;
        left += paintText(painter, QRectF(left, area.top(), right - left, area.height()), row.text,
                          TextRole::Body, style.colour(Colour::Text)) +
                gap;
        if (!row.code.isEmpty() && right - left > 24)
            paintText(painter, QRectF(left, area.top(), right - left, area.height()), row.code,
                      TextRole::Code, style.colour(Colour::TextSecondary), Qt::AlignLeft | Qt::AlignVCenter,
                      Qt::ElideMiddle);
    }
};

} // namespace

RowList::RowList(const QString& accessibleName, QWidget* parent) : QListWidget(parent) {
    setAccessibleName(accessibleName);
    setItemDelegate(new RowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setViewportMargins(1, 1, 1, 1);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { Q_EMIT rowClicked(item->data(rowRole).value<ListRow>().key); });
    connect(this, &QListWidget::itemDoubleClicked, this,
            [this](QListWidgetItem* item) { Q_EMIT rowOpened(item->data(rowRole).value<ListRow>().key); });
}

void RowList::setRows(const std::vector<ListRow>& rows) {
    const QString selected = selectedKey();
    const QSignalBlocker blocker(this);
    clear();
    for (const ListRow& row : rows) {
        auto* item = new QListWidgetItem(this);
        item->setData(rowRole, QVariant::fromValue(row));
        item->setData(Qt::AccessibleTextRole, row.text + QLatin1Char(' ') + row.code);
        item->setToolTip(row.tooltip);
    }
    selectKey(selected);
    updateGeometry();
}

QString RowList::selectedKey() const {
    const QListWidgetItem* item = currentItem();
    return item && item->isSelected() ? item->data(rowRole).value<ListRow>().key : QString();
}

void RowList::selectKey(const QString& key) {
    clearSelection();
    for (int row = 0; row < count(); ++row)
        if (!key.isEmpty() && item(row)->data(rowRole).value<ListRow>().key == key)
            setCurrentRow(row);
}

QSize RowList::sizeHint() const {
    return {320, count() * rowHeight + 2};
}

void RowList::keyPressEvent(QKeyEvent* event) {
    const QString key = selectedKey();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!key.isEmpty() && enter) {
        Q_EMIT rowOpened(key);
        return;
    }
    if (!key.isEmpty() && event->key() == Qt::Key_Delete) {
        Q_EMIT removeRequested(key);
        return;
    }
    QListWidget::keyPressEvent(event);
    if (const QString now = selectedKey(); now != key && !now.isEmpty())
        Q_EMIT rowSelected(now);
}

// A row is selected as soon as keys arrive here: what they do is then the same as always.
void RowList::focusInEvent(QFocusEvent* event) {
    QListWidget::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (!byKey || !selectedKey().isEmpty() || count() == 0)
        return;
    setCurrentRow(qMax(0, currentRow()));
    currentItem()->setSelected(true);
    Q_EMIT rowSelected(selectedKey());
}

void RowList::contextMenuEvent(QContextMenuEvent* event) {
    if (QListWidgetItem* item = itemAt(viewport()->mapFromGlobal(event->globalPos()))) {
        setCurrentItem(item);
        Q_EMIT menuRequested(selectedKey(), event->globalPos());
    }
}

void RowList::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const DiagramStyle style = DiagramStyle::current();
    QPainterPath card;
    card.addRoundedRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::nodeRadius,
                        metric::nodeRadius);
    painter.fillPath(card, style.colour(Colour::Surface));
    painter.end();
    QListWidget::paintEvent(event);
    QPainter border(viewport());
    border.setRenderHint(QPainter::Antialiasing);
    border.setPen(QPen(style.colour(Colour::Hairline), 1));
    border.drawPath(card);
}

QString stepsText(int steps, qint64 calls) {
    const QString text = steps == 1 ? RowList::tr("1 step") : RowList::tr("%1 steps").arg(steps);
    return calls > 0 ? QStringLiteral("%1\u00D7   ").arg(calls) + text : text;
}

} // namespace barre::designer
