// A worker's event loop on Qt's.
#pragma once

#include "runtime/vm/worker.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <atomic>
#include <map>

namespace barre::runtime {

/// Lends Qt's event loop to one worker, on whose thread it lives.
class QtLoop final : public QObject, public Scheduler {
public:
    explicit QtLoop(QObject* parent = nullptr);

    /// The worker that it runs; once, before anything starts.
    void setWorker(Worker& worker) { m_worker = &worker; }
    /// Runs ready strands now, unless they are running: what arrives from a socket is handled without a
    /// detour through the event queue.
    void runReady();

    void wake() override;
    uint64_t callAfter(int64_t nanoseconds, std::function<void()> callback) override;
    void cancelTimer(uint64_t id) override;

protected:
    bool event(QEvent* event) override;

private:
    struct Timer {
        uint64_t id;
        std::function<void()> callback;
    };

    void fireTimers();
    void armTimer();

    Worker* m_worker = nullptr;
    QTimer m_timer;
    std::multimap<int64_t, Timer> m_timers; ///< by when they are due, in nanoseconds of the steady clock
    uint64_t m_nextId = 1;
    std::atomic<bool> m_isPosted{false};
    bool m_isRunning = false;
};

} // namespace barre::runtime
