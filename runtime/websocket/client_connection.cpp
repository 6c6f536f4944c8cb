#include "runtime/websocket/client_connection.h"

#include "runtime/values/error_value.h"
#include "runtime/values/list_value.h"
#include "runtime/values/object_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/text.h"
#include "runtime/websocket/close_code.h"

#include <algorithm>
#include <cmath>

namespace barre::runtime::websocket {

using namespace std::chrono_literals;

namespace {

constexpr std::string_view module = "ballerina/websocket:";
constexpr auto goAwayTimeout = 2000ms;

std::string typeName(std::string_view error) {
    return std::string(module) + std::string(error);
}

} // namespace

std::chrono::milliseconds RetryConfig::delay(int64_t attempt) const {
    const double ms = double(interval.count()) * std::pow(std::max(factor, 1.0), double(attempt));
    return std::min(longest, std::chrono::milliseconds(int64_t(std::min(ms, 1e12))));
}

ClientConnection::ClientConnection(WebSocketHost& host, ClientOptions options, Value pingPongHandler)
    : Endpoint(host.newConnectionId()), m_host(host), m_options(std::move(options)) {
    m_writeTimeout = m_options.writeTimeout;
    m_retryTimer.setSingleShot(true);
    if (!pingPongHandler.is(Tag::Object))
        return;
    m_handler.emplace(host.vm().heap(), pingPongHandler);
    m_handlerClass = &host.connectionClass(*pingPongHandler.as<Object>()->info);
}

ClientConnection::~ClientConnection() {
    if (m_connection)
        m_connection->forgetUser();
}

// ---- connecting

NativeResult ClientConnection::open(NativeCall& call) {
    const auto waiter = Waiter::suspend(call);
    connect([this, waiter] {
        if (m_failure.empty())
            waiter->resume(Value::nil());
        else
            waiter->resumeWithError(m_failure, m_failureType);
    });
    return call.suspend();
}

/// What is to come is held by this, so it must not hold this: `then` is called while there is somebody.
void ClientConnection::connect(std::function<void()> then) {
    m_failure.clear();
    m_handshake = std::make_unique<ClientHandshake>(
        m_host.poller(), m_options.request,
        [weak = weak_from_this(), then = std::move(then)](HandshakeResult result) {
            const auto self = weak.lock();
            if (!self)
                return;
            self->m_handshake.release()->deleteLater(); // it is the one that calls
            const std::lock_guard lock(self->m_host.vm().execution());
            self->handshakeDone(std::move(result), then);
        });
    m_handshake->start();
}

void ClientConnection::handshakeDone(HandshakeResult result, const std::function<void()>& then) {
    if (result.head.status != 0)
        m_response = result.head;
    if (result.stream) {
        m_attempts = 0;
        begin(std::move(result));
        return then();
    }
    const bool isNetwork = result.errorType == "ConnectionError";
    if (isNetwork && retryLater(then))
        return;
    m_failure = result.message;
    m_failureType = typeName(result.errorType);
    then();
}

/// Tries again after a while, if that is still allowed.
bool ClientConnection::retryLater(std::function<void()> then) {
    if (!m_options.retry || (m_options.retry->maxCount > 0 && m_attempts >= m_options.retry->maxCount))
        return false;
    m_retryTimer.disconnect();
    QObject::connect(&m_retryTimer, &QTimer::timeout, &m_retryTimer,
                     [weak = weak_from_this(), then = std::move(then)] {
                         if (const auto self = weak.lock())
                             self->connect(then);
                     });
    m_retryTimer.start(m_options.retry->delay(m_attempts++));
    return true;
}

void ClientConnection::begin(HandshakeResult result) {
    m_subProtocol = result.subProtocol;
    m_farewell.clear();
    ConnectionOptions options;
    options.maxFrameSize = m_options.maxFrameSize;
    options.isClient = true;
    options.tellsPings = m_handlerClass && m_handlerClass->find("onPing");
    options.tellsPongs = m_handlerClass && m_handlerClass->find("onPong");
    if (result.deflate)
        options.deflater = &m_host.deflater();
    m_connection = std::make_shared<Connection>(m_host.poller(), std::move(result.stream), *this, options);
    m_host.add(shared_from_this());
    const auto connection = m_connection;
    connection->start({}, std::move(result.rest));
    connection->next();
}

// ---- reading

NativeResult ClientConnection::read(NativeCall& call, const types::SemType& type) {
    const auto reader = std::make_shared<Reader>();
    reader->waiter = Waiter::suspend(call);
    reader->type = type;
    if (m_options.readTimeout.count() > 0) {
        reader->timer = std::make_unique<QTimer>();
        reader->timer->setSingleShot(true);
        QObject::connect(reader->timer.get(), &QTimer::timeout, reader->timer.get(),
                         [weak = weak_from_this(), late = reader.get()] {
                             if (const auto self = weak.lock())
                                 self->timedOut(late);
                         });
        reader->timer->start(m_options.readTimeout);
    }
    m_readers.push_back(reader);
    deliver();
    return call.suspend();
}

void ClientConnection::timedOut(const Reader* late) {
    const auto found = std::ranges::find(m_readers, late, &ReaderPtr::get);
    if (found == m_readers.end())
        return;
    const std::lock_guard lock(m_host.vm().execution());
    const ReaderPtr reader = *found;
    m_readers.erase(found);
    reader->timer.release()->deleteLater(); // it is the one that calls
    reader->waiter->resumeWithError("Read timed out", typeName("ReadTimedOutError"));
}

void ClientConnection::arrived(const Arrival& arrival) {
    const auto self = shared_from_this();
    const std::lock_guard lock(m_host.vm().execution());
    Vm& vm = m_host.vm();
    switch (arrival.kind) {
    case Arrival::Kind::Text: return messageArrived(vm.string(arrival.payload), true);
    case Arrival::Kind::Binary: return messageArrived(vm.bytes(arrival.payload), false);
    case Arrival::Kind::Ping: return controlArrived("onPing", arrival.payload);
    case Arrival::Kind::Pong: return controlArrived("onPong", arrival.payload);
    case Arrival::Kind::Closed: return closedArrived(arrival);
    case Arrival::Kind::Failed: return failedArrived(arrival);
    }
}

void ClientConnection::messageArrived(Value value, bool isText) {
    m_held.emplace(m_host.vm().heap(), value);
    m_isHeldText = isText;
    deliver();
}

/// Gives the message to the strand that has waited longest; the next one may then come.
void ClientConnection::deliver() {
    const auto self = shared_from_this();
    const std::lock_guard lock(m_host.vm().execution());
    if (!m_held) {
        if (!m_connection && !isConnecting())
            tellEnd();
        return;
    }
    if (m_readers.empty())
        return;
    const ReaderPtr reader = m_readers.front();
    m_readers.pop_front();
    if (reader->timer)
        reader->timer->stop();
    const auto keep = std::make_shared<Root>(*m_held);
    const Payload payload{keep->get(), m_isHeldText};
    m_held.reset();
    bind(m_host, payload, reader->type,
         [self, reader, keep](Value value, bool failed) { self->bound(reader, value, failed); });
    if (const auto connection = m_connection)
        connection->next();
}

void ClientConnection::bound(const ReaderPtr& reader, Value value, bool failed) {
    if (failed)
        reader->waiter->resumeWithError("data binding failed: " + toText(value), typeName("Error"));
    else
        reader->waiter->resume(value);
}

/// The first who reads learns why the connection has ended.
void ClientConnection::tellEnd() {
    if (m_readers.empty())
        return;
    if (const std::string why = std::exchange(m_farewell, {}); !why.empty()) {
        const ReaderPtr first = m_readers.front();
        m_readers.pop_front();
        if (first->timer)
            first->timer->stop();
        first->waiter->resumeWithError(why, m_farewellType);
        return failReaders("Connection closed", typeName("ConnectionClosureError"));
    }
    failReaders("Connection already closed", typeName("ConnectionClosureError"));
}

void ClientConnection::failReaders(std::string_view message, std::string_view type) {
    for (const ReaderPtr& reader : std::exchange(m_readers, {})) {
        if (reader->timer)
            reader->timer->stop();
        reader->waiter->resumeWithError(message, type);
    }
}

// ---- pings and pongs for the program's handler

Value ClientConnection::caller() {
    Vm& vm = m_host.vm();
    if (!m_caller) {
        Object* caller = vm.object(*vm.findClass("ballerina/websocket", "Caller"));
        if (Value* attributes = fieldOf(caller, "attributes"))
            *attributes = Value::of(makeMap(vm.heap(), vm.typeTable().anydataMap()));
        setNative(vm.heap(), caller, std::make_unique<EndpointData>(shared_from_this()));
        m_caller.emplace(vm.heap(), Value::of(caller));
    }
    return m_caller->get();
}

void ClientConnection::controlArrived(const char* method, std::string_view bytes) {
    const Handler& handler = *m_handlerClass->find(method);
    const Root data(m_host.vm().heap(), m_host.vm().bytes(bytes));
    std::vector<Value> args;
    for (const HandlerParam& param : handler.params)
        args.push_back(param.source == Source::Caller ? caller() : data.get());
    StrandOptions options;
    options.name = handler.name;
    options.isIsolated = handler.isIsolated;
    options.observer =
        observer([self = shared_from_this(), method](Worker&, Strand&, const Outcome& outcome) {
            self->controlHandled(method, outcome);
        });
    m_host.worker().startMethod(m_handler->get(), handler.name, args, std::move(options));
    m_host.options().runReady();
}

void ClientConnection::controlHandled(const char* method, const Outcome& outcome) {
    const auto connection = m_connection;
    if (outcome.isPanic() || outcome.isError())
        m_host.printError(outcome.value);
    else if (connection && std::string_view(method) == "onPing" && outcome.value.isList())
        connection->send(Opcode::Pong, outcome.value.list()->byteView());
    if (connection)
        connection->next();
}

// ---- the end of a connection

void ClientConnection::closedArrived(const Arrival& arrival) {
    const std::string code = "Status code: " + std::to_string(arrival.code);
    m_farewell =
        arrival.payload.empty() ? "Connection closed " + code : std::string(arrival.payload) + ": " + code;
    m_farewellType = typeName("ConnectionClosureError");
    m_endCode = arrival.code;
    const bool isAbnormal = arrival.code == close_code::abnormal;
    const auto connection = m_connection;
    connection->finishClosing();
    if (!isAbnormal || m_readers.empty() || !comesBack())
        tellEnd();
    connection->next();
}

void ClientConnection::failedArrived(const Arrival& arrival) {
    const bool isNetwork = arrival.code == 0;
    m_farewell = (isNetwork ? "ConnectionError: " : "") + std::string(arrival.payload);
    m_farewellType = typeName(isNetwork ? "ConnectionError" : "Error");
    const auto connection = m_connection;
    m_endCode = isNetwork ? int(close_code::abnormal) : int(arrival.code);
    if (!isNetwork || m_readers.empty() || !comesBack())
        tellEnd();
    connection->next();
}

/// Connects again, if that is configured, and keeps those who wait.
bool ClientConnection::comesBack() {
    return retryLater([this] {
        if (m_failure.empty())
            return repeatWrites();
        failReaders(m_failure, m_failureType);
        for (const Repeat& repeat : std::exchange(m_repeats, {}))
            repeat.waiter->resumeWithError(m_failure, m_failureType);
    });
}

void ClientConnection::ended() {
    const auto self = shared_from_this();
    resumeWriters();
    m_connection.reset();
    m_caller.reset(); // it keeps this
    m_host.removeClient(id());
    deliver();
}

// ---- writing

NativeResult ClientConnection::write(NativeCall& call, Opcode opcode, std::string_view payload) {
    const bool isLost = m_endCode == close_code::abnormal && (!m_connection || m_connection->isBroken());
    if (!isConnecting() && !(isLost && comesBack()))
        return Endpoint::write(call, opcode, payload);
    m_repeats.push_back({Waiter::suspend(call), opcode, std::string(payload)});
    return call.suspend();
}

void ClientConnection::repeatWrites() {
    for (const Repeat& repeat : std::exchange(m_repeats, {})) {
        if (m_connection && m_connection->send(repeat.opcode, repeat.payload) != SendResult::Broken)
            repeat.waiter->resume(Value::nil());
        else
            repeat.waiter->resumeWithError("ConnectionError: IO Error", typeName("ConnectionError"));
    }
}

void ClientConnection::goAway() {
    closeQuietly(close_code::goingAway, {}, goAwayTimeout);
}

/// What was written is still sent; nobody waits for an answer.
void ClientConnection::abandon() {
    m_retryTimer.stop();
    m_retryTimer.disconnect();
    m_handshake.reset();
    m_handler.reset();
    m_caller.reset();
    m_held.reset();
    if (!m_connection)
        return;
    m_connection->forgetUser();
    m_connection->drop();
    m_connection.reset();
}

} // namespace barre::runtime::websocket
