#include "designer/flow/clause_form.h"

#include "designer/canvas/controls.h"
#include "designer/forms/form_field.h"

#include <QtWidgets/QHBoxLayout>

namespace barre::designer {

ClauseForm::ClauseForm(int index, int count, bool endsInCatchAll, QWidget* parent)
    : QWidget(parent), m_column(columnIn(this, 6)) {
    const bool isCatchAll = endsInCatchAll && index + 1 == count;
    const QString cannotMove = tr("The branch for everything else is tried last.");
    const int movable = endsInCatchAll ? count - 1 : count;
    auto* up = new IconButton(QStringLiteral("arrow-up"), tr("Try this branch earlier"), this);
    auto* down = new IconButton(QStringLiteral("arrow-down"), tr("Try this branch later"), this);
    auto* remove = new IconButton(QStringLiteral("trash"), tr("Remove this branch"), this);
    setAvailable(up, isCatchAll  ? cannotMove
                     : index > 0 ? QString()
                                 : tr("This branch is tried first already."));
    setAvailable(down, isCatchAll            ? cannotMove
                       : index + 1 < movable ? QString()
                                             : tr("This branch is tried last already."));
    setAvailable(remove, count > 1 ? QString() : tr("A match needs at least one branch."));
    auto* head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(sectionLabel(tr("Branch %1").arg(index + 1), this), 1);
    for (QWidget* button : {up, down, remove})
        head->addWidget(button);
    m_column->addLayout(head);
    connect(up, &QToolButton::clicked, this, [this] { Q_EMIT moveRequested(true); });
    connect(down, &QToolButton::clicked, this, [this] { Q_EMIT moveRequested(false); });
    connect(remove, &QToolButton::clicked, this, &ClauseForm::removeRequested);
}

void ClauseForm::add(FormField* field) {
    m_column->addWidget(field);
}

} // namespace barre::designer
