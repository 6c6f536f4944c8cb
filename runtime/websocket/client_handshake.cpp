#include "runtime/websocket/client_handshake.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRandomGenerator>
#include <QtCore/QUrl>

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace barre::runtime::websocket {

namespace {

constexpr auto deflateOffer = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

std::string newKey() {
    quint32 bytes[4];
    QRandomGenerator::system()->fillRange(bytes);
    return QByteArray(reinterpret_cast<char*>(bytes), sizeof bytes).toBase64().toStdString();
}

/// RFC 6455 4.2.2: what a server answers to a key.
std::string acceptFor(const std::string& key) {
    const QByteArray text = QByteArray::fromStdString(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    return QCryptographicHash::hash(text, QCryptographicHash::Sha1).toBase64().toStdString();
}

/// A non-blocking socket that begins to connect, or -1.
int beginToConnect(const QHostAddress& address, uint16_t port) {
    sockaddr_storage storage{};
    socklen_t size = sizeof(sockaddr_in);
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        auto& six = reinterpret_cast<sockaddr_in6&>(storage);
        six.sin6_family = AF_INET6;
        six.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&six.sin6_addr, &bytes, sizeof bytes);
        size = sizeof six;
    } else {
        auto& four = reinterpret_cast<sockaddr_in&>(storage);
        four.sin_family = AF_INET;
        four.sin_port = htons(port);
        four.sin_addr.s_addr = htonl(address.toIPv4Address());
    }
    const int descriptor = ::socket(storage.ss_family, SOCK_STREAM, 0);
    if (descriptor < 0)
        return -1;
    http::prepareSocket(descriptor);
    if (::connect(descriptor, reinterpret_cast<sockaddr*>(&storage), size) == 0 || errno == EINPROGRESS)
        return descriptor;
    ::close(descriptor);
    return -1;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string list;
    for (const std::string& text : texts)
        list += (list.empty() ? "" : ", ") + text;
    return list;
}

} // namespace

std::string readUrl(const std::string& url, HandshakeRequest& request, bool& isSecure) {
    const QUrl parsed(QString::fromStdString(url), QUrl::StrictMode);
    const QString scheme = parsed.scheme();
    isSecure = scheme == QLatin1String("wss") || scheme == QLatin1String("https");
    const bool isPlain = scheme == QLatin1String("ws") || scheme == QLatin1String("http");
    if (!parsed.isValid() || parsed.host().isEmpty() || (!isSecure && !isPlain))
        return "Malformed URL: " + url;
    request.host = parsed.host(QUrl::FullyEncoded).toStdString();
    request.port = uint16_t(parsed.port(isSecure ? 443 : 80));
    request.target = parsed.path(QUrl::FullyEncoded).toStdString();
    if (request.target.empty())
        request.target += '/';
    if (parsed.hasQuery()) {
        request.target += '?';
        request.target += parsed.query(QUrl::FullyEncoded).toStdString();
    }
    return {};
}

ClientHandshake::ClientHandshake(http::Poller& poller, HandshakeRequest request, Done done)
    : m_poller(poller), m_request(std::move(request)), m_done(std::move(done)), m_key(newKey()) {
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail("Error", "Error: Handshake timed out"); });
}

ClientHandshake::~ClientHandshake() {
    closeSocket();
}

void ClientHandshake::start() {
    m_deadline.start(m_request.timeout);
    QHostInfo::lookupHost(QString::fromStdString(m_request.host), this,
                          [this](const QHostInfo& info) { resolved(info); });
}

void ClientHandshake::resolved(const QHostInfo& info) {
    const auto addresses = info.addresses();
    m_addresses.assign(addresses.begin(), addresses.end());
    if (m_addresses.empty())
        return fail("ConnectionError", "ConnectionError: The host '" + m_request.host + "' is not known");
    m_out = head();
    connectNext();
}

void ClientHandshake::connectNext() {
    while (m_socket < 0 && !m_addresses.empty()) {
        m_socket = beginToConnect(m_addresses.front(), m_request.port);
        m_addresses.pop_front();
    }
    if (m_socket < 0)
        return fail("ConnectionError", "ConnectionError: IO Error");
    m_poller.add(m_socket, this);
}

void ClientHandshake::ready(bool) {
    if (!m_stream && !isConnected())
        return;
    if (!m_out.empty())
        writeRequest();
    if (m_stream)
        readResponse();
}

/// Makes the stream when the socket has connected, else goes on to the next address.
bool ClientHandshake::isConnected() {
    int error = 0;
    socklen_t size = sizeof error;
    sockaddr_storage peer{};
    socklen_t peerSize = sizeof peer;
    ::getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0) {
        closeSocket();
        connectNext();
        return false;
    }
    if (::getpeername(m_socket, reinterpret_cast<sockaddr*>(&peer), &peerSize) != 0)
        return false; // still on its way
    m_stream =
        m_request.tls ? m_request.tls->connect(m_socket, m_request.serverName) : http::plainStream(m_socket);
    return true;
}

