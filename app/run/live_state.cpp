#include "app/run/live_state.h"

#include <algorithm>

namespace barre::app {

namespace {
constexpr int notifyEveryMs = 33;
constexpr int closedKept = 100;
} // namespace

LiveState::LiveState(QObject* parent) : QObject(parent) {
    m_clock.start();
    m_notify.setSingleShot(true);
    m_notify.setInterval(notifyEveryMs);
    connect(&m_notify, &QTimer::timeout, this, &LiveState::changed);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        advanceClock();
        Q_EMIT changed();
    });
}

void LiveState::clear() {
    m_connections.clear();
    m_handlers.clear();
    m_steps.clear();
    m_history.fill(0);
    m_errors = 0;
    m_open = 0;
    m_tick.stop();
    Q_EMIT changed();
}

void LiveState::add(const LiveEvent& event) {
    advanceClock();
    switch (event.kind) {
    case LiveEvent::Kind::Listening: m_tick.start(); break;
    case LiveEvent::Kind::Stopped: m_tick.stop(); break;
    case LiveEvent::Kind::Opened: open(event); break;
    case LiveEvent::Kind::Closed: close(event); break;
    case LiveEvent::Kind::Frame: countFrame(event); break;
    case LiveEvent::Kind::Handler: countHandler(event); break;
    case LiveEvent::Kind::Refused: ++m_errors; break;
    case LiveEvent::Kind::Counts: m_steps = event.stepCounts; break;
    case LiveEvent::Kind::Dropped: countUntold(event); break;
    }
    if (!m_notify.isActive())
        m_notify.start();
}

LiveConnection* LiveState::find(const QString& id) {
    const auto it = std::find_if(m_connections.begin(), m_connections.end(),
                                 [&](const LiveConnection& connection) { return connection.id == id; });
    return it == m_connections.end() ? nullptr : &*it;
}

void LiveState::open(const LiveEvent& event) {
    LiveConnection connection;
    connection.id = event.id;
    connection.remote = event.remote;
    connection.path = event.path;
    connection.service = event.service;
    connection.className = event.className;
    connection.opened = connection.last = event.time;
    m_connections.insert(m_connections.begin() + m_open, connection);
    ++m_open;
}

void LiveState::close(const LiveEvent& event) {
    LiveConnection* connection = find(event.id);
    if (!connection || !connection->open)
        return;
    connection->open = false;
    connection->closeCode = event.code;
    connection->closeReason = event.text;
    connection->last = event.time;
    const auto it = m_connections.begin() + (connection - m_connections.data());
    --m_open;
    std::rotate(it, it + 1, m_connections.begin() + m_open + 1);
    forgetOldest();
}

void LiveState::forgetOldest() {
    const size_t most = size_t(m_open) + closedKept;
    if (m_connections.size() > most)
        m_connections.resize(most);
}

void LiveState::countFrame(const LiveEvent& event) {
    if (LiveConnection* connection = find(event.id)) {
        ++(event.incoming ? connection->in : connection->out);
        connection->last = event.time;
    }
    if (event.frameKind == QLatin1String("text") || event.frameKind == QLatin1String("binary"))
        ++m_history[size_t(m_second % historySeconds)];
}

void LiveState::countHandler(const LiveEvent& event) {
    HandlerCount& count = m_handlers[event.function];
    ++count.calls;
    count.microseconds += event.microseconds;
    const bool panicked = event.outcome == QLatin1String("panic");
    const bool failed = event.outcome == QLatin1String("error");
    count.panics += panicked;
    count.errors += failed;
    m_errors += panicked || failed;
}

void LiveState::countUntold(const LiveEvent& event) {
    m_history[size_t(m_second % historySeconds)] += int(event.size);
    for (auto sum = event.untoldFrames.begin(); sum != event.untoldFrames.end(); ++sum)
        if (LiveConnection* connection = find(sum.key())) {
            connection->in += sum->first;
            connection->out += sum->second;
            connection->last = event.time;
        }
    for (auto sum = event.untoldHandlers.begin(); sum != event.untoldHandlers.end(); ++sum) {
        HandlerCount& count = m_handlers[sum.key()];
        count.calls += sum->first;
        count.microseconds += sum->second;
    }
}

void LiveState::advanceClock() {
    const qint64 now = m_clock.elapsed() / 1000;
    for (qint64 second = std::max(m_second + 1, now - historySeconds + 1); second <= now; ++second)
        m_history[size_t(second % historySeconds)] = 0;
    m_second = now;
}

std::vector<int> LiveState::messagesPerSecond() const {
    std::vector<int> result(historySeconds);
    for (int i = 0; i < historySeconds; ++i)
        result[size_t(i)] = m_history[size_t((m_second + 1 + i) % historySeconds)];
    return result;
}

int LiveState::messageRate() const {
    return m_history[size_t((m_second + historySeconds - 1) % historySeconds)];
}

} // namespace barre::app
