#pragma once

#include "model/design/location.h"

#include <QtWidgets/QWidget>

class QListView;
class QStackedWidget;

namespace barre::designer {

class DesignSession;
class ProblemsModel;

/// Everything that is wrong in the project; a row leads to its place.
class ProblemsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsPanel(DesignSession& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void problemActivated(const barre::design::Location& place);

private:
    void refresh();

    DesignSession& m_session;
    ProblemsModel* m_model;
    QListView* m_list;
    QStackedWidget* m_stack;
};

/// How many errors and warnings the current snapshot has, as the dock's tab shows it.
QString problemBadge(const DesignSession& session);

} // namespace barre::designer
