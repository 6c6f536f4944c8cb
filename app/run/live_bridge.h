#pragma once

#include "designer/session/live_marks.h"
#include "model/text/text_edit.h"

#include <QtCore/QObject>

namespace barre::designer {
class DesignSession;
}

namespace barre::app {

class LiveState;
class ServiceProcess;

/// Turns what the running service tells into marks on the drawings. The service runs the text of its start;
/// steps are brought to the text of this moment through every edit since.
class LiveBridge : public QObject {
    Q_OBJECT

public:
    LiveBridge(ServiceProcess& process, LiveState& state, designer::DesignSession& session,
               QObject* parent = nullptr);

    designer::LiveMarks marks() const;

Q_SIGNALS:
    void marksChanged(const barre::designer::LiveMarks& marks);

private:
    void addSteps(designer::LiveMarks& marks) const;
    void rememberEdit(const model::WorkspaceEdit& edit);

    ServiceProcess& m_process;
    LiveState& m_state;
    std::vector<model::WorkspaceEdit> m_edits; ///< since the service started
};

} // namespace barre::app
