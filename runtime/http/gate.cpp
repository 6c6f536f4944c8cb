#include "runtime/http/gate.h"

#include "runtime/http/port_owner.h"
#include "runtime/http/tls.h"

#include <QtNetwork/QHostAddress>

#include <sys/socket.h>

namespace barre::runtime::http {

using Clock = std::chrono::steady_clock;

namespace {

constexpr int backlog = 4096;
constexpr size_t halfOpenLimit = 4096;

std::string listenFailure(const GateOptions& options, const QTcpServer& server) {
    const std::string port = std::to_string(options.port);
    if (server.serverError() != QAbstractSocket::AddressInUseError)
        return "Cannot listen on " + options.host + ":" + port + ": " + server.errorString().toStdString();
    const std::string owner = portOwner(options.port);
    return "Cannot listen on port " + port + ": it is in use" + (owner.empty() ? "" : " by " + owner) +
           ". Stop that program or choose another port";
}

} // namespace

PendingUpgrade::PendingUpgrade(Poller& poller, std::unique_ptr<Stream> stream, UpgradeRequest request,
                               std::string rest, std::string remote, std::string serverName)
    : m_poller(&poller), m_stream(std::move(stream)), m_request(std::move(request)), m_rest(std::move(rest)),
      m_remote(std::move(remote)), m_serverName(std::move(serverName)) {}

PendingUpgrade::~PendingUpgrade() {
    if (m_stream)
        refuse({500, "The upgrade was not answered"});
}

void PendingUpgrade::refuse(const Refusal& refusal) {
    if (!m_stream)
        return;
    // The answer is far smaller than the socket's buffer, which is empty: it goes out in one piece.
    m_stream->write(refusalResponse(refusal, m_serverName));
    m_poller->closeGently(std::move(m_stream));
}

std::unique_ptr<Stream> PendingUpgrade::release(std::string& rest) {
    rest = std::move(m_rest);
    return std::move(m_stream);
}

/// A connection whose request head is not complete.
class Gate::HalfOpen final : public Watcher {
public:
    HalfOpen(Gate& gate, std::unique_ptr<Stream> stream)
        : m_gate(gate), m_stream(std::move(stream)), m_parser(gate.m_options.limits),
          m_remote(peerAddress(m_stream->descriptor())), m_begin(Clock::now()) {}
    ~HalfOpen() override {
        if (m_stream)
            m_gate.m_poller.remove(m_stream->descriptor(), this);
    }

    void ready(bool) override {
        char bytes[8192];
        while (m_parser.state() == RequestHeadParser::State::Incomplete) {
            const Transfer got = m_stream->read(bytes, sizeof bytes);
            if (got.status == Transfer::Status::Blocked)
                return;
            if (got.status != Transfer::Status::Done)
                return m_gate.remove(*this);
            m_parser.feed({bytes, got.size});
        }
        m_gate.judge(*this);
    }

    /// When it has used up its time.
    Clock::time_point deadline() const {
        auto limit = m_gate.m_options.timeout;
        const auto handshake = m_gate.m_options.handshakeTimeout;
        if (handshake.count() > 0 && m_stream->isHandshaking())
            limit = limit.count() > 0 ? std::min(limit, handshake) : handshake;
        return limit.count() > 0 ? m_begin + limit : Clock::time_point::max();
    }

    std::unique_ptr<Stream> release() {
        m_gate.m_poller.remove(m_stream->descriptor(), this);
        return std::move(m_stream);
    }

    Gate& m_gate;
    std::unique_ptr<Stream> m_stream;
    RequestHeadParser m_parser;
    std::string m_remote;
    Clock::time_point m_begin;
};

Gate::Gate(Poller& poller, GateKeeper& keeper, GateOptions options, QObject* parent)
    : QTcpServer(parent), m_poller(poller), m_keeper(keeper), m_options(std::move(options)) {
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Gate::dropExpired);
    setMaxPendingConnections(backlog);
}

Gate::~Gate() = default;

std::string Gate::open() {
    const QString host = QString::fromStdString(m_options.host);
    QHostAddress address(host == QLatin1String("localhost") ? QStringLiteral("127.0.0.1") : host);
    if (m_options.host == "0.0.0.0")
        address = QHostAddress::Any; // both families, as a JVM does
    if (address.isNull())
        return "Cannot listen on '" + m_options.host + "': it is not an address of this machine";
    if (!listen(address, m_options.port))
        return listenFailure(m_options, *this);
    ::listen(int(socketDescriptor()), backlog);
    return {};
}

void Gate::shut() {
    close();
    m_halfOpen.clear();
}

void Gate::incomingConnection(qintptr descriptor) {
    prepareSocket(int(descriptor));
    if (m_halfOpen.size() >= halfOpenLimit)
        dropOldest();
    auto stream = m_options.tls ? m_options.tls->accept(int(descriptor)) : plainStream(int(descriptor));
    m_halfOpen.push_back(std::make_unique<HalfOpen>(*this, std::move(stream)));
    HalfOpen& halfOpen = *m_halfOpen.back();
    m_poller.add(int(descriptor), &halfOpen);
    if (!m_deadline.isActive() || m_options.handshakeTimeout.count() > 0)
        schedule();
}

void Gate::judge(HalfOpen& halfOpen) {
    RequestHeadParser& parser = halfOpen.m_parser;
    const std::string target = parser.head().target;
    const bool complete = parser.state() == RequestHeadParser::State::Complete;
    auto verdict =
        complete ? checkUpgrade(parser.head()) : std::variant<UpgradeRequest, Refusal>(parser.refusal());
    const auto* request = std::get_if<UpgradeRequest>(&verdict);
    PendingUpgrade upgrade(m_poller, halfOpen.release(), request ? *request : UpgradeRequest(),
                           std::string(parser.rest()), halfOpen.m_remote, m_options.serverName);
    remove(halfOpen);
    if (request)
        return m_keeper.upgradeRequested(std::move(upgrade));
    const Refusal& refusal = std::get<Refusal>(verdict);
    upgrade.refuse(refusal);
    m_keeper.requestRefused(upgrade.remote(), target, refusal);
}

void Gate::remove(HalfOpen& halfOpen) {
    m_halfOpen.remove_if([&](const auto& entry) { return entry.get() == &halfOpen; });
}

void Gate::dropOldest() {
    m_halfOpen.pop_front();
}

void Gate::dropExpired() {
    const auto now = Clock::now();
    for (auto at = m_halfOpen.begin(); at != m_halfOpen.end();) {
        HalfOpen& halfOpen = **at++;
        if (halfOpen.deadline() > now)
            continue;
        const Refusal refusal{408, "The request did not arrive in time"};
        PendingUpgrade upgrade(m_poller, halfOpen.release(), {}, {}, halfOpen.m_remote, m_options.serverName);
        upgrade.refuse(refusal);
        m_keeper.requestRefused(upgrade.remote(), {}, refusal);
        remove(halfOpen);
    }
    schedule();
}

void Gate::schedule() {
    auto first = Clock::time_point::max();
    for (const auto& halfOpen : m_halfOpen)
        first = std::min(first, halfOpen->deadline());
    if (first == Clock::time_point::max())
        return;
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now());
    m_deadline.start(std::max(ms, std::chrono::milliseconds(0)));
}

} // namespace barre::runtime::http
