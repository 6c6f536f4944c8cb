// The gate: accepts connections on a port, reads the head of the request within its limits, answers what is
// no WebSocket upgrade, and passes the rest on. Nothing behind it sees an unchecked request.
#pragma once

#include "runtime/http/poller.h"
#include "runtime/http/stream.h"
#include "runtime/http/upgrade_request.h"

#include <QtCore/QTimer>
#include <QtNetwork/QTcpServer>

#include <chrono>
#include <list>

namespace barre::runtime::http {

class TlsContext;

struct GateOptions {
    std::string host = "0.0.0.0";
    uint16_t port = 0;
    std::chrono::milliseconds timeout{120'000};    ///< until the head must be complete; 0 for no limit
    std::chrono::milliseconds handshakeTimeout{0}; ///< of TLS, a part of the above; 0 for no other limit
    HeadLimits limits;
    std::string serverName;
    std::shared_ptr<TlsContext> tls; ///< null: plain TCP
};

/// An upgrade request that waits for its answer. Destroyed without one, it is answered 500.
class PendingUpgrade {
public:
    PendingUpgrade(Poller& poller, std::unique_ptr<Stream> stream, UpgradeRequest request, std::string rest,
                   std::string remote, std::string serverName);
    ~PendingUpgrade();
    PendingUpgrade(PendingUpgrade&&) = default;

    const UpgradeRequest& request() const { return m_request; }
    const std::string& remote() const { return m_remote; }
    const std::string& serverName() const { return m_serverName; }
    bool isSecure() const { return m_stream && m_stream->isSecure(); }
    bool isAnswered() const { return !m_stream; }

    /// Answers with an error status and closes.
    void refuse(const Refusal& refusal);
    /// Gives the socket to whoever answers 101. `rest` is what the client has sent behind its head.
    std::unique_ptr<Stream> release(std::string& rest);

private:
    Poller* m_poller;
    std::unique_ptr<Stream> m_stream;
    UpgradeRequest m_request;
    std::string m_rest;
    std::string m_remote;
    std::string m_serverName;
};

/// Takes what comes through a gate.
struct GateKeeper {
    virtual ~GateKeeper() = default;
    virtual void upgradeRequested(PendingUpgrade upgrade) = 0;
    /// A request was answered by the gate itself.
    virtual void requestRefused(const std::string& remote, const std::string& target,
                                const Refusal& refusal) = 0;
};

/// A listening port.
class Gate final : public QTcpServer {
public:
    Gate(Poller& poller, GateKeeper& keeper, GateOptions options, QObject* parent = nullptr);
    ~Gate() override;

    /// Opens the port. Returns a sentence that says why it cannot, empty when it can.
    std::string open();
    /// Takes no more connections and drops those that have not sent their request yet.
    void shut();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class HalfOpen;
    void dropExpired();
    void dropOldest();
    void judge(HalfOpen& halfOpen);
    void remove(HalfOpen& halfOpen);
    void schedule();

    Poller& m_poller;
    GateKeeper& m_keeper;
    GateOptions m_options;
    std::list<std::unique_ptr<HalfOpen>> m_halfOpen; ///< oldest first
    QTimer m_deadline;
};

} // namespace barre::runtime::http
