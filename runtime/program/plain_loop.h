#pragma once

#include "runtime/vm/worker.h"

#include <condition_variable>
#include <map>
#include <mutex>

namespace barre::runtime {

/// The event loop of a program without listeners: runs ready strands, waits for timers and for other
/// threads. No sockets, no Qt.
class PlainLoop : public Scheduler {
public:
    void wake() override;
    uint64_t callAfter(int64_t nanoseconds, std::function<void()> callback) override;
    void cancelTimer(uint64_t id) override;

    /// Until `quit`. False: nothing can happen any more although nobody has called it.
    bool run(Worker& worker);
    void quit();

private:
    struct Timer {
        uint64_t id;
        std::function<void()> callback;
    };
    bool fireTimers();
    bool await(const Worker& worker);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken = false;
    bool m_quit = false;
    uint64_t m_nextId = 1;
    std::multimap<int64_t, Timer> m_timers; ///< by the time of the steady clock
};

} // namespace barre::runtime
