#pragma once

#include "app/run/service_process.h"

#include <QtWidgets/QWidget>

class QLineEdit;
class QStackedWidget;

namespace barre::app {

class LogView;

/// The dock's Console: what the service writes, what Barre says of it, with a filter.
class ConsolePanel : public QWidget {
    Q_OBJECT

public:
    explicit ConsolePanel(ServiceProcess& process, QWidget* parent = nullptr);

Q_SIGNALS:
    /// A place in a source file was clicked; `line` and `column` count from 1.
    void placeActivated(const QString& file, int line, int column);
    /// The empty state's button.
    void runRequested();

private:
    void write(const ConsoleLine& line);
    void clear();

    LogView* m_view;
    QLineEdit* m_filter;
    QStackedWidget* m_stack;
};

} // namespace barre::app
