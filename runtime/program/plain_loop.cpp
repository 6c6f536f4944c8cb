#include "runtime/program/plain_loop.h"

#include "runtime/library/natives.h"

#include <chrono>

namespace barre::runtime {

namespace {

int64_t nowNs() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

void PlainLoop::wake() {
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_changed.notify_one();
}

uint64_t PlainLoop::callAfter(int64_t nanoseconds, std::function<void()> callback) {
    uint64_t id = m_nextId++;
    m_timers.emplace(nowNs() + nanoseconds, Timer{id, std::move(callback)});
    return id;
}

void PlainLoop::cancelTimer(uint64_t id) {
    std::erase_if(m_timers, [id](const auto& timer) { return timer.second.id == id; });
}

void PlainLoop::quit() {
    m_quit = true;
}

bool PlainLoop::fireTimers() {
    bool fired = false;
    while (!m_timers.empty() && m_timers.begin()->first <= nowNs()) {
        auto callback = std::move(m_timers.begin()->second.callback);
        m_timers.erase(m_timers.begin());
        callback();
        fired = true;
    }
    return fired;
}

// False: neither a timer nor another thread will ever say something.
bool PlainLoop::await(const Worker& worker) {
    std::unique_lock lock(m_mutex);
    const auto woken = [this] { return m_woken; };
    if (!m_timers.empty())
        m_changed.wait_for(lock, std::chrono::nanoseconds(m_timers.begin()->first - nowNs()), woken);
    else if (m_woken || worker.waitsForWorld())
        m_changed.wait(lock, woken);
    else
        return false;
    m_woken = false;
    return true;
}

bool PlainLoop::run(Worker& worker) {
    while (!m_quit) {
        bool more = worker.runSome();
        if (fireTimers() || more || m_quit)
            continue;
        flushOutput();
        if (!await(worker))
            return false;
    }
    return true;
}

} // namespace barre::runtime
