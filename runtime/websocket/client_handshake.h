// The client's side of an opening handshake: finds the host, connects, asks for the upgrade and judges the
// answer.
#pragma once

#include "runtime/http/poller.h"
#include "runtime/http/response_head.h"
#include "runtime/http/stream.h"
#include "runtime/http/tls.h"
#include "runtime/websocket/deflate.h"

#include <QtCore/QTimer>
#include <QtNetwork/QHostInfo>

#include <deque>
#include <functional>

namespace barre::runtime::websocket {

/// Where a client connects to and what it asks for.
struct HandshakeRequest {
    std::string host;
    uint16_t port = 0;
    std::string target;                    ///< path and query
    std::shared_ptr<http::TlsContext> tls; ///< null: plain TCP
    std::string serverName;                ///< for TLS
    std::vector<std::string> subProtocols;
    std::vector<http::Header> headers;
    bool offersDeflate = true;
    std::chrono::milliseconds timeout{300'000};
};

/// `ws://host:port/path?query`; what is wrong with the text, or empty.
std::string readUrl(const std::string& url, HandshakeRequest& request, bool& isSecure);

struct HandshakeResult {
    std::unique_ptr<http::Stream> stream; ///< null: it failed
    std::string rest;                     ///< what came behind the head
    http::ResponseHead head;
    std::string subProtocol;
    std::optional<DeflateAgreement> deflate;
    std::string errorType; ///< `ConnectionError`
    std::string message;
};

/// Runs once. `done` is the last thing that it does.
class ClientHandshake final : public QObject, http::Watcher {
public:
    using Done = std::function<void(HandshakeResult)>;

    ClientHandshake(http::Poller& poller, HandshakeRequest request, Done done);
    ~ClientHandshake() override;
    void start();

private:
    void resolved(const QHostInfo& info);
    void connectNext();
    void ready(bool atEnd) override;
    bool isConnected();
    void writeRequest();
    void readResponse();
    void judge();
    std::string faultOf(const http::ResponseHead& head, HandshakeResult& result) const;
    std::string head();
    void fail(std::string type, std::string message);
    void failStream(const http::Transfer& transfer);
    void finish(HandshakeResult result);
    void closeSocket();

    http::Poller& m_poller;
    HandshakeRequest m_request;
    Done m_done;
    QTimer m_deadline;
    std::deque<QHostAddress> m_addresses;
    int m_socket = -1; ///< while it connects; then the stream owns it
    std::unique_ptr<http::Stream> m_stream;
    std::string m_key;
    std::string m_out; ///< of the request, what is still to be written
    http::ResponseHeadParser m_parser;
};

} // namespace barre::runtime::websocket
