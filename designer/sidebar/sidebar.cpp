#include "designer/sidebar/sidebar.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/icon.h"
#include "designer/canvas/text.h"
#include "designer/session/live_marks.h"
#include "designer/sidebar/project_model.h"
#include "designer/sidebar/tree_delegate.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

namespace {

/// A row is shown when it fits or something below it fits.
class TreeFilter : public QSortFilterProxyModel {
public:
    explicit TreeFilter(QObject* parent) : QSortFilterProxyModel(parent) {
        setRecursiveFilteringEnabled(true);
        setAutoAcceptChildRows(false);
        setFilterRole(ProjectModel::SearchRole);
        setFilterCaseSensitivity(Qt::CaseInsensitive);
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        const bool isHeading = !parent.isValid();
        const bool filtering = !filterRegularExpression().pattern().isEmpty();
        return isHeading && filtering ? false : QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }
};

} // namespace

Sidebar::Sidebar(QWidget* parent)
    : QFrame(parent), m_search(new QLineEdit(this)),
      m_nothing(captionLabel(tr("Nothing is called that."), this)), m_view(new QTreeView(this)),
      m_model(new ProjectModel(this)), m_filtered(new TreeFilter(this)) {
    setProperty("role", QStringLiteral("surface"));
    m_search->setProperty("role", QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Filter the project tree"));
    m_search->installEventFilter(this);
    auto* delegate = new TreeDelegate(m_view);
    m_filtered->setSourceModel(m_model);
    m_view->setModel(m_filtered);
    m_view->setItemDelegate(delegate);
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(false);
    m_view->setIndentation(16);
    m_view->setUniformRowHeights(false);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Project"));
    m_view->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 10, 8, 0);
    column->setSpacing(6);
    column->addWidget(m_search);
    column->addWidget(m_nothing);
    column->addWidget(m_view, 1);
    m_nothing->setIndent(8);
    m_nothing->hide();
    connect(m_search, &QLineEdit::textChanged, this, &Sidebar::filter);
    connect(m_view, &QTreeView::clicked, this, &Sidebar::activate);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &Sidebar::openMenu);
    connect(delegate, &TreeDelegate::addClicked, this, &Sidebar::addTo);
}

void Sidebar::addTo(const QModelIndex& heading, const QPoint& point) {
    Q_EMIT addRequested(design::ItemGroup(heading.data(ProjectModel::GroupRole).toInt()), point);
}

QPoint Sidebar::pointBelow(const QModelIndex& row) const {
    const QRect place = m_view->visualRect(row);
    return m_view->viewport()->mapToGlobal(place.bottomLeft() + QPoint(8, 0));
}

void Sidebar::setTree(const design::EntryPoints& tree) {
    const int scroll = m_view->verticalScrollBar()->value();
    m_testsOpen = m_view->isExpanded(testsHeading()) && m_search->text().isEmpty();
    m_model->setTree(tree);
    expand();
    showPlace(m_place);
    m_view->verticalScrollBar()->setValue(scroll);
}

QModelIndex Sidebar::testsHeading() const {
    const QModelIndex last = m_filtered->index(m_filtered->rowCount() - 1, 0);
    return last.data(TreeDelegate::FoldableRole).toBool() ? last : QModelIndex();
}

/// All is open but the tests, unless somebody opened them or looks for something.
void Sidebar::expand() {
    m_view->expandAll();
    if (!m_testsOpen && m_search->text().isEmpty())
        m_view->collapse(testsHeading());
}

void Sidebar::showLive(const LiveMarks& marks) {
    QHash<QString, qint64> counts;
    for (const auto& [symbol, handler] : marks.handlers)
        counts.insert(toQString(symbol), handler.calls);
    m_model->setCounts(counts);
}

/// A class stands in two groups: one stays in the group that one came from.
std::optional<design::ItemGroup> Sidebar::groupToShow(const Place& place) const {
    return place.view == QStringLiteral("types") ? design::ItemGroup::Types : m_group;
}

/// Makes the row of the place the current one, wherever the tree is scrolled.
QModelIndex Sidebar::markPlace() {
    const QModelIndex index = m_filtered->mapFromSource(m_model->indexOf(m_place.symbol, m_group));
    m_view->setAutoScroll(false);
    m_view->setCurrentIndex(index);
    m_view->setAutoScroll(true);
    return index;
}

void Sidebar::showPlace(const Place& place) {
    m_group = groupToShow(place);
    m_place = place;
    const QModelIndex index = markPlace();
    if (index.isValid()) {
        m_group = design::ItemGroup(index.data(ProjectModel::GroupRole).toInt());
        m_view->scrollTo(index);
    } else if (m_view->hasFocus())
        takeFirstRow();
}

void Sidebar::focusSearch() {
    m_search->setFocus();
    m_search->selectAll();
}

void Sidebar::filter(const QString& text) {
    m_filtered->setFilterFixedString(text);
    expand();
    m_nothing->setVisible(m_filtered->rowCount() == 0);
}

