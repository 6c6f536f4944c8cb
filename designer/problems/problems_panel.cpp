#include "designer/problems/problems_panel.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/list_delegate.h"
#include "designer/problems/problems_model.h"
#include "designer/session/design_session.h"
#include "model/project/snapshot.h"

#include <QtWidgets/QListView>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

ProblemsPanel::ProblemsPanel(DesignSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new ProblemsModel(this)), m_list(new QListView(this)),
      m_stack(new QStackedWidget(this)) {
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ListDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Problems"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(new EmptyState(QStringLiteral("check"), tr("No problems in this project."), {}, this));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_stack);
    const auto activate = [this](const QModelIndex& index) {
        Q_EMIT problemActivated(m_model->place(index.row()));
    };
    connect(m_list, &QListView::clicked, this, activate);
    connect(m_list, &QListView::activated, this, activate);
    for (const auto signal :
         {&DesignSession::opened, &DesignSession::closed, &DesignSession::snapshotChanged})
        connect(&session, signal, this, &ProblemsPanel::refresh);
    refresh();
}

void ProblemsPanel::refresh() {
    m_model->setSnapshot(*m_session.snapshot());
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
}

QString problemBadge(const DesignSession& session) {
    const auto& problems = session.snapshot()->diagnostics();
    return problems.empty() ? QString() : QString::number(problems.size());
}

} // namespace barre::designer
