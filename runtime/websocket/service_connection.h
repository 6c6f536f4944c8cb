// A connection with the service that answers it: hands what arrives to the service's remote methods, one
// after the other, and sends what they return.
#pragma once

#include "runtime/websocket/connection.h"
#include "runtime/websocket/connection_class.h"
#include "runtime/websocket/data_binding.h"
#include "runtime/websocket/endpoint.h"
#include "runtime/websocket/service_config.h"

#include <optional>

namespace barre::runtime::websocket {

/// What a connection is made of.
struct ServiceConnectionParts {
    std::unique_ptr<http::Stream> stream;
    std::string rest; ///< bytes behind the request head
    std::string remote, path;
    std::string servicePath;
    std::string subProtocol;
    std::optional<DeflateAgreement> deflate;
    std::shared_ptr<const ServiceConfig> config;
};

class ServiceConnection final : public std::enable_shared_from_this<ServiceConnection>,
                                public Endpoint,
                                public ConnectionUser,
                                public FrameObserver {
public:
    /// `service` is an object of a class with remote methods.
    ServiceConnection(WebSocketHost& host, Value service, ServiceConnectionParts parts);

    /// Sends the 101 answer, calls onOpen and then takes messages.
    void start(std::string_view handshakeAnswer);

    const std::string& subProtocol() const override { return m_parts.subProtocol; }
    const ServiceConfig& config() const { return *m_parts.config; }
    bool isSecure() const override { return m_isSecure; }
    std::chrono::milliseconds closureTimeout() const override { return config().closureTimeout; }

    /// The service stops: close, and do not wait for long.
    void goAway(uint16_t code, std::string_view reason);
    /// Drops everything at once.
    void abandon();

private:
    /// Which rules the result of a handler follows.
    enum class Event : uint8_t { Open, Message, Ping, Pong, Idle, Close, Failure };

    /// One call of a handler, while its arguments are made and while it runs.
    struct Invocation {
        const Handler* handler = nullptr;
        Event event = Event::Message;
        Root payload;
        bool isText = true;
        int code = 0;
        Root detail; ///< the reason of a closing or the error of a failure
        std::vector<Root> args;
        std::chrono::steady_clock::time_point begin;

        explicit Invocation(Heap& heap) : payload(heap), detail(heap) {}
    };
    using InvocationPtr = std::shared_ptr<Invocation>;

    // ConnectionUser
    void arrived(const Arrival& arrival) override;
    void drained() override;
    void idle() override;
    void ended() override;
    // FrameObserver
    void frameSeen(bool incoming, Opcode opcode, std::string_view payload) override;

    void textArrived(std::string_view text);
    void dispatchText(const Handler* handler, Value text);
    void binaryArrived(std::string_view bytes);
    void controlArrived(const char* method, Event event, std::string_view bytes);
    void closedArrived(const Arrival& arrival);
    void failed(std::string_view message, std::string_view errorType);

    InvocationPtr invocation(const Handler& handler, Event event);
    void invoke(InvocationPtr invocation);
    void bindNext(InvocationPtr invocation);
    void run(InvocationPtr invocation);
    void bindingFailed(const Invocation& invocation, Value error);

    void finished(const Invocation& invocation, const Outcome& outcome);
    void panicked(const Invocation& invocation, Value error);
    void returned(const Invocation& invocation, Value value);
    void returnedMessage(Event event, Value value);
    void sendValue(Value value, std::function<void()> then);
    void sendReturned(Opcode opcode, std::string_view payload, const std::function<void()>& then);
    void closeWith(Mapping* closeFrame);
    void streamNext(std::shared_ptr<Root> stream);
    void streamGave(const std::shared_ptr<Root>& stream, const Outcome& outcome);
    void closeStream(const std::shared_ptr<Root>& stream);
    void complete(Event event);
    void closeQuietly(uint16_t code, std::string_view reason);
    void tellHandler(const Invocation& invocation, std::string_view outcome, std::string message);

    WebSocketHost& m_host;
    ServiceConnectionParts m_parts;
    const ConnectionClass* m_class;
    std::optional<Root> m_service;
    std::optional<Root> m_caller;
    std::vector<std::function<void()>> m_whenDrained; ///< what goes on then, too
    bool m_isSecure = false;
    bool m_isIdleRunning = false;
    bool m_hasPanicked = false; ///< what still comes is not handled any more
};

} // namespace barre::runtime::websocket
