#pragma once

#include "app/run/live_events.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <array>
#include <vector>

namespace barre::app {

/// A connection as the running service tells of it.
struct LiveConnection {
    QString id, remote, path, service, className;
    QDateTime opened, last;
    qint64 in = 0, out = 0;
    bool open = true;
    int closeCode = 0;
    QString closeReason;
};

/// How a handler has done since the start.
struct HandlerCount {
    qint64 calls = 0, errors = 0, panics = 0, microseconds = 0;
};

/// What is known of the running service, added up from its events. Tells of changes at most 30 times a
/// second.
class LiveState : public QObject {
    Q_OBJECT

public:
    static constexpr int historySeconds = 60;

    explicit LiveState(QObject* parent = nullptr);

    void clear();
    void add(const LiveEvent& event);

    /// Open connections in the order of their opening, then those that closed last (at most 100).
    const std::vector<LiveConnection>& connections() const { return m_connections; }
    int openConnections() const { return m_open; }
    const QHash<QString, HandlerCount>& handlers() const { return m_handlers; }
    const std::vector<StepCount>& steps() const { return m_steps; }
    qint64 errors() const { return m_errors; }
    /// Messages of each of the last 60 seconds, the newest last.
    std::vector<int> messagesPerSecond() const;
    /// Messages in the last whole second.
    int messageRate() const;

Q_SIGNALS:
    void changed();

private:
    LiveConnection* find(const QString& id);
    void open(const LiveEvent& event);
    void close(const LiveEvent& event);
    void countFrame(const LiveEvent& event);
    void countHandler(const LiveEvent& event);
    void countUntold(const LiveEvent& event);
    void advanceClock();
    void forgetOldest();

    std::vector<LiveConnection> m_connections;
    QHash<QString, HandlerCount> m_handlers;
    std::vector<StepCount> m_steps;
    std::array<int, historySeconds> m_history{};
    qint64 m_second = 0;
    qint64 m_errors = 0;
    int m_open = 0;
    QElapsedTimer m_clock;
    QTimer m_notify;
    QTimer m_tick;
};

} // namespace barre::app
