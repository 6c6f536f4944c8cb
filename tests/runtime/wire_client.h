// A client that speaks raw bytes, for the tests of the gate and of connections. It turns Qt's loop while it
// waits, with a deadline, and never sleeps.
#pragma once

#include "runtime/websocket/frame_writer.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QTimer>
#include <QtNetwork/QTcpSocket>

#include <functional>
#include <string>

namespace barre::tests {

inline constexpr int patienceMs = 30'000;

/// Turns the event loop until the condition holds; false when the deadline passed first.
inline bool waitFor(const std::function<bool()>& condition) {
    const QDeadlineTimer deadline(patienceMs);
    QTimer pulse; // the loop turns even when nothing else happens, to look at the deadline
    pulse.start(100);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

class WireClient {
public:
    explicit WireClient(uint16_t port) {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        waitFor([&] { return m_socket.state() == QTcpSocket::ConnectedState; });
    }

    void send(std::string_view bytes) {
        m_socket.write(bytes.data(), qint64(bytes.size()));
        m_socket.flush();
    }

    /// A masked frame.
    void frame(runtime::websocket::Opcode opcode, std::string_view payload, bool isFinal = true) {
        const uint8_t mask[4] = {0x12, 0x34, 0x56, 0x78};
        std::string bytes;
        runtime::websocket::appendFrame(bytes, {opcode, isFinal, false, mask}, payload);
        send(bytes);
    }

    void upgrade(std::string_view target = "/", std::string_view headers = {}) {
        send("GET " + std::string(target) +
             " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: "
             "13\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
             std::string(headers) + "\r\n");
    }

    /// Waits for that many bytes and takes them.
    std::string take(size_t size) {
        waitFor([&] { return collect().size() >= size || m_socket.state() == QTcpSocket::UnconnectedState; });
        collect();
        std::string taken = m_bytes.substr(0, size);
        m_bytes.erase(0, size);
        return taken;
    }

    /// Waits for the end of a response head and takes it.
    std::string head() {
        waitFor([&] { return collect().find("\r\n\r\n") != std::string::npos || isClosed(); });
        const size_t end = m_bytes.find("\r\n\r\n");
        return take(end == std::string::npos ? m_bytes.size() : end + 4);
    }

    /// The next frame of the server as text: `text:hello`, `close:1000 reason`, `end` when there is none.
    std::string nextFrame() {
        std::string bytes = take(2);
        if (bytes.size() < 2)
            return "end";
        size_t size = uint8_t(bytes[1]) & 127;
        const int extra = size == 126 ? 2 : size == 127 ? 8 : 0;
        if (extra > 0)
            size = 0;
        for (const char c : take(size_t(extra)))
            size = size << 8 | uint8_t(c);
        const std::string payload = take(size);
        const std::string more = bytes[0] & 0x80 ? "" : "+";
        switch (bytes[0] & 0x0F) {
        case 0: return more + "continuation:" + payload;
        case 1: return more + "text:" + payload;
        case 2: return more + "binary:" + payload;
        case 9: return "ping:" + payload;
        case 10: return "pong:" + payload;
        case 8: {
            if (payload.empty())
                return "close:";
            const int code = uint8_t(payload[0]) << 8 | uint8_t(payload[1]);
            return "close:" + std::to_string(code) + (payload.size() > 2 ? " " + payload.substr(2) : "");
        }
        default: return "unknown";
        }
    }

    /// Waits until the server has closed the TCP connection.
    bool endsCleanly() {
        const bool ended = waitFor([&] { return isClosed(); });
        collect();
        return ended && m_bytes.empty() && m_socket.error() == QTcpSocket::RemoteHostClosedError;
    }

    bool isClosed() const { return m_socket.state() != QTcpSocket::ConnectedState; }
    void hangUp() { m_socket.disconnectFromHost(); }
    void reset() { m_socket.abort(); }
    QTcpSocket& socket() { return m_socket; }

private:
    const std::string& collect() {
        const QByteArray bytes = m_socket.readAll();
        m_bytes.append(bytes.data(), size_t(bytes.size()));
        return m_bytes;
    }

    QTcpSocket m_socket;
    std::string m_bytes;
};

} // namespace barre::tests
