#include "runtime/websocket/endpoint.h"

#include <QtCore/QCoreApplication>

namespace barre::runtime::websocket {

NativeResult Endpoint::write(NativeCall& call, Opcode opcode, std::string_view payload) {
    const SendResult result = m_connection ? m_connection->send(opcode, payload) : SendResult::Closing;
    switch (result) {
    case SendResult::Sent: return call.giveNil();
    case SendResult::Full: {
        const auto waiter = Waiter::suspend(call);
        m_writers.push_back(waiter);
        if (m_writeTimeout.count() > 0)
            QTimer::singleShot(m_writeTimeout, QCoreApplication::instance(), [waiter] {
                waiter->resumeWithError("Error: Write timed out", "ballerina/websocket:Error");
            });
        return call.suspend();
    }
    case SendResult::Closing:
        return call.giveError(
            opcode == Opcode::Text
                ? "ConnectionClosureError: Close frame already sent. Cannot push text data!"
            : opcode == Opcode::Binary
                ? "ConnectionClosureError: Close frame already sent. Cannot push binary data."
                : "ConnectionClosureError: Close frame already sent.",
            "ballerina/websocket:ConnectionClosureError");
    case SendResult::Broken: break;
    }
    return call.giveError("ConnectionError: IO Error", "ballerina/websocket:ConnectionError");
}

namespace {

/// What close() returns: nothing in `message` is success.
struct CloseError {
    std::string message;
    std::string_view type = "ballerina/websocket:ConnectionClosureError";
};

CloseError closeError(const CloseOutcome& outcome, uint16_t code, std::chrono::milliseconds timeout) {
    using Kind = CloseOutcome::Kind;
    const std::string prefix = "ConnectionClosureError: ";
    switch (outcome.kind) {
    case Kind::Echoed: return {};
    case Kind::TimedOut:
        return {prefix + "Could not receive a WebSocket close frame from remote endpoint within " +
                std::to_string(timeout.count() / 1000) + " seconds"};
    case Kind::OtherCode:
        return {prefix + "Expected status code " + std::to_string(code) + " but found " +
                std::to_string(outcome.code) + " in echoed close frame from remote endpoint"};
    case Kind::HungUp:
        return {prefix + "Connection is closed by remote endpoint without echoing a close frame"};
    case Kind::AlreadyClosing: return {prefix + "Close frame already sent. Cannot send close frame again."};
    case Kind::Broken: break;
    }
    return {"ConnectionError: IO Error", "ballerina/websocket:ConnectionError"};
}

} // namespace

NativeResult Endpoint::close(NativeCall& call, uint16_t code, std::string_view reason,
                             std::chrono::milliseconds timeout) {
    if (!m_connection || (!m_connection->isOpen() && m_connection->isBroken())) {
        const CloseError error = closeError({CloseOutcome::Kind::AlreadyClosing}, code, timeout);
        return call.giveError(error.message, error.type);
    }
    m_endCode = code;
    m_endReason = reason;
    const auto waiter = Waiter::suspend(call);
    m_connection->close(code, reason, timeout, [waiter, code, timeout](CloseOutcome outcome) {
        const CloseError error = closeError(outcome, code, timeout);
        if (error.message.empty())
            waiter->resume(Value::nil());
        else
            waiter->resumeWithError(error.message, error.type);
    });
    return call.suspend();
}

void Endpoint::closeQuietly(uint16_t code, std::string_view reason, std::chrono::milliseconds timeout) {
    if (!m_connection)
        return;
    m_endCode = code;
    m_endReason = reason;
    m_connection->close(code, reason, timeout, [](CloseOutcome) {});
}

void Endpoint::resumeWriters() {
    const bool isLost = !m_connection || m_connection->isBroken();
    for (const auto& writer : std::exchange(m_writers, {})) {
        if (isLost)
            writer->resumeWithError("ConnectionError: IO Error", "ballerina/websocket:ConnectionError");
        else
            writer->resume(Value::nil());
    }
}

} // namespace barre::runtime::websocket
