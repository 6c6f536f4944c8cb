#pragma once

#include "model/project/workspace.h"

#include <QtCore/QObject>

namespace barre::designer {
class DesignSession;
}

namespace barre::app {

class ServiceProcess;

/// Knows the text that the running service was started from, and whether the project says something else now.
class StartedText : public QObject {
    Q_OBJECT

public:
    StartedText(ServiceProcess& process, designer::DesignSession& session, QObject* parent = nullptr);

    /// Whether the service runs an older text than the one on screen; never while nothing runs.
    bool isOlder() const { return m_isOlder; }

Q_SIGNALS:
    void changed();

private:
    void remember();
    void compare();

    ServiceProcess& m_process;
    designer::DesignSession& m_session;
    model::FileTexts m_texts;
    bool m_isOlder = false;
};

} // namespace barre::app
