// A websocket:Client: connects, connects again when it is configured to, and gives messages to the strands
// that ask for them.
#pragma once

#include "runtime/websocket/client_handshake.h"
#include "runtime/websocket/connection_class.h"
#include "runtime/websocket/data_binding.h"
#include "runtime/websocket/endpoint.h"

#include <deque>
#include <optional>

namespace barre::runtime::websocket {

/// How often and when a client tries again.
struct RetryConfig {
    int64_t maxCount = 0; ///< 0: for ever
    std::chrono::milliseconds interval{1000};
    double factor = 1;
    std::chrono::milliseconds longest{30'000};

    std::chrono::milliseconds delay(int64_t attempt) const;
};

struct ClientOptions {
    HandshakeRequest request;
    bool isSecure = false;
    size_t maxFrameSize = 65536;
    std::chrono::milliseconds readTimeout{0};  ///< 0: never
    std::chrono::milliseconds writeTimeout{0}; ///< 0: never
    std::optional<RetryConfig> retry;
};

class ClientConnection final : public std::enable_shared_from_this<ClientConnection>,
                               public Endpoint,
                               public ConnectionUser {
public:
    /// `pingPongHandler`: a service object, or nil.
    ClientConnection(WebSocketHost& host, ClientOptions options, Value pingPongHandler);
    ~ClientConnection() override;

    const std::string& subProtocol() const override { return m_subProtocol; }
    bool isSecure() const override { return m_options.isSecure; }
    std::chrono::milliseconds closureTimeout() const override { return std::chrono::seconds(60); }
    /// Of the handshake; status 0 before there was one.
    const http::ResponseHead& response() const { return m_response; }

    /// Connects and suspends the strand until the service has answered.
    NativeResult open(NativeCall& call);
    /// Suspends the strand until there is a message, which becomes a value of the type.
    NativeResult read(NativeCall& call, const types::SemType& type);
    NativeResult write(NativeCall& call, Opcode opcode, std::string_view payload) override;

    /// The program stops.
    void goAway();
    void abandon();

private:
    /// A strand that waits for a message.
    struct Reader {
        std::shared_ptr<Waiter> waiter;
        types::SemType type;
        std::unique_ptr<QTimer> timer;
    };
    using ReaderPtr = std::shared_ptr<Reader>;
    /// A write that failed and is made again once the connection is back.
    struct Repeat {
        std::shared_ptr<Waiter> waiter;
        Opcode opcode;
        std::string payload;
    };

    void connect(std::function<void()> then);
    void handshakeDone(HandshakeResult result, const std::function<void()>& then);
    bool retryLater(std::function<void()> then);
    void begin(HandshakeResult result);

    void arrived(const Arrival& arrival) override;
    void drained() override { resumeWriters(); }
    void idle() override {}
    void ended() override;

    void messageArrived(Value value, bool isText);
    bool isConnecting() const { return m_handshake || m_retryTimer.isActive(); }
    void deliver();
    void bound(const ReaderPtr& reader, Value value, bool failed);
    void controlArrived(const char* method, std::string_view bytes);
    void controlHandled(const char* method, const Outcome& outcome);
    void closedArrived(const Arrival& arrival);
    void failedArrived(const Arrival& arrival);
    bool comesBack();
    void timedOut(const Reader* late);
    void tellEnd();
    void failReaders(std::string_view message, std::string_view type);
    void repeatWrites();
    Value caller();

    WebSocketHost& m_host;
    ClientOptions m_options;
    std::optional<Root> m_handler;
    std::optional<Root> m_caller;
    const ConnectionClass* m_handlerClass = nullptr;
    std::unique_ptr<ClientHandshake> m_handshake;
    std::string m_subProtocol;
    http::ResponseHead m_response;
    std::optional<Root> m_held; ///< a message that nobody has asked for yet
    bool m_isHeldText = false;
    std::deque<ReaderPtr> m_readers;
    std::vector<Repeat> m_repeats;
    std::string m_farewell;     ///< why the connection has ended, for the first who reads after that
    std::string m_farewellType; ///< the type of that error
    std::string m_failure, m_failureType; ///< of the last handshake
    int64_t m_attempts = 0;
    QTimer m_retryTimer;
};

} // namespace barre::runtime::websocket
