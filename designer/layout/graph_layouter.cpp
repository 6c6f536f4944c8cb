#include "designer/layout/graph_layouter.h"

#include <mutex>

namespace barre::designer {

namespace {

/// Graphviz keeps global state: one layout at a time in the whole program.
GraphPlaces layoutAlone(const GraphShape& shape) {
    static std::mutex graphviz;
    const std::lock_guard lock(graphviz);
    return layoutGraph(shape);
}

} // namespace

GraphLayouter::GraphLayouter(QObject* parent) : QObject(parent), m_worker(new QObject) {
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("layout"));
    m_thread.start();
}

GraphLayouter::~GraphLayouter() {
    m_thread.quit();
    m_thread.wait();
}

void GraphLayouter::request(const GraphShape& shape) {
    const int number = ++m_requested;
    QMetaObject::invokeMethod(m_worker, [this, shape, number] {
        const GraphPlaces places = layoutAlone(shape);
        QMetaObject::invokeMethod(this, [this, places, number] {
            m_answered = std::max(m_answered, number);
            if (number == m_requested)
                Q_EMIT laidOut(places);
        });
    });
}

} // namespace barre::designer
