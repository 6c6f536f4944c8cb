#include "app/run/live_bridge.h"

#include "app/run/live_state.h"
#include "app/run/service_process.h"
#include "designer/canvas/text.h"
#include "designer/session/design_session.h"

namespace barre::app {

using designer::LiveMarks;

LiveBridge::LiveBridge(ServiceProcess& process, LiveState& state, designer::DesignSession& session,
                       QObject* parent)
    : QObject(parent), m_process(process), m_state(state) {
    connect(&process, &ServiceProcess::stateChanged, this, [this](RunState runState) {
        if (runState == RunState::Starting) {
            m_edits.clear();
            m_state.clear();
        }
        Q_EMIT marksChanged(marks());
    });
    connect(&process, &ServiceProcess::eventArrived, &state, &LiveState::add);
    connect(&state, &LiveState::changed, this, [this] { Q_EMIT marksChanged(marks()); });
    connect(&session, &designer::DesignSession::textChanged, this, &LiveBridge::rememberEdit);
}

void LiveBridge::rememberEdit(const model::WorkspaceEdit& edit) {
    if (m_process.state() != RunState::Stopped)
        m_edits.push_back(edit);
}

void LiveBridge::addSteps(LiveMarks& marks) const {
    for (const StepCount& step : m_state.steps()) {
        LiveMarks::Step mark{designer::toStdString(step.file), {step.begin, step.end}, step.count};
        for (const model::WorkspaceEdit& edit : m_edits)
            for (const model::FileEdit& file : edit.files)
                if (file.path == mark.file)
                    mark.range = model::mapRange(mark.range, file.edits);
        marks.steps.push_back(std::move(mark));
    }
}

LiveMarks LiveBridge::marks() const {
    LiveMarks marks;
    if (m_process.state() != RunState::Running || m_process.target().isTest)
        return marks;
    marks.running = true;
    marks.connections = m_state.openConnections();
    for (const LiveConnection& connection : m_state.connections())
        if (connection.open)
            ++marks.connectionsOfService[designer::toStdString(connection.service)];
    for (auto it = m_state.handlers().begin(); it != m_state.handlers().end(); ++it)
        marks.handlers[designer::toStdString(it.key())] = {it->calls, it->errors + it->panics,
                                                           it->microseconds};
    marks.messagesPerSecond = m_state.messagesPerSecond();
    marks.messageRate = m_state.messageRate();
    marks.failures = m_state.errors();
    addSteps(marks);
    return marks;
}

} // namespace barre::app
