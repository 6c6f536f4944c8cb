#include "app/run/connections_model.h"

#include "app/run/live_state.h"

namespace barre::app {

namespace {

QString shortened(const QString& id) {
    return id.size() > 9 ? id.left(4) + QChar(0x2026) + id.right(4) : id;
}

QString clockText(qint64 seconds) {
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString lastText(const LiveConnection& connection, const QDateTime& now) {
    if (!connection.open)
        return connection.closeReason.isEmpty() ? ConnectionsModel::tr("closed %1").arg(connection.closeCode)
                                                : ConnectionsModel::tr("closed %1, %2")
                                                      .arg(connection.closeCode)
                                                      .arg(connection.closeReason);
    const double seconds = double(connection.last.msecsTo(now)) / 1000.0;
    if (seconds < 30)
        return ConnectionsModel::tr("%1 s ago").arg(std::max(0.0, seconds), 0, 'f', 1);
    return ConnectionsModel::tr("idle %1 s").arg(qint64(seconds));
}

} // namespace

ConnectionsModel::ConnectionsModel(const LiveState& state, QObject* parent)
    : QAbstractTableModel(parent), m_state(state), m_rows(int(state.connections().size())) {
    connect(&state, &LiveState::changed, this, &ConnectionsModel::refresh);
}

void ConnectionsModel::refresh() {
    const int rows = int(m_state.connections().size());
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

int ConnectionsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

int ConnectionsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ConnectionsModel::text(int row, int column) const {
    const LiveConnection& connection = m_state.connections()[size_t(row)];
    const QDateTime now = QDateTime::currentDateTime();
    switch (column) {
    case Id: return shortened(connection.id);
    case From: return connection.remote;
    case Path: return connection.path;
    case OpenFor: return clockText(connection.opened.secsTo(connection.open ? now : connection.last));
    case In: return QString::number(connection.in);
    case Out: return QString::number(connection.out);
    case Last: return lastText(connection, now);
    }
    return {};
}

QVariant ConnectionsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= int(m_state.connections().size()))
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == Id ? m_state.connections()[size_t(index.row())].id : QVariant();
    case Qt::TextAlignmentRole:
        return int((index.column() == In || index.column() == Out ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    case OpenRole: return m_state.connections()[size_t(index.row())].open;
    }
    return {};
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == In || section == Out ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Id: return tr("id");
    case From: return tr("from");
    case Path: return tr("path");
    case OpenFor: return tr("open for");
    case In: return tr("in");
    case Out: return tr("out");
    case Last: return tr("last");
    }
    return {};
}

} // namespace barre::app
