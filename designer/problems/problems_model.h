#pragma once

#include "model/design/location.h"
#include "model/diagnostics/diagnostic.h"

#include <QtCore/QAbstractListModel>

#include <vector>

namespace barre::model {
class Snapshot;
}

namespace barre::designer {

/// The diagnostics of a snapshot as rows: message, and file with line and column.
class ProblemsModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setSnapshot(const model::Snapshot& snapshot);
    design::Location place(int row) const { return m_rows[size_t(row)].place; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        model::Severity severity;
        QString message;
        QString where;
        design::Location place;
    };
    std::vector<Row> m_rows;
};

} // namespace barre::designer
