#pragma once

#include <QtCore/QAbstractTableModel>

namespace barre::app {

class LiveState;

/// The live connections as a table: id, from, path, open for, in, out, last.
class ConnectionsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Id, From, Path, OpenFor, In, Out, Last, ColumnCount };
    enum Role { OpenRole = Qt::UserRole + 1 };

    explicit ConnectionsModel(const LiveState& state, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    QString text(int row, int column) const;

    const LiveState& m_state;
    int m_rows = 0;
};

} // namespace barre::app
