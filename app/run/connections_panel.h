#pragma once

#include <QtWidgets/QWidget>

class QStackedWidget;
class QTableView;

namespace barre::app {

class ConnectionsModel;
class LiveState;

/// The dock's Connections: who is connected to the running service, and what has passed.
class ConnectionsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionsPanel(LiveState& state, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The empty state's button: open a client in Try it.
    void clientRequested();

private:
    void refresh();

    LiveState& m_state;
    ConnectionsModel* m_model;
    QTableView* m_table;
    QStackedWidget* m_stack;
};

} // namespace barre::app
