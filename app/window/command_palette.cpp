#include "app/window/command_palette.h"

#include "app/window/command_table.h"
#include "app/window/navigator.h"
#include "app/window/workbench.h"
#include "designer/canvas/icon.h"
#include "designer/canvas/list_delegate.h"
#include "designer/canvas/search.h"
#include "designer/canvas/text.h"
#include "designer/session/design_session.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <set>

namespace barre::app {

namespace {

constexpr int paletteWidth = 560, mostShown = 60;

void addItems(std::vector<const design::TreeItem*>& found, const std::vector<design::TreeItem>& items) {
    for (const design::TreeItem& item : items) {
        found.push_back(&item);
        addItems(found, item.children);
    }
}

} // namespace

CommandPalette::CommandPalette(Workbench& workbench, QWidget* parent)
    : Popup(parent), m_workbench(workbench), m_query(new QLineEdit(this)), m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)) {
    setAccessibleName(tr("Search or run a command"));
    m_query->setAccessibleName(tr("Search declarations and commands"));
    m_query->setPlaceholderText(tr("Search declarations and commands"));
    m_query->setClearButtonEnabled(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new designer::ListDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    body()->addWidget(m_query);
    body()->addWidget(m_list);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::showMatches);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
}

void CommandPalette::openBelow(QWidget* anchor) {
    collect();
    m_query->clear();
    showMatches({});
    const QPoint below =
        anchor->mapToGlobal(QPoint(anchor->width() / 2 - paletteWidth / 2, anchor->height() + 6));
    openAt(below, QSize(paletteWidth, 420), anchor);
    m_query->setFocus();
}

void CommandPalette::collect() {
    m_entries.clear();
    std::vector<const design::TreeItem*> items;
    for (const design::TreeGroup& group : m_workbench.navigator.tree().groups)
        addItems(items, group.items);
    std::set<model::SymbolId> listed; // a class is in the tree twice
    for (const design::TreeItem* item : items) {
        if (!listed.insert(item->id).second)
            continue;
        const designer::Place place{viewOf(item->kind), item->id};
        m_entries.push_back({designer::toQString(item->icon),
                             designer::toQString(item->label),
                             {},
                             designer::toQString(design::rowOf(item->kind).word),
                             [this, place] {
                                 m_workbench.navigator.go(place);
                                 m_workbench.commands.run(QStringLiteral("go.drawing"));
                             }});
    }
    for (const CommandTable::Row& row : m_workbench.commands.rows()) {
        if (row.command.id == QStringLiteral("view.palette") || !CommandTable::isAvailable(row))
            continue;
        const auto& shortcuts = row.command.shortcuts;
        m_entries.push_back(
            {row.command.icon, designer::fullWords(row.command), row.command.also,
             shortcuts.isEmpty() ? row.command.group : shortcuts.first().toString(QKeySequence::NativeText),
             [this, id = row.command.id] { m_workbench.commands.run(id); }});
    }
}

void CommandPalette::showMatches(const QString& query) {
    std::vector<designer::Searchable> all;
    for (const Entry& entry : m_entries)
        all.push_back({entry.words, entry.also});
    const std::vector<int> scores = designer::matchScores(query, all);
    std::vector<std::pair<int, const Entry*>> matches;
    for (size_t index = 0; index < scores.size(); ++index)
        if (scores[index] > 0)
            matches.emplace_back(scores[index], &m_entries[index]);
    std::stable_sort(matches.begin(), matches.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    m_model->clear();
    for (size_t index = 0; index < matches.size() && index < mostShown; ++index) {
        const Entry& entry = *matches[index].second;
        auto* item = new QStandardItem(entry.words);
        item->setIcon(designer::icon(entry.icon));
        item->setData(entry.detail, designer::ListDelegate::DetailRole);
        item->setData(int(&entry - m_entries.data()), Qt::UserRole);
        m_model->appendRow(item);
    }
    if (matches.empty()) {
        auto* nothing = new QStandardItem(tr("Nothing is called like that"));
        nothing->setFlags(Qt::NoItemFlags);
        m_model->appendRow(nothing);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::choose() {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !(index.flags() & Qt::ItemIsEnabled))
        return;
    const auto run = m_entries[size_t(index.data(Qt::UserRole).toInt())].run;
    closePopup();
    run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_query || event->type() != QEvent::KeyPress)
        return Popup::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int row = m_list->currentIndex().row(), count = m_model->rowCount();
    switch (key->key()) {
    case Qt::Key_Down: m_list->setCurrentIndex(m_model->index(qMin(row + 1, count - 1), 0)); return true;
    case Qt::Key_Up: m_list->setCurrentIndex(m_model->index(qMax(row - 1, 0), 0)); return true;
    case Qt::Key_PageDown: m_list->setCurrentIndex(m_model->index(qMin(row + 10, count - 1), 0)); return true;
    case Qt::Key_PageUp: m_list->setCurrentIndex(m_model->index(qMax(row - 10, 0), 0)); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return true;
    default: return Popup::eventFilter(watched, event);
    }
}

} // namespace barre::app
