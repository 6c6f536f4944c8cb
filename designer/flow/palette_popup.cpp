#include "designer/flow/palette_popup.h"

#include "designer/canvas/icon.h"
#include "designer/canvas/list_delegate.h"
#include "designer/canvas/search.h"
#include "designer/canvas/text.h"
#include "designer/flow/flow_items.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace barre::designer {

namespace {

constexpr QSize popupSize(340, 420);
enum Role { SectionRole = Qt::UserRole + 1, EntryRole };

/// A step is found by what is seen of it, by its section and by other words for it.
Searchable searchableOf(const design::PaletteEntry& entry, const design::PaletteSection& section) {
    return {toQString(entry.label + ' ' + entry.detail), toQString(entry.also + ' ' + section.title)};
}

QStandardItem* heading(const QString& title) {
    auto* item = new QStandardItem(title);
    item->setData(true, ListDelegate::HeadingRole);
    item->setFlags(Qt::NoItemFlags);
    return item;
}

} // namespace

PalettePopup::PalettePopup(QWidget* parent)
    : Popup(parent), m_query(new QLineEdit(this)), m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)) {
    setAccessibleName(tr("Add a step"));
    m_query->setPlaceholderText(tr("Search steps"));
    m_query->setAccessibleName(tr("Search steps"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ListDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    body()->addWidget(m_query);
    body()->addWidget(m_list);
    connect(m_query, &QLineEdit::textChanged, this, &PalettePopup::showMatches);
    connect(m_list, &QListView::clicked, this, &PalettePopup::choose);
}

void PalettePopup::open(std::vector<design::PaletteSection> sections, const QPoint& screenPosition,
                        QWidget* over) {
    m_sections = std::move(sections);
    m_query->clear();
    showMatches({});
    openAt(screenPosition, popupSize, over);
    m_query->setFocus();
}

int PalettePopup::shownEntries() const {
    int count = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        count += !m_model->index(row, 0).data(ListDelegate::HeadingRole).toBool();
    return count;
}

/// What fits stays in its section; the best of it is chosen by Enter.
void PalettePopup::showMatches(const QString& query) {
    std::vector<Searchable> all;
    for (const design::PaletteSection& section : m_sections)
        for (const design::PaletteEntry& entry : section.entries)
            all.push_back(searchableOf(entry, section));
    const std::vector<int> scores = matchScores(query, all);
    m_model->clear();
    size_t at = 0;
    int best = 0, bestRow = -1;
    for (size_t s = 0; s < m_sections.size(); ++s) {
        const int before = m_model->rowCount();
        for (size_t e = 0; e < m_sections[s].entries.size(); ++e) {
            const int score = scores[at++];
            if (score > best)
                bestRow = m_model->rowCount() + (m_model->rowCount() == before);
            best = std::max(best, score);
            if (score > 0)
                addRow(s, e, m_model->rowCount() == before);
        }
    }
    if (m_model->rowCount() == 0)
        m_model->appendRow(heading(tr("Nothing is called that")));
    setCurrent(bestRow);
}

void PalettePopup::addRow(size_t section, size_t index, bool isFirst) {
    if (isFirst)
        m_model->appendRow(heading(toQString(m_sections[section].title)));
    const design::PaletteEntry& entry = m_sections[section].entries[index];
    auto* item =
        new QStandardItem(icon(toQString(entry.icon), colourOf(entry.colour)), toQString(entry.label));
    item->setData(toQString(entry.detail), ListDelegate::DetailRole);
    item->setData(int(section), SectionRole);
    item->setData(int(index), EntryRole);
    item->setToolTip(toQString(entry.help));
    m_model->appendRow(item);
}

void PalettePopup::setCurrent(int row) {
    m_list->setCurrentIndex(m_model->index(row, 0));
    if (row == 1)
        m_list->scrollToTop(); // with its heading
}

void PalettePopup::step(int rows) {
    const int direction = rows < 0 ? -1 : 1;
    int row = m_list->currentIndex().row(), left = qAbs(rows), last = row;
    while (left > 0 && row + direction >= 0 && row + direction < m_model->rowCount()) {
        row += direction;
        if (m_model->index(row, 0).data(ListDelegate::HeadingRole).toBool())
            continue;
        last = row;
        --left;
    }
    setCurrent(last);
}

void PalettePopup::choose() {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || index.data(ListDelegate::HeadingRole).toBool())
        return;
    const design::PaletteEntry entry =
        m_sections[size_t(index.data(SectionRole).toInt())].entries[size_t(index.data(EntryRole).toInt())];
    closePopup();
    Q_EMIT chosen(entry);
}

bool PalettePopup::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_query || event->type() != QEvent::KeyPress)
        return Popup::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down: step(+1); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_PageDown: step(+8); return true;
    case Qt::Key_PageUp: step(-8); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return true;
    default: return Popup::eventFilter(watched, event);
    }
}

} // namespace barre::designer
