#pragma once

#include "designer/layout/graph_layout.h"

#include <QtCore/QObject>
#include <QtCore/QThread>

namespace barre::designer {

/// Lays graphs out on a thread of its own, so that a large one never holds up the window. Only the newest
/// request is answered: a request that was overtaken is dropped.
class GraphLayouter : public QObject {
    Q_OBJECT

public:
    explicit GraphLayouter(QObject* parent = nullptr);
    ~GraphLayouter() override;

    /// Asks for a layout; `laidOut` brings it.
    void request(const GraphShape& shape);
    bool busy() const { return m_answered != m_requested; }

Q_SIGNALS:
    void laidOut(const barre::designer::GraphPlaces& places);

private:
    QThread m_thread;
    QObject* m_worker;
    int m_requested = 0;
    int m_answered = 0;
};

} // namespace barre::designer
