// A websocket:Listener: its port, the services attached to it, and which of them an upgrade request goes to.
#pragma once

#include "runtime/http/gate.h"
#include "runtime/websocket/service_config.h"
#include "runtime/websocket/service_connection.h"

namespace barre::runtime::websocket {

/// An upgrade service on a listener.
struct AttachedService {
    Root service;
    std::vector<std::string> segments; ///< of its path
    std::shared_ptr<const ServiceConfig> config;
    const MethodCode* resource = nullptr; ///< its `get` resource; null: it has none
    const MethodInfo* method = nullptr;

    std::string path() const;
    /// `/chat/rooms/[room]`
    std::string resourcePath() const;
};

class WebSocketListener final : public std::enable_shared_from_this<WebSocketListener>,
                                public http::GateKeeper {
public:
    WebSocketListener(WebSocketHost& host, http::GateOptions options, bool compresses);
    ~WebSocketListener() override;

    /// Each returns what is wrong, empty if nothing is.
    std::string attach(Value service, std::vector<std::string> segments);
    std::string detach(Value service);
    std::string start();
    /// Takes no more connections.
    void close();

    bool isListening() const { return m_gate != nullptr; }

private:
    /// One upgrade while its resource runs.
    struct Upgrade;

    void upgradeRequested(http::PendingUpgrade pending) override;
    void requestRefused(const std::string& remote, const std::string& target,
                        const http::Refusal& refusal) override;
    const AttachedService* serviceFor(const std::vector<std::string>& segments) const;
    const AttachedService* serviceOrRefusal(http::PendingUpgrade& pending);
    void authenticate(http::PendingUpgrade pending, const ServiceConfig& config);
    void runResource(http::PendingUpgrade pending, const AttachedService& service);
    void resourceEnded(Upgrade& upgrade, const Outcome& outcome);
    void accept(Upgrade& upgrade, Value service);
    void refuse(http::PendingUpgrade& pending, const http::Refusal& refusal);
    std::string url(const AttachedService& service) const;
    std::string variableName() const;
    void tellListening() const;

    WebSocketHost& m_host;
    http::GateOptions m_options;
    bool m_compresses;
    std::vector<AttachedService> m_services;
    std::unique_ptr<http::Gate> m_gate;
};

/// The C++ side of a websocket:Listener.
struct ListenerData final : NativeData {
    explicit ListenerData(std::shared_ptr<WebSocketListener> listener) : listener(std::move(listener)) {}
    std::shared_ptr<WebSocketListener> listener;
};

} // namespace barre::runtime::websocket