const design::TreeItem* Sidebar::itemAt(const QModelIndex& proxyIndex) const {
    return m_model->item(m_filtered->mapToSource(proxyIndex));
}

void Sidebar::activate(const QModelIndex& index) {
    const design::TreeItem* item = itemAt(index);
    if (!item && index.data(TreeDelegate::FoldableRole).toBool())
        m_view->setExpanded(index, !m_view->isExpanded(index));
    if (!item) {
        markPlace(); // a click on a heading goes nowhere
        return;
    }
    m_group = design::ItemGroup(index.data(ProjectModel::GroupRole).toInt());
    // A class is both: under Types it opens in the type diagram, under its service as what serves a
    // connection.
    const bool underTypes = index.data(ProjectModel::GroupRole).toInt() == int(design::ItemGroup::Types);
    Q_EMIT placeRequested({underTypes ? QStringLiteral("types") : QString(), item->id});
}

void Sidebar::openMenu(const QPoint& point) {
    const QModelIndex index = m_view->indexAt(point);
    if (index.data(TreeDelegate::HeadingRole).toBool())
        return addTo(index, m_view->viewport()->mapToGlobal(point));
    const design::TreeItem* found = index.isValid() ? itemAt(index) : nullptr;
    if (!found)
        return;
    const design::TreeItem item = *found;
    QMenu menu(this);
    menu.addAction(icon(QStringLiteral("eye")), tr("Open"), [&] { Q_EMIT placeRequested({{}, item.id}); });
    if (m_fillMenu)
        m_fillMenu(menu, item);
    menu.addSeparator();
    if (design::rowOf(item.kind).isNamed)
        menu.addAction(icon(QStringLiteral("rename")), tr("Rename…\tF2"),
                       [&] { Q_EMIT renameRequested(item.id); });
    menu.addAction(icon(QStringLiteral("trash"), Colour::Error), tr("Delete\tDel"),
                   [&] { Q_EMIT deleteRequested(item.id); });
    menu.exec(m_view->viewport()->mapToGlobal(point));
    showPlace(m_place); // a look at the menu went nowhere
}

/// The first row below `from` that fits the filter by itself, not for what is below it; from the top when
/// `from` is none. Upwards when `down` is false.
QModelIndex Sidebar::nextHit(QModelIndex from, bool down) const {
    const QString wanted = m_search->text();
    do
        from = !from.isValid() ? m_filtered->index(0, 0)
               : down          ? m_view->indexBelow(from)
                               : m_view->indexAbove(from);
    while (from.isValid() &&
           (!itemAt(from) ||
            !from.data(ProjectModel::SearchRole).toString().contains(wanted, Qt::CaseInsensitive)));
    return from;
}

/// What the keys do while the tree is filtered: they go from hit to hit.
bool Sidebar::filterKey(const QObject* watched, int key) {
    const bool inField = watched == m_search, filtering = !m_search->text().isEmpty();
    if (!inField && !filtering)
        return false;
    const QModelIndex hit = nextHit(inField ? QModelIndex() : m_view->currentIndex(), key != Qt::Key_Up);
    switch (key) {
    case Qt::Key_Up:
        if (inField)
            return true;
        [[fallthrough]];
    case Qt::Key_Down:
        m_view->setFocus();
        if (hit.isValid())
            m_view->setCurrentIndex(hit);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (inField && hit.isValid())
            activate(hit);
        return inField;
    case Qt::Key_Escape:
        m_search->clear();
        showPlace(m_place);
        return true;
    default: return false;
    }
}

/// Where there is no current row, keys that come begin at the first one, and one sees where they are.
void Sidebar::takeFirstRow() {
    if (!m_view->currentIndex().isValid() && m_view->window()->testAttribute(Qt::WA_KeyboardFocusChange))
        m_view->selectionModel()->setCurrentIndex(nextHit({}, true), QItemSelectionModel::NoUpdate);
}

bool Sidebar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::FocusIn)
        takeFirstRow();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (filterKey(watched, key))
        return true;
    const design::TreeItem* item = watched == m_view ? itemAt(m_view->currentIndex()) : nullptr;
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    const QModelIndex current = m_view->currentIndex();
    const bool isHeading = watched == m_view && current.data(TreeDelegate::HeadingRole).toBool() &&
                           !current.data(TreeDelegate::FoldableRole).toBool();
    const bool isAdd = key == Qt::Key_Insert || key == Qt::Key_Plus;
    if (watched == m_view && current.isValid() && (isAdd || (isHeading && isEnter)))
        addTo(current, pointBelow(current));
    else if (watched == m_view && isEnter)
        activate(current);
    else if (!item)
        return QFrame::eventFilter(watched, event);
    else if (key == Qt::Key_Delete)
        Q_EMIT deleteRequested(item->id);
    else if (key == Qt::Key_F2 && design::rowOf(item->kind).isNamed)
        Q_EMIT renameRequested(item->id);
    else
        return QFrame::eventFilter(watched, event);
    return true;
}

} // namespace barre::designer
