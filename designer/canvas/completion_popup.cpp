#include "designer/canvas/completion_popup.h"

#include "designer/canvas/icon.h"
#include "designer/canvas/list_delegate.h"
#include "designer/canvas/text.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

namespace {
constexpr int rowHeight = 26, mostRows = 9, popupWidth = 380, margin = 5;
constexpr size_t mostItems = 200;
} // namespace

CompletionPopup::CompletionPopup(QWidget* editor)
    : QFrame(editor), m_editor(editor), m_list(new QListView(this)), m_rows(new QStandardItemModel(this)),
      m_help(new QLabel(this)) {
    setProperty("role", QStringLiteral("popup"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::NoFocus);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new ListDelegate(m_list, rowHeight));
    m_list->setAccessibleName(tr("Completions"));
    m_help->setWordWrap(true);
    m_help->setTextFormat(Qt::PlainText);
    m_help->setProperty("role", QStringLiteral("caption"));
    m_help->setMargin(6);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_help);
    connect(m_list, &QListView::clicked, this, &CompletionPopup::choose);
    hide();
}

void CompletionPopup::offer(std::vector<design::Completion> items, const QRect& cursor) {
    if (items.size() > mostItems)
        items.resize(mostItems);
    m_items = std::move(items);
    if (m_items.empty())
        return hide();
    if (parentWidget() != m_editor->window())
        setParent(m_editor->window());
    fill();
    m_list->setCurrentIndex(m_rows->index(0, 0));
    showHelp();
    place(cursor);
    show();
    raise();
}

void CompletionPopup::fill() {
    m_rows->clear();
    for (const design::Completion& item : m_items) {
        auto* row = new QStandardItem(icon(toQString(item.icon)), toQString(item.name));
        row->setData(toQString(item.type), ListDelegate::DetailRole);
        row->setData(true, ListDelegate::MonoRole);
        m_rows->appendRow(row);
    }
}

// Below the cursor, above it where there is no room.
void CompletionPopup::place(const QRect& cursor) {
    const QWidget* window = parentWidget();
    const QPoint at = m_editor->mapTo(window, cursor.bottomLeft());
    const int rows = qMin(mostRows, m_rows->rowCount());
    const int help = m_help->isVisibleTo(this) ? m_help->heightForWidth(popupWidth - 2 * margin) : 0;
    const QSize size(qMin(popupWidth, window->width() - 8), rows * rowHeight + help + 2 * margin + 2);
    const bool fitsBelow = at.y() + 4 + size.height() <= window->height();
    const int y = fitsBelow ? at.y() + 4 : m_editor->mapTo(window, cursor.topLeft()).y() - 4 - size.height();
    setGeometry(
        QRect(QPoint(qBound(4, at.x(), qMax(4, window->width() - size.width() - 4)), qMax(4, y)), size));
}

void CompletionPopup::showHelp() {
    const int row = m_list->currentIndex().row();
    const QString help = row < 0 ? QString() : toQString(m_items[size_t(row)].help);
    m_help->setText(help.left(240));
    m_help->setVisible(!help.isEmpty());
}

void CompletionPopup::move(int rows) {
    const int count = m_rows->rowCount();
    m_list->setCurrentIndex(m_rows->index((m_list->currentIndex().row() + rows + count) % count, 0));
    showHelp();
}

bool CompletionPopup::takesKey(const QKeyEvent* event) {
    if (!isVisible())
        return false;
    switch (event->key()) {
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: choose(); return true;
    case Qt::Key_Escape: hide(); return true;
    default: return false;
    }
}

void CompletionPopup::choose() {
    const design::Completion item = m_items[size_t(qMax(0, m_list->currentIndex().row()))];
    hide();
    Q_EMIT chosen(item);
}

} // namespace barre::designer
