#include "designer/sidebar/project_model.h"

#include "designer/canvas/icon.h"
#include "designer/canvas/list_delegate.h"
#include "designer/canvas/node_item.h"
#include "designer/canvas/problem_mark.h"
#include "designer/canvas/text.h"
#include "designer/sidebar/tree_delegate.h"

namespace barre::designer {

namespace {

/// The colour of an item's icon says what it is.
Colour colourOf(design::ItemKind kind) {
    switch (design::rowOf(kind).group) {
    case design::ItemGroup::EntryPoints:
        return kind == design::ItemKind::Service           ? Colour::Call
               : kind == design::ItemKind::ConnectionClass ? Colour::Data
                                                           : Colour::TextSecondary;
    case design::ItemGroup::Listeners: return Colour::Run;
    case design::ItemGroup::Connections: return Colour::Call;
    case design::ItemGroup::Types: return Colour::Data;
    case design::ItemGroup::Functions: return Colour::Call;
    case design::ItemGroup::Variables:
        return kind == design::ItemKind::Variable ? Colour::Concurrency : Colour::TextSecondary;
    case design::ItemGroup::Tests: break; // items have the group of their kind
    }
    return Colour::TextSecondary;
}

QString tooltipOf(const design::TreeItem& item) {
    QString text =
        QStringLiteral("%1 %2").arg(toQString(design::rowOf(item.kind).word), toQString(item.label));
    if (item.problems.errors)
        text += u'\n' + (item.problems.errors == 1 ? ProjectModel::tr("One error")
                                                   : ProjectModel::tr("%1 errors").arg(item.problems.errors));
    return text;
}

} // namespace

ProjectModel::ProjectModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Row>()) {}

ProjectModel::~ProjectModel() = default;

void ProjectModel::setTree(design::EntryPoints tree) {
    beginResetModel();
    m_tree = std::move(tree);
    m_root = std::make_unique<Row>();
    for (const design::TreeGroup& group : m_tree.groups) {
        auto row = std::make_unique<Row>();
        row->parent = m_root.get();
        row->place = int(m_root->rows.size());
        row->group = &group;
        fill(*row, group.items);
        m_root->rows.push_back(std::move(row));
    }
    endResetModel();
}

void ProjectModel::setCounts(const QHash<QString, qint64>& counts) {
    if (counts == m_counts)
        return;
    m_counts = counts;
    tellChanged({});
}

void ProjectModel::tellChanged(const QModelIndex& parent) {
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, 0, parent), {ListDelegate::DetailRole});
    for (int row = 0; row < rows; ++row)
        tellChanged(index(row, 0, parent));
}

void ProjectModel::fill(Row& row, const std::vector<design::TreeItem>& items) {
    for (const design::TreeItem& item : items) {
        auto below = std::make_unique<Row>();
        below->parent = &row;
        below->place = int(row.rows.size());
        below->item = &item;
        below->group = row.group;
        fill(*below, item.children);
        row.rows.push_back(std::move(below));
    }
}

const ProjectModel::Row& ProjectModel::rowOf(const QModelIndex& index) const {
    return index.isValid() ? *static_cast<const Row*>(index.constInternalPointer()) : *m_root;
}

QModelIndex ProjectModel::indexOf(const Row& row) const {
    return &row == m_root.get() ? QModelIndex() : createIndex(row.place, 0, &row);
}

const ProjectModel::Row* ProjectModel::find(const Row& below, const model::SymbolId& symbol) const {
    for (const auto& row : below.rows) {
        if (row->item && row->item->id == symbol)
            return row.get();
        if (const Row* found = find(*row, symbol))
            return found;
    }
    return nullptr;
}

QModelIndex ProjectModel::indexOf(const model::SymbolId& symbol,
                                  std::optional<design::ItemGroup> preferred) const {
    if (symbol.empty())
        return {};
    for (const auto& heading : m_root->rows)
        if (const Row* row = heading->group->group == preferred ? find(*heading, symbol) : nullptr)
            return indexOf(*row);
    const Row* row = find(*m_root, symbol);
    return row ? indexOf(*row) : QModelIndex();
}

const design::TreeItem* ProjectModel::item(const QModelIndex& index) const {
    return rowOf(index).item;
}

QModelIndex ProjectModel::index(int row, int column, const QModelIndex& parent) const {
    const Row& above = rowOf(parent);
    if (column != 0 || row < 0 || row >= int(above.rows.size()))
        return {};
    return indexOf(*above.rows[size_t(row)]);
}

QModelIndex ProjectModel::parent(const QModelIndex& index) const {
    const Row* above = index.isValid() ? rowOf(index).parent : nullptr;
    return above ? indexOf(*above) : QModelIndex();
}

int ProjectModel::rowCount(const QModelIndex& parent) const {
    return int(rowOf(parent).rows.size());
}

/// Tests are looked at now and then.
bool ProjectModel::isFoldable(const Row& row) {
    return !row.item && row.group && row.group->group == design::ItemGroup::Tests;
}

QVariant ProjectModel::headingData(const Row& row, int role) const {
    const QString name = toQString(row.group->title);
    switch (role) {
    case Qt::DisplayRole:
    case SearchRole: return name;
    case ListDelegate::HeadingRole: return true;
    case TreeDelegate::FoldableRole: return isFoldable(row);
    case GroupRole: return int(row.group->group);
    case Qt::ToolTipRole: return isFoldable(row) ? QString() : tr("Add to %1 (Ins)").arg(name.toLower());
    default: return {};
    }
}

/// What stands in a group says its module, what stands below that does not say it again.
QString ProjectModel::shownName(const Row& row) {
    const design::TreeItem& item = *row.item;
    const bool isTop = !row.parent->item;
    return isTop && design::rowOf(item.kind).isNamed ? withModule(item.module, item.label)
                                                     : toQString(item.label);
}

QVariant ProjectModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Row& row = rowOf(index);
    if (!row.item)
        return headingData(row, role);
    const design::TreeItem& item = *row.item;
    switch (role) {
    case Qt::DisplayRole:
    case SearchRole: return shownName(row);
    case Qt::DecorationRole: return icon(toQString(item.icon), colourOf(item.kind));
    case Qt::ToolTipRole: return tooltipOf(item);
    case ListDelegate::DetailRole: {
        const auto count = m_counts.constFind(toQString(item.id.path));
        return count == m_counts.constEnd() ? toQString(item.detail) : QString::number(*count);
    }
    case ListDelegate::MarkRole: return int(markOf(item.problems));
    case SymbolRole: return toQString(item.id.path);
    case KindRole: return int(item.kind);
    case GroupRole: return int(row.group->group);
    default: return {};
    }
}

Qt::ItemFlags ProjectModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable; // headings too: keys reach their +
}

} // namespace barre::designer
