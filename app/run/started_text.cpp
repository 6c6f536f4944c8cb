#include "app/run/started_text.h"

#include "app/run/service_process.h"
#include "designer/session/design_session.h"

#include <algorithm>

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

namespace {

/// Whether both say the same of the program; tests are none of its text.
bool isSameProgram(const model::FileTexts& a, const model::FileTexts& b) {
    const auto holds = [](const model::FileTexts& texts, const model::FileTexts& others) {
        return std::ranges::all_of(others, [&](const auto& file) {
            const auto found = texts.find(file.first);
            return model::isTestFile(file.first) || (found != texts.end() && found->second == file.second);
        });
    };
    return holds(a, b) && holds(b, a);
}

} // namespace

void StartedText::compare() {
    const bool runs = m_process.state() == RunState::Starting || m_process.state() == RunState::Running;
    const bool isOlder = runs && !m_process.target().isTest && m_process.target().path == m_session.path() &&
                         !isSameProgram(m_session.workspace().texts, m_texts);
    if (isOlder == m_isOlder)
        return;
    m_isOlder = isOlder;
    Q_EMIT changed();
}

} // namespace barre::app
