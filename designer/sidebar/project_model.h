#pragma once

#include "model/design/entry_points.h"

#include <QtCore/QAbstractItemModel>
#include <QtCore/QHash>

#include <memory>
#include <optional>
#include <vector>

namespace barre::designer {

/// The project tree as an item model: groups as headings, declarations below them. Filled anew from a
/// snapshot's tree; rows keep their identity by SymbolId so that what is expanded stays so.
class ProjectModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role { SymbolRole = Qt::UserRole + 1, KindRole, GroupRole, SearchRole };

    explicit ProjectModel(QObject* parent = nullptr);
    ~ProjectModel() override;

    void setTree(design::EntryPoints tree);
    /// How often each handler of the running service was called, shown in place of its detail.
    void setCounts(const QHash<QString, qint64>& counts);
    const design::EntryPoints& tree() const { return m_tree; }
    /// Null for a heading.
    const design::TreeItem* item(const QModelIndex& index) const;
    /// Where a declaration stands: in that group if it does, for a class stands in two.
    QModelIndex indexOf(const model::SymbolId& symbol, std::optional<design::ItemGroup> preferred = {}) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& = {}) const override { return 1; }
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        Row* parent = nullptr;
        int place = 0;
        const design::TreeGroup* group = nullptr;
        const design::TreeItem* item = nullptr;
        std::vector<std::unique_ptr<Row>> rows;
    };

    void tellChanged(const QModelIndex& parent);
    static void fill(Row& row, const std::vector<design::TreeItem>& items);
    const Row& rowOf(const QModelIndex& index) const;
    QModelIndex indexOf(const Row& row) const;
    const Row* find(const Row& below, const model::SymbolId& symbol) const;
    QVariant headingData(const Row& row, int role) const;
    static bool isFoldable(const Row& row);
    static QString shownName(const Row& row);

    design::EntryPoints m_tree;
    QHash<QString, qint64> m_counts;
    std::unique_ptr<Row> m_root;
};

} // namespace barre::designer
