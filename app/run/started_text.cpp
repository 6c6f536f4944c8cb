#include "app/run/started_text.h"

#include "app/run/service_process.h"
#include "designer/session/design_session.h"

namespace barre::app {

StartedText::StartedText(ServiceProcess& process, designer::DesignSession& session, QObject* parent)
    : QObject(parent), m_process(process), m_session(session) {
    connect(&process, &ServiceProcess::stateChanged, this, [this](RunState state) {
        if (state == RunState::Starting)
            remember();
        compare();
    });
    for (const auto signal : {&designer::DesignSession::snapshotChanged, &designer::DesignSession::opened,
                              &designer::DesignSession::closed})
        connect(&session, signal, this, &StartedText::compare);
}

/// The service reads what is on disk.
void StartedText::remember() {
    m_texts = m_session.savedTexts();
}

void StartedText::compare() {
    const bool runs = m_process.state() == RunState::Starting || m_process.state() == RunState::Running;
    const bool isOlder =
        runs && m_process.target().path == m_session.path() && m_session.workspace().texts != m_texts;
    if (isOlder == m_isOlder)
        return;
    m_isOlder = isOlder;
    Q_EMIT changed();
}

} // namespace barre::app
