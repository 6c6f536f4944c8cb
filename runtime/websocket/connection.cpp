#include "runtime/websocket/connection.h"

#include "runtime/websocket/close_code.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <utility>

namespace barre::runtime::websocket {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Status = http::Transfer::Status;

namespace {

constexpr size_t highWater = 1 << 20;       // bytes to send at which writers wait
constexpr size_t lowWater = 256 * 1024;     // at which they go on
constexpr size_t queueLimit = 256 * 1024;   // bytes of arrivals at which reading pauses
constexpr size_t queueEntryCost = 64;       // what an empty arrival counts
constexpr size_t directSize = 16 * 1024;    // payloads from this size on are not copied before they are sent
constexpr size_t flushSize = 128 * 1024;    // replies of one turn are sent before its end from this size on
constexpr size_t compressedSize = 128;      // smaller messages are not worth it
constexpr int readRounds = 4;               // reads before the others get their turn
constexpr auto lastWriteTimeout = 10'000ms; // for a client that does not take our close frame

} // namespace

Connection::Connection(http::Poller& poller, std::unique_ptr<http::Stream> stream, ConnectionUser& user,
                       ConnectionOptions options)
    : m_poller(poller), m_stream(std::move(stream)), m_user(&user), m_options(options),
      m_reader({options.maxFrameSize, options.maxMessageSize, !options.isClient, options.deflater}),
      m_lastMove(Clock::now()), m_isSecure(m_stream->isSecure()) {
    if (options.isClient)
        m_newMask = [masks = QRandomGenerator::securelySeeded()]() mutable { return masks.generate(); };
}

Connection::~Connection() {
    if (m_stream)
        m_poller.remove(m_stream->descriptor(), this);
    m_poller.forget(this);
}

void Connection::start(std::string_view handshakeAnswer, std::string rest) {
    const auto self = shared_from_this();
    m_poller.add(m_stream->descriptor(), this);
    m_out.append(handshakeAnswer);
    writeOut();
    if (m_options.idleTimeout.count() > 0) {
        m_idleTimer = std::make_unique<QTimer>();
        m_idleTimer->setSingleShot(true);
        QObject::connect(m_idleTimer.get(), &QTimer::timeout, m_idleTimer.get(), [this] { checkIdle(); });
        m_idleTimer->start(m_options.idleTimeout);
    }
    consume(rest);
    if (m_stream)
        m_poller.again(this);
}

// ---- reading

void Connection::ready(bool atEnd) {
    const auto self = shared_from_this();
    if (m_isBlocked) {
        m_isBlocked = false;
        writeOut();
    }
    readSome(atEnd);
}

bool Connection::isReadingPaused() const {
    return m_queuedBytes > queueLimit;
}

void Connection::readSome(bool atEnd) {
    const std::span<char> buffer = m_poller.scratch();
    for (int round = 0; m_stream && !m_isBroken; ++round) {
        m_hasMore = isReadingPaused();
        if (m_hasMore)
            return;
        if (round == readRounds)
            return m_poller.again(this);
        const http::Transfer got = m_stream->read(buffer.data(), buffer.size());
        if (got.status == Status::Blocked)
            return;
        if (got.status != Status::Done)
            return takeEnd(got.status == Status::Broken);
        const bool isLast = got.size < buffer.size() && !atEnd && !m_isSecure;
        consume(buffer.first(got.size));
        if (isLast)
            return;
    }
}

void Connection::consume(std::span<char> bytes) {
    if (bytes.empty())
        return;
    m_lastMove = Clock::now();
    while (const auto event = m_reader.next(bytes))
        take(*event);
}

void Connection::take(const WireEvent& event) {
    switch (event.kind) {
    case WireEvent::Kind::Text:
        observe(true, Opcode::Text, event.payload);
        return deliver({Arrival::Kind::Text, event.payload});
    case WireEvent::Kind::Binary:
        observe(true, Opcode::Binary, event.payload);
        return deliver({Arrival::Kind::Binary, event.payload});
    case WireEvent::Kind::Ping:
        observe(true, Opcode::Ping, event.payload);
        if (m_options.tellsPings)
            return deliver({Arrival::Kind::Ping, event.payload});
        // Of many pings only the last must be answered (RFC 6455 5.5.3): a client that does not read gets
        // none.
        if (pending() < highWater)
            send(Opcode::Pong, event.payload);
        return;
    case WireEvent::Kind::Pong:
        observe(true, Opcode::Pong, event.payload);
        if (m_options.tellsPongs)
            deliver({Arrival::Kind::Pong, event.payload});
        return;
    case WireEvent::Kind::Close: return takeClose(event);
    case WireEvent::Kind::Violation: return takeViolation(event);
    }
}

void Connection::takeClose(const WireEvent& event) {
    observe(true, Opcode::Close, event.payload);
    m_closeReceived = true;
    m_peerCode = event.code;
    if (!m_closeSent)
        return deliver({Arrival::Kind::Closed, event.payload, event.code});
    const bool isEcho = event.code == m_closeCode;
    endWait({isEcho ? CloseOutcome::Kind::Echoed : CloseOutcome::Kind::OtherCode, event.code});
    hangUp();
}

void Connection::takeViolation(const WireEvent& event) {
    const std::string reason(event.payload);
    if (m_closeSent) {
        endWait({CloseOutcome::Kind::HungUp});
        return hangUp();
    }
    appendClose(event.code, reason);
    m_closeReceived = true;
    deliver({Arrival::Kind::Failed, reason, event.code});
    hangUpWhenSent();
}

void Connection::takeEnd(bool isBroken) {
    if (isBroken)
        return breakDown();
    if (m_closeSent && !m_closeReceived) {
        endWait({CloseOutcome::Kind::HungUp});
        return hangUp();
    }
    if (m_closeReceived)
        return;
    m_closeReceived = true;
    m_peerCode = close_code::abnormal;
    deliver({Arrival::Kind::Closed, {}, close_code::abnormal});
}

// ---- telling the user, one arrival after the other

void Connection::deliver(const Arrival& arrival) {
    if (!m_user)
        return;
    if (m_isBusy || m_isDelivering || !m_queue.empty()) {
        m_queue.push_back({arrival.kind, std::string(arrival.payload), arrival.code});
        m_queuedBytes += arrival.payload.size() + queueEntryCost;
        return;
    }
    m_isBusy = true;
    m_isDelivering = true;
    m_user->arrived(arrival);
    m_isDelivering = false;
    deliverQueued();
    tellEndedIfDone();
}

void Connection::deliverQueued() {
    while (!m_isBusy && !m_isDelivering && !m_queue.empty() && m_user) {
        const Queued queued = std::move(m_queue.front());
        m_queue.pop_front();
        m_queuedBytes -= queued.payload.size() + queueEntryCost;
        m_isBusy = true;
        m_isDelivering = true;
        m_user->arrived({queued.kind, queued.payload, queued.code});
        m_isDelivering = false;
    }
}

void Connection::next() {
    const auto self = shared_from_this();
    m_isBusy = false;
    if (m_isDelivering)
        return;
    deliverQueued();
    if (m_hasMore && m_stream && !isReadingPaused()) {
        m_hasMore = false;
        m_poller.again(this);
    }
    tellEndedIfDone();
}

void Connection::tellEndedIfDone() {
    if (m_stream || m_isBusy || m_isDelivering || !m_queue.empty() || m_endTold || !m_user)
        return;
    m_endTold = true;
    m_user->ended();
}

// ---- writing

SendResult Connection::send(Opcode opcode, std::string_view payload) {
    if (m_closeSent)
        return SendResult::Closing;
    if (!m_stream || m_isBroken || m_peerCode == close_code::abnormal)
        return SendResult::Broken;
    const auto self = shared_from_this();
    observe(false, opcode, payload);
    append({opcode}, payload);
    if (m_isBroken)
        return SendResult::Broken;
    if (pending() <= highWater)
        return SendResult::Sent;
    m_wantsDrained = true;
    return SendResult::Full;
}

void Connection::append(FrameShape shape, std::string_view payload) {
    m_lastMove = Clock::now();
    const bool isData = shape.opcode == Opcode::Text || shape.opcode == Opcode::Binary;
    if (isData && m_options.deflater && payload.size() >= compressedSize) {
        shape.isCompressed = true;
        payload = m_options.deflater->deflate(payload, m_options.deflateBits);
    }
    const size_t frameSize = isData ? m_options.maxFrameSize : payload.size(); // control frames are never cut
    if (payload.size() >= directSize && payload.size() <= frameSize && !m_isBlocked && !m_newMask)
        return writeLarge(shape, payload);
    appendMessage(m_out, shape, payload, frameSize, m_newMask);
    if (pending() >= flushSize && !m_isBlocked)
        writeOut();
    else
        flushSoon();
}

void Connection::flushSoon() {
    if (m_flushQueued || m_isBlocked || !m_stream)
        return;
    m_flushQueued = true;
    m_poller.flushLater(this);
}

void Connection::flush() {
    const auto self = shared_from_this();
    m_flushQueued = false;
    if (!m_isBlocked)
        writeOut();
}

void Connection::writeOut() {
    while (m_stream && pending() > 0) {
        const http::Transfer put = m_stream->write(std::string_view(m_out).substr(m_sent));
        if (put.status == Status::Blocked) {
            m_isBlocked = true;
            break;
        }
        if (put.status != Status::Done)
            return breakDown();
        transferred(put.size);
    }
    if (m_wantsDrained && pending() < lowWater)
        tellDrained();
    if (m_hangsUpWhenSent && m_stream && pending() == 0)
        hangUp();
}

/// Sends a frame without copying its payload, but for what the socket does not take.
void Connection::writeLarge(const FrameShape& shape, std::string_view payload) {
    appendHeader(m_out, shape, payload.size());
    const http::Transfer put = m_stream->write(std::string_view(m_out).substr(m_sent), payload);
    if (put.status == Status::Broken || put.status == Status::Ended)
        return breakDown();
    const size_t before = pending();
    const size_t size = put.status == Status::Done ? put.size : 0;
    m_isBlocked = put.status == Status::Blocked;
    transferred(std::min(size, before));
    if (size >= before)
        payload.remove_prefix(size - before);
    m_out.append(payload);
    if (pending() > 0)
        writeOut();
}

void Connection::transferred(size_t size) {
    m_sent += size;
    if (m_sent == m_out.size()) {
        m_out.clear();
        m_sent = 0;
        if (m_out.capacity() > lowWater)
            m_out.shrink_to_fit();
    } else if (m_sent > lowWater && m_sent > m_out.size() / 2) {
        m_out.erase(0, m_sent);
        m_sent = 0;
    }
}

void Connection::tellDrained() {
    m_wantsDrained = false;
    if (m_user)
        m_user->drained();
}

// ---- closing

void Connection::close(uint16_t code, std::string_view reason, std::chrono::milliseconds timeout,
                       Closed done) {
    const auto self = shared_from_this();
    if (m_closeSent)
        return done({CloseOutcome::Kind::AlreadyClosing});
    if (!m_stream || m_isBroken)
        return done({CloseOutcome::Kind::Broken});
    m_closeCode = code;
    m_closed = std::move(done);
    appendClose(code, reason);
    if (m_closeReceived) {
        endWait({CloseOutcome::Kind::Echoed, m_peerCode});
        hangUpWhenSent();
    } else if (m_stream && timeout.count() >= 0) {
        startCloseTimer(timeout);
    }
}

void Connection::finishClosing() {
    const auto self = shared_from_this();
    if (!m_stream || m_hangsUpWhenSent)
        return;
    if (m_peerCode == close_code::abnormal || m_closeSent)
        return hangUp();
    appendClose(m_peerCode, {});
    hangUpWhenSent();
}

void Connection::appendClose(uint16_t code, std::string_view reason) {
    observe(false, Opcode::Close, reason);
    append({Opcode::Close}, closePayload(code, reason));
    m_closeSent = true;
}

void Connection::hangUpWhenSent() {
    m_hangsUpWhenSent = true;
    if (!m_stream)
        return;
    startCloseTimer(lastWriteTimeout);
    if (!m_isBlocked)
        writeOut();
}

void Connection::startCloseTimer(std::chrono::milliseconds timeout) {
    m_closeTimer = std::make_unique<QTimer>();
    m_closeTimer->setSingleShot(true);
    QObject::connect(m_closeTimer.get(), &QTimer::timeout, m_closeTimer.get(), [this] { closeTimedOut(); });
    m_closeTimer->start(timeout);
}

void Connection::closeTimedOut() {
    const auto self = shared_from_this();
    endWait({CloseOutcome::Kind::TimedOut});
    hangUp();
}

void Connection::endWait(CloseOutcome outcome) {
    if (const Closed done = std::exchange(m_closed, nullptr))
        done(outcome);
}

/// A read or a write failed: nothing more goes either way.
void Connection::breakDown() {
    if (m_isBroken || !m_stream)
        return;
    const auto self = shared_from_this();
    const bool isNews = !m_closeSent && !m_closeReceived;
    m_isBroken = true;
    releaseStream(false);
    endWait({CloseOutcome::Kind::Broken});
    if (isNews)
        deliver({Arrival::Kind::Failed, "IO Error", 0});
    tellEndedIfDone();
}

void Connection::hangUp() {
    if (!m_stream)
        return;
    releaseStream(true);
    tellEndedIfDone();
}

void Connection::drop() {
    const auto self = shared_from_this();
    m_closeSent = true;
    endWait({CloseOutcome::Kind::HungUp});
    hangUp();
}

void Connection::abort() {
    const auto self = shared_from_this();
    if (m_stream) {
        m_stream->abort();
        releaseStream(false);
    }
    m_queue.clear();
    m_queuedBytes = 0;
    endWait({CloseOutcome::Kind::Broken});
    tellEndedIfDone();
}

void Connection::releaseStream(bool gently) {
    m_poller.remove(m_stream->descriptor(), this);
    m_out.clear();
    m_sent = 0;
    for (auto* timer : {&m_idleTimer, &m_closeTimer})
        if (*timer) {
            (*timer)->stop();
            timer->release()->deleteLater(); // it may be the one that calls
        }
    auto stream = std::move(m_stream);
    if (gently)
        m_poller.closeGently(std::move(stream));
    if (m_wantsDrained)
        tellDrained();
}

// ---- idle time and observation

/// The timer is not restarted at every frame: when it fires, it looks how long ago the last one was.
void Connection::checkIdle() {
    const auto self = shared_from_this();
    const auto quiet = Clock::now() - m_lastMove;
    if (quiet < m_options.idleTimeout) {
        m_idleTimer->start(std::chrono::ceil<std::chrono::milliseconds>(m_options.idleTimeout - quiet));
        return;
    }
    m_idleTimer->start(m_options.idleTimeout);
    if (isOpen() && m_user)
        m_user->idle();
}

void Connection::observe(bool incoming, Opcode opcode, std::string_view payload) {
    if (m_options.observer)
        m_options.observer->frameSeen(incoming, opcode, payload);
}

} // namespace barre::runtime::websocket
