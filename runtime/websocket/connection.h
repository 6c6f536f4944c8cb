// One WebSocket connection after its handshake: the only class that knows the socket. It reads and writes
// frames, answers pings, keeps the closing handshake, and never holds more than a bounded amount of what
// arrives or leaves.
#pragma once

#include "runtime/http/poller.h"
#include "runtime/http/stream.h"
#include "runtime/websocket/deflate.h"
#include "runtime/websocket/frame_reader.h"
#include "runtime/websocket/frame_writer.h"

#include <QtCore/QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

namespace barre::runtime::websocket {

/// Something that the user of a connection is told, in the order in which it came.
struct Arrival {
    enum class Kind : uint8_t {
        Text,
        Binary,
        Ping,
        Pong,
        Closed, ///< the other side closed: `code` and the reason in `payload`; 1006 when it just hung up
        Failed  ///< the connection broke (code 0), or the other side broke the protocol (our close code)
    } kind = Kind::Text;
    std::string_view payload; ///< valid during the call
    uint16_t code = 0;
};

/// Uses a connection. Calls come from the connection's thread.
struct ConnectionUser {
    virtual ~ConnectionUser() = default;
    /// One arrival at a time: the next one comes after Connection::next(), which may be called at once.
    virtual void arrived(const Arrival& arrival) = 0;
    /// A write that returned Full can go on.
    virtual void drained() = 0;
    /// Nothing has moved for the idle time.
    virtual void idle() = 0;
    /// The socket is closed. Last call; arrivals that were still queued have been delivered or dropped
    /// before.
    virtual void ended() = 0;
};

/// Sees every message and control frame, for the live picture.
struct FrameObserver {
    virtual ~FrameObserver() = default;
    virtual void frameSeen(bool incoming, Opcode opcode, std::string_view payload) = 0;
};

struct ConnectionOptions {
    size_t maxFrameSize = 65536;
    size_t maxMessageSize = size_t(64) << 20;
    std::chrono::milliseconds idleTimeout{0}; ///< 0: never
    bool tellsPings = false;                  ///< pings are told and not answered by themselves
    bool tellsPongs = false;
    MessageDeflater* deflater = nullptr; ///< not null: compression was agreed on
    int deflateBits = 15;
    bool isClient = false; ///< the client's side: what it sends is masked
    FrameObserver* observer = nullptr;
};

enum class SendResult : uint8_t {
    Sent,
    Full,    ///< taken, but the sender should wait for drained()
    Closing, ///< not sent: a close frame was sent or the other side closes
    Broken   ///< not sent: the connection is lost
};

/// How a closing handshake that we began ended.
struct CloseOutcome {
    enum class Kind : uint8_t {
        Echoed,
        TimedOut,
        OtherCode,
        HungUp,
        AlreadyClosing,
        Broken
    } kind = Kind::Echoed;
    uint16_t code = 0; ///< with OtherCode: what the other side sent
};

/// Owned by a shared_ptr; release it after `ended()` or to drop the connection.
class Connection final : public std::enable_shared_from_this<Connection>, http::Watcher, http::Flusher {
public:
    using Closed = std::function<void(CloseOutcome)>;

    Connection(http::Poller& poller, std::unique_ptr<http::Stream> stream, ConnectionUser& user,
               ConnectionOptions options);
    ~Connection() override;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Sends the 101 answer and begins to read. `rest` is what came behind the request head.
    void start(std::string_view handshakeAnswer, std::string rest);

    /// Sends a message; large ones are cut into frames.
    SendResult send(Opcode opcode, std::string_view payload);
    /// The user is ready for the next arrival. The first one waits for it, too.
    void next();
    /// Sends a close frame, waits up to `timeout` (negative: for ever) for the echo, then closes the socket.
    void close(uint16_t code, std::string_view reason, std::chrono::milliseconds timeout, Closed done);
    /// Answers the other side's close frame, after Arrival::Closed was dealt with.
    void finishClosing();
    /// Closes the socket without a close frame: the other side sees 1006.
    void drop();
    /// The same at once, whatever was still to be sent or told.
    void abort();

    /// True once the connection was lost.
    bool isBroken() const { return m_isBroken; }
    /// True while messages can be sent and the other side has not closed.
    bool isOpen() const { return m_stream && !m_closeSent && !m_closeReceived && !m_isBroken; }
    bool isSecure() const { return m_isSecure; }
    /// Nobody is told anything any more; the user is about to go away.
    void forgetUser() { m_user = nullptr; }

private:
    struct Queued {
        Arrival::Kind kind;
        std::string payload;
        uint16_t code;
    };

    void ready(bool atEnd) override;
    void flush() override;
    void readSome(bool atEnd);
    void consume(std::span<char> bytes);
    void take(const WireEvent& event);
    void takeClose(const WireEvent& event);
    void takeViolation(const WireEvent& event);
    void takeEnd(bool isBroken);
    void deliver(const Arrival& arrival);
    void deliverQueued();
    void append(FrameShape shape, std::string_view payload);
    void appendClose(uint16_t code, std::string_view reason);
    void writeOut();
    void writeLarge(const FrameShape& shape, std::string_view payload);
    void transferred(size_t size);
    void flushSoon();
    void hangUpWhenSent();
    void breakDown();
    void endWait(CloseOutcome outcome);
    void hangUp();
    void releaseStream(bool gently);
    void tellDrained();
    void tellEndedIfDone();
    bool isReadingPaused() const;
    size_t pending() const { return m_out.size() - m_sent; }
    void startCloseTimer(std::chrono::milliseconds timeout);
    void closeTimedOut();
    void checkIdle();
    void observe(bool incoming, Opcode opcode, std::string_view payload);

    http::Poller& m_poller;
    std::unique_ptr<http::Stream> m_stream;
    ConnectionUser* m_user;
    ConnectionOptions m_options;
    FrameReader m_reader;
    std::function<uint32_t()> m_newMask; ///< of a client
    std::string m_out;                   ///< bytes to send
    size_t m_sent = 0;                   ///< of m_out
    std::deque<Queued> m_queue;
    size_t m_queuedBytes = 0;
    std::unique_ptr<QTimer> m_idleTimer;
    std::unique_ptr<QTimer> m_closeTimer;
    Closed m_closed;
    std::chrono::steady_clock::time_point m_lastMove;
    uint16_t m_closeCode = 0; ///< what we closed with
    uint16_t m_peerCode = 0;  ///< what the other side closed with
    bool m_isSecure = false;
    bool m_isBusy = true; ///< the user deals with an arrival, first with the opening
    bool m_isDelivering = false;
    bool m_flushQueued = false;
    bool m_isBlocked = false; ///< the socket takes no more for now
    bool m_wantsDrained = false;
    bool m_hasMore = false; ///< reading stopped before the socket was empty
    bool m_closeSent = false;
    bool m_closeReceived = false;
    bool m_hangsUpWhenSent = false;
    bool m_isBroken = false;
    bool m_endTold = false;
};

} // namespace barre::runtime::websocket
