#include "designer/problems/problems_model.h"

#include "designer/canvas/icon.h"
#include "designer/canvas/list_delegate.h"
#include "designer/canvas/text.h"
#include "model/project/snapshot.h"
#include "model/text/line_index.h"

#include <algorithm>

namespace barre::designer {

namespace {

QIcon severityIcon(model::Severity severity) {
    switch (severity) {
    case model::Severity::Error: return icon(QStringLiteral("error"), Colour::Error);
    case model::Severity::Warning: return icon(QStringLiteral("warning"), Colour::Warn);
    case model::Severity::Hint: return icon(QStringLiteral("info"), Colour::TextSecondary);
    }
    return {};
}

QString whereOf(const model::Snapshot& snapshot, const model::Diagnostic& problem) {
    const std::string_view text = snapshot.text(problem.path);
    const model::LineColumn place = model::LineIndex(text).place(problem.range.begin);
    return QStringLiteral("%1:%2:%3").arg(toQString(problem.path)).arg(place.line).arg(place.column);
}

} // namespace

void ProblemsModel::setSnapshot(const model::Snapshot& snapshot) {
    beginResetModel();
    m_rows.clear();
    for (const model::Diagnostic& problem : snapshot.diagnostics())
        m_rows.push_back({problem.severity,
                          toQString(problem.message()),
                          whereOf(snapshot, problem),
                          {problem.path, problem.range}});
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row& a, const Row& b) { return a.severity < b.severity; });
    endResetModel();
}

int ProblemsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const Row& row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.message;
    case Qt::DecorationRole: return severityIcon(row.severity);
    case Qt::ToolTipRole: return QStringLiteral("%1\n%2").arg(row.message, row.where);
    case ListDelegate::DetailRole: return row.where;
    default: return {};
    }
}

} // namespace barre::designer