void ClientHandshake::writeRequest() {
    while (!m_out.empty()) {
        const http::Transfer put = m_stream->write(m_out);
        if (put.status == http::Transfer::Status::Blocked)
            return;
        if (put.status != http::Transfer::Status::Done)
            return failStream(put);
        m_out.erase(0, put.size);
    }
}

void ClientHandshake::readResponse() {
    char bytes[8192];
    while (true) {
        const http::Transfer got = m_stream->read(bytes, sizeof bytes);
        if (got.status == http::Transfer::Status::Blocked)
            return;
        if (got.status != http::Transfer::Status::Done)
            return failStream(got);
        switch (m_parser.feed({bytes, got.size})) {
        case http::ResponseHeadParser::State::Incomplete: break;
        case http::ResponseHeadParser::State::Complete: return judge();
        case http::ResponseHeadParser::State::Failed:
            return fail("InvalidHandshakeError", "InvalidHandshakeError: The answer is not HTTP");
        }
    }
}

void ClientHandshake::judge() {
    HandshakeResult result;
    result.head = m_parser.head();
    if (const std::string fault = faultOf(result.head, result); !fault.empty()) {
        result.errorType = "InvalidHandshakeError";
        result.message = "InvalidHandshakeError: " + fault;
        return finish(std::move(result));
    }
    result.rest = m_parser.rest();
    m_poller.remove(m_socket, this);
    m_socket = -1;
    result.stream = std::move(m_stream);
    finish(std::move(result));
}

/// What is wrong with the answer (RFC 6455 4.1), empty if nothing is.
std::string ClientHandshake::faultOf(const http::ResponseHead& head, HandshakeResult& result) const {
    if (head.status != 101)
        return "Invalid handshake response getStatus: " + std::to_string(head.status) + " " + head.reason;
    if (!head.hasToken("Upgrade", "websocket") || !head.hasToken("Connection", "Upgrade"))
        return "Invalid handshake response upgrade";
    const std::string* accept = head.header("Sec-WebSocket-Accept");
    if (!accept || *accept != acceptFor(m_key))
        return "Invalid challenge. Actual: " + (accept ? *accept : "null") +
               ". Expected: " + acceptFor(m_key);
    const std::string* protocol = head.header("Sec-WebSocket-Protocol");
    const auto& asked = m_request.subProtocols;
    const bool isAsked = protocol && std::find(asked.begin(), asked.end(), *protocol) != asked.end();
    if (isAsked ? false : protocol || !asked.empty())
        return "Invalid subprotocol. Actual: " + (protocol ? *protocol : "null") +
               ". Expected one of: " + joined(asked);
    if (protocol)
        result.subProtocol = *protocol;
    const std::string* extensions = head.header("Sec-WebSocket-Extensions");
    if (extensions && !extensions->empty()) {
        // Our offer has no parameter that the server could leave out.
        result.deflate = agreeOnDeflate(std::vector<std::string>{*extensions});
        if (!m_request.offersDeflate || !result.deflate ||
            extensions->find("server_no_context_takeover") == std::string::npos)
            return "Invalid extensions: " + *extensions;
    }
    return {};
}

std::string ClientHandshake::head() {
    const bool isDefaultPort = m_request.port == (m_request.tls ? 443 : 80);
    const bool isSix = m_request.host.find(':') != std::string::npos;
    std::string text = "GET " + m_request.target + " HTTP/1.1\r\nHost: ";
    text += isSix ? "[" + m_request.host + "]" : m_request.host;
    text += isDefaultPort ? "" : ":" + std::to_string(m_request.port);
    text += "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: " +
            m_key + "\r\n";
    if (!m_request.subProtocols.empty())
        text += "Sec-WebSocket-Protocol: " + joined(m_request.subProtocols) + "\r\n";
    if (m_request.offersDeflate)
        text += std::string("Sec-WebSocket-Extensions: ") + deflateOffer + "\r\n";
    for (const http::Header& header : m_request.headers)
        text += header.name + ": " + header.value + "\r\n";
    return text + "\r\n";
}

void ClientHandshake::failStream(const http::Transfer& transfer) {
    const std::string tls = m_stream->failure();
    if (!tls.empty())
        return fail("ConnectionError", "ConnectionError: TLS failed: " + tls);
    const bool isEnd = transfer.status == http::Transfer::Status::Ended;
    fail("ConnectionError", isEnd ? "ConnectionError: The service closed the connection without an answer"
                                  : "ConnectionError: IO Error");
}

void ClientHandshake::fail(std::string type, std::string message) {
    HandshakeResult result;
    result.errorType = std::move(type);
    result.message = std::move(message);
    finish(std::move(result));
}

void ClientHandshake::finish(HandshakeResult result) {
    m_deadline.stop();
    closeSocket();
    m_addresses.clear();
    if (const Done done = std::exchange(m_done, nullptr))
        done(std::move(result));
}

void ClientHandshake::closeSocket() {
    if (m_socket < 0)
        return;
    m_poller.remove(m_socket, this);
    if (m_stream)
        m_stream.reset(); // closes it
    else
        ::close(m_socket);
    m_socket = -1;
}

} // namespace barre::runtime::websocket
