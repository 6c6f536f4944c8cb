#include "runtime/websocket/handshake.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>
#include <QtNetwork/QTcpSocket>
#include <QtWebSockets/QWebSocket>

#include <algorithm>
#include <memory>

namespace barre::runtime::websocket {

namespace {

/// A connected socket whose bytes are in memory: QWebSocketServer reads a clean head from it, never the
/// client's own, and its answer is looked through before the client gets it.
class HandshakePipe final : public QTcpSocket {
public:
    explicit HandshakePipe(std::string head) : m_head(std::move(head)) {
        setSocketState(ConnectedState);
        setOpenMode(ReadWrite | Unbuffered);
    }

    const std::string& response() const { return m_response; }

    qint64 bytesAvailable() const override { return qint64(m_head.size() - m_read); }
    qint64 bytesToWrite() const override { return 0; }
    bool canReadLine() const { return m_head.find('\n', m_read) != std::string::npos; }
    void close() override { disconnectFromHost(); }
    void disconnectFromHost() override {
        m_read = m_head.size();
        setSocketState(UnconnectedState);
        setOpenMode(NotOpen);
    }

protected:
    qint64 readData(char* data, qint64 size) override {
        const size_t count = m_head.copy(data, size_t(size), m_read);
        m_read += count;
        return qint64(count);
    }
    qint64 skipData(qint64 size) override {
        const size_t count = std::min(size_t(size), m_head.size() - m_read);
        m_read += count;
        return qint64(count);
    }
    qint64 writeData(const char* data, qint64 size) override {
        m_response.append(data, size_t(size));
        return size;
    }

private:
    std::string m_head;
    size_t m_read = 0;
    std::string m_response;
};

std::string cleanHead(const http::UpgradeRequest& request) {
    return "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " +
           request.key + "\r\n\r\n";
}

/// The value of a header in a response that we know to be well formed.
std::string headerValue(const std::string& response, std::string_view name) {
    for (size_t line = response.find("\r\n"); line != std::string::npos;
         line = response.find("\r\n", line + 2)) {
        const size_t begin = line + 2;
        const size_t colon = response.find(':', begin);
        if (colon != std::string::npos &&
            http::equalIgnoringCase(std::string_view(response).substr(begin, colon - begin), name))
            return response.substr(colon + 2, response.find("\r\n", colon) - colon - 2);
    }
    return {};
}

void addHeader(std::string& text, std::string_view name, std::string_view value) {
    if (!value.empty())
        text.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

bool isValidHeader(const std::string& name, const std::string& value) {
    return http::isToken(name) &&
           std::none_of(value.begin(), value.end(), [](char c) { return uint8_t(c) < 0x20 && c != '\t'; });
}

Handshaker::Handshaker() : m_server(QString(), QWebSocketServer::NonSecureMode) {}

std::string Handshaker::answer(const http::UpgradeRequest& request, const HandshakeReply& reply) {
    const QPointer<HandshakePipe> pipe = new HandshakePipe(cleanHead(request));
    m_server.handleConnection(pipe);
    // The server looks at the head in a queued call to itself; it is made now, so that the answer is known
    // here.
    QCoreApplication::sendPostedEvents(&m_server, QEvent::MetaCall);
    const bool isAccepted = std::unique_ptr<QWebSocket>(m_server.nextPendingConnection()) != nullptr;
    const std::string accept = pipe ? headerValue(pipe->response(), "Sec-WebSocket-Accept") : std::string();
    delete pipe; // neither the server nor the QWebSocket does it
    if (!isAccepted || accept.empty())
        return {};
    std::string text = "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n";
    addHeader(text, "sec-websocket-accept", accept);
    addHeader(text, "sec-websocket-protocol", reply.subProtocol);
    addHeader(text, "sec-websocket-extensions", reply.extensions);
    addHeader(text, "server", reply.serverName);
    for (const auto& [name, value] : reply.headers)
        addHeader(text, name, value);
    return text + "\r\n";
}

} // namespace barre::runtime::websocket
