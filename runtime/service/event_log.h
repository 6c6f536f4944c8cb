// The live events as lines of JSON on a local socket, for the designer. See README.md for the lines.
#pragma once

#include "runtime/websocket/events.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtNetwork/QLocalSocket>

#include <map>

namespace barre::runtime {

/// One event as one line, without its time.
QByteArray jsonLine(const websocket::LiveEvent& event, qint64 timeMs);

/// Sends events in batches, at most thirty a second. Of more than anybody can look at it tells the sums.
class EventLog final : public QObject, public websocket::EventSink {
public:
    explicit EventLog(QObject* parent = nullptr);
    ~EventLog() override;

    /// Connects to the server that listens under that name. False: nobody does.
    bool open(const QString& name);
    /// The last line; everything is written when it returns.
    void stopped(int exitCode);

    void happened(const websocket::LiveEvent& event) override;
    bool isWatching() const override { return m_socket.state() == QLocalSocket::ConnectedState; }

private:
    bool isTooMuch(const websocket::LiveEvent& event);
    void add(const QByteArray& line);
    void flush();
    void addSums();

    QLocalSocket m_socket;
    QTimer m_timer;
    QByteArray m_pending;
    QElapsedTimer m_second;
    int m_framesThisSecond = 0;
    qint64 m_dropped = 0;
    std::map<std::string, std::pair<qint64, qint64>> m_frames;   ///< not told: in and out of a connection
    std::map<std::string, std::pair<qint64, qint64>> m_handlers; ///< not told: calls and microseconds
};

} // namespace barre::runtime
