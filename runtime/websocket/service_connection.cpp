// Arrivals and handlers; returned values are in returned_values.cpp.
#include "runtime/websocket/service_connection.h"

#include "runtime/values/object_value.h"
#include "runtime/websocket/close_code.h"

#include <cstdio>

namespace barre::runtime::websocket {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

namespace {

constexpr size_t previewSize = 200;
constexpr size_t hexPreviewSize = 64;
constexpr auto goAwayTimeout = 2000ms;

std::string_view kindName(Opcode opcode) {
    switch (opcode) {
    case Opcode::Text: return "text";
    case Opcode::Binary: return "binary";
    case Opcode::Ping: return "ping";
    case Opcode::Pong: return "pong";
    case Opcode::Close: return "close";
    case Opcode::Continuation: break;
    }
    return "continuation";
}

std::string preview(Opcode opcode, std::string_view payload) {
    if (opcode == Opcode::Text || opcode == Opcode::Close)
        return std::string(cutText(payload, previewSize));
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char c : payload.substr(0, hexPreviewSize)) {
        text += digits[uint8_t(c) >> 4];
        text += digits[uint8_t(c) & 15];
        text += ' ';
    }
    return text;
}

std::string_view errorTypeFor(uint16_t code) {
    switch (code) {
    case 0: return "ConnectionError";
    case close_code::tooBig: return "PayloadTooLargeError";
    default: return "CorruptedFrameError";
    }
}

/// The reason of a close frame has little room: what is longer is cut.
std::string shortReason(std::string message) {
    constexpr size_t longest = 100, kept = 80;
    if (message.size() <= longest)
        return message;
    return std::string(cutText(message, kept)) + "...";
}

} // namespace

ServiceConnection::ServiceConnection(WebSocketHost& host, Value service, ServiceConnectionParts parts)
    : Endpoint(host.newConnectionId()), m_host(host), m_parts(std::move(parts)),
      m_class(&host.connectionClass(*service.as<Object>()->info)),
      m_service(std::in_place, host.vm().heap(), service), m_isSecure(m_parts.stream->isSecure()) {}

void ServiceConnection::start(std::string_view handshakeAnswer) {
    const auto self = shared_from_this();
    Vm& vm = m_host.vm();
    ConnectionOptions options;
    options.maxFrameSize = config().maxFrameSize;
    options.idleTimeout = config().idleTimeout;
    options.tellsPings = m_class->find("onPing");
    options.tellsPongs = m_class->find("onPong");
    options.observer = m_host.options().sink ? this : nullptr;
    if (m_parts.deflate) {
        options.deflater = &m_host.deflater();
        options.deflateBits = m_parts.deflate->windowBits;
    }
    Object* caller = vm.object(*vm.findClass("ballerina/websocket", "Caller"));
    if (Value* attributes = fieldOf(caller, "attributes"))
        *attributes = Value::of(makeMap(vm.heap(), vm.typeTable().anydataMap()));
    setNative(vm.heap(), caller, std::make_unique<EndpointData>(self));
    m_caller.emplace(vm.heap(), Value::of(caller));
    m_connection = std::make_shared<Connection>(m_host.poller(), std::move(m_parts.stream), *this, options);
    m_host.add(self);
    m_host.tell(OpenedEvent{id(), m_parts.remote, m_parts.path, m_parts.servicePath, m_class->name()});
    m_connection->start(handshakeAnswer, std::exchange(m_parts.rest, {}));
    const Handler* handler = m_class->find("onOpen");
    if (handler && m_connection)
        invoke(invocation(*handler, Event::Open));
    else
        complete(Event::Open);
}

// ---- what arrives

void ServiceConnection::arrived(const Arrival& arrival) {
    const auto self = shared_from_this();
    const std::lock_guard lock(m_host.vm().execution());
    if (m_hasPanicked && arrival.kind != Arrival::Kind::Closed && arrival.kind != Arrival::Kind::Failed)
        return complete(Event::Message);
    switch (arrival.kind) {
    case Arrival::Kind::Text: return textArrived(arrival.payload);
    case Arrival::Kind::Binary: return binaryArrived(arrival.payload);
    case Arrival::Kind::Ping: return controlArrived("onPing", Event::Ping, arrival.payload);
    case Arrival::Kind::Pong: return controlArrived("onPong", Event::Pong, arrival.payload);
    case Arrival::Kind::Closed: return closedArrived(arrival);
    case Arrival::Kind::Failed: {
        m_endCode = arrival.code == 0 ? int(close_code::abnormal) : int(arrival.code);
        m_endReason = arrival.payload;
        const std::string_view type = errorTypeFor(arrival.code);
        return failed(std::string(type) + ": " + std::string(arrival.payload), type);
    }
    }
}

void ServiceConnection::textArrived(std::string_view text) {
    const Value value = m_host.vm().string(text);
    if (config().dispatcherKey.empty())
        return dispatchText(m_class->forText({}), value);
    const auto rooted = std::make_shared<Root>(m_host.vm().heap(), value);
    const Value args[] = {value};
    m_host.callLibrary("ballerina/lang.value", "fromJsonString", args,
                       [self = shared_from_this(), rooted](const Outcome& outcome) {
                           std::string key;
                           if (outcome.kind == Outcome::Kind::Value && outcome.value.isMapping())
                               key = textOf(get(outcome.value.mapping(), self->config().dispatcherKey));
                           self->dispatchText(self->m_class->forText(key), rooted->get());
                       });
}

void ServiceConnection::dispatchText(const Handler* handler, Value text) {
    if (!handler)
        return complete(Event::Message);
    auto call = invocation(*handler, Event::Message);
    call->payload.set(text);
    invoke(std::move(call));
}

void ServiceConnection::binaryArrived(std::string_view bytes) {
    const Handler* handler = m_class->forBinary();
    if (!handler)
        return complete(Event::Message);
    auto call = invocation(*handler, Event::Message);
    call->payload.set(m_host.vm().bytes(bytes));
    call->isText = false;
    invoke(std::move(call));
}

void ServiceConnection::controlArrived(const char* method, Event event, std::string_view bytes) {
    auto call = invocation(*m_class->find(method), event);
    call->payload.set(m_host.vm().bytes(bytes));
    call->isText = false;
    invoke(std::move(call));
}

void ServiceConnection::closedArrived(const Arrival& arrival) {
    m_endCode = arrival.code;
    m_endReason = arrival.payload;
    const Handler* handler = m_class->find("onClose");
    if (!handler)
        return complete(Event::Close);
    auto call = invocation(*handler, Event::Close);
    call->code = arrival.code;
    call->detail.set(m_host.vm().string(arrival.payload));
    invoke(std::move(call));
}

/// Something went wrong that the program may want to know.
void ServiceConnection::failed(std::string_view message, std::string_view errorType) {
    const Value error = m_host.vm().error(message, "ballerina/websocket:" + std::string(errorType));
    const Handler* handler = m_class->find("onError");
    if (!handler) {
        std::fprintf(stderr, "error: %.*s\n", int(message.size()), message.data());
        return complete(Event::Failure);
    }
    auto call = invocation(*handler, Event::Failure);
    call->detail.set(error);
    invoke(std::move(call));
}

void ServiceConnection::drained() {
    const std::lock_guard lock(m_host.vm().execution());
    resumeWriters();
    for (const auto& next : std::exchange(m_whenDrained, {}))
        next();
}

void ServiceConnection::idle() {
    const std::lock_guard lock(m_host.vm().execution());
    const Handler* handler = m_class->find("onIdleTimeout");
    if (!handler || m_isIdleRunning)
        return;
    m_isIdleRunning = true;
    invoke(invocation(*handler, Event::Idle));
}

void ServiceConnection::ended() {
    const auto self = shared_from_this();
    m_host.tell(ClosedEvent{id(), m_endCode, m_endReason});
    drained();
    m_connection.reset();
    m_caller.reset();
    m_service.reset();
    m_host.remove(id());
}

void ServiceConnection::frameSeen(bool incoming, Opcode opcode, std::string_view payload) {
    if (m_host.isWatched())
        m_host.tell(FrameEvent{id(), incoming, kindName(opcode), payload.size(), preview(opcode, payload)});
}

// ---- handlers

ServiceConnection::InvocationPtr ServiceConnection::invocation(const Handler& handler, Event event) {
    auto call = std::make_shared<Invocation>(m_host.vm().heap());
    call->handler = &handler;
    call->event = event;
    return call;
}

void ServiceConnection::invoke(InvocationPtr invocation) {
    invocation->args.reserve(invocation->handler->params.size());
    bindNext(std::move(invocation));
}

/// Makes one argument after the other; those that are parsed may take a strand of their own.
void ServiceConnection::bindNext(InvocationPtr invocation) {
    Heap& heap = m_host.vm().heap();
    const auto& params = invocation->handler->params;
    while (invocation->args.size() < params.size()) {
        const HandlerParam& param = params[invocation->args.size()];
        switch (param.source) {
        case Source::Caller: invocation->args.emplace_back(heap, m_caller->get()); break;
        case Source::StatusCode:
            invocation->args.emplace_back(heap, Value::of(int64_t(invocation->code)));
            break;
        case Source::Reason:
        case Source::Error: invocation->args.push_back(invocation->detail); break;
        case Source::Payload: {
            const Payload payload{invocation->payload.get(), invocation->isText};
            if (payload.isText &&
                conversionFor(m_host.worker().types(), payload, param.type) == Conversion::None) {
                invocation->args.push_back(invocation->payload);
                break;
            }
            return bind(m_host, payload, param.type,
                        [self = shared_from_this(), invocation](Value value, bool failed) {
                            if (failed)
                                return self->bindingFailed(*invocation, value);
                            invocation->args.emplace_back(self->m_host.vm().heap(), value);
                            self->bindNext(invocation);
                        });
        }
        }
    }
    run(std::move(invocation));
}

void ServiceConnection::run(InvocationPtr invocation) {
    if (!m_service)
        return;
    std::vector<Value> args;
    args.reserve(invocation->args.size());
    for (const Root& arg : invocation->args)
        args.push_back(arg.get());
    if (m_host.isWatched())
        invocation->begin = Clock::now();
    StrandOptions options;
    options.name = invocation->handler->name;
    options.isIsolated = invocation->handler->isIsolated;
    options.observer =
        observer([self = shared_from_this(), invocation](Worker&, Strand&, const Outcome& outcome) {
            self->finished(*invocation, outcome);
        });
    m_host.worker().startMethod(m_service->get(), invocation->handler->name, args, std::move(options));
    m_host.options().runReady();
}

/// The handler is not called: its error handler is, or onError, or the connection ends with 1003.
void ServiceConnection::bindingFailed(const Invocation& invocation, Value error) {
    const std::string message = error.isError() ? std::string(error.error()->message->view()) : "";
    const Handler* handler = m_class->forBindingError(*invocation.handler);
    if (!handler) {
        std::fprintf(stderr, "error: data binding failed: %s\n", message.c_str());
        closeQuietly(close_code::unsupportedData, shortReason("data binding failed: " + message));
        return complete(invocation.event);
    }
    auto call = this->invocation(*handler, Event::Failure);
    call->detail.set(m_host.vm().error("Error: " + message, "ballerina/websocket:Error"));
    invoke(std::move(call));
}

void ServiceConnection::finished(const Invocation& invocation, const Outcome& outcome) {
    if (outcome.kind == Outcome::Kind::Cancelled)
        return complete(invocation.event);
    if (outcome.isPanic())
        return panicked(invocation, outcome.value);
    if (outcome.isError()) {
        tellHandler(invocation, "error", textOf(Value::of(outcome.value.error()->message)));
        m_host.printError(outcome.value);
        return complete(invocation.event);
    }
    tellHandler(invocation, "ok", {});
    returned(invocation, outcome.value);
}

/// Ballerina ends the whole program after a panic in most handlers; here that is an option.
void ServiceConnection::panicked(const Invocation& invocation, Value error) {
    tellHandler(invocation, "panic", error.isError() ? textOf(Value::of(error.error()->message)) : "");
    m_host.printError(error);
    const Event event = invocation.event;
    if (event != Event::Close && event != Event::Failure)
        closeQuietly(close_code::internalError, "Unexpected condition");
    m_hasPanicked = event != Event::Failure;
    complete(event);
    const bool isFatal = event != Event::Close && event != Event::Failure && event != Event::Idle;
    if (isFatal && m_host.options().exitOnPanic)
        m_host.options().exit(1);
}

/// The handler and what it returned are dealt with: the next arrival may come.
void ServiceConnection::complete(Event event) {
    if (event == Event::Idle)
        m_isIdleRunning = false;
    if (event == Event::Idle || !m_connection)
        return;
    const auto connection = m_connection;
    if (event == Event::Close)
        connection->finishClosing();
    connection->next();
}

void ServiceConnection::tellHandler(const Invocation& invocation, std::string_view outcome,
                                    std::string message) {
    if (!m_host.isWatched())
        return;
    const auto spent = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - invocation.begin);
    m_host.tell(HandlerEvent{id(), m_class->name() + "." + invocation.handler->name, spent.count(), outcome,
                             std::move(message)});
}

// ---- closing and the methods of Caller

void ServiceConnection::closeQuietly(uint16_t code, std::string_view reason) {
    Endpoint::closeQuietly(code, reason, config().closureTimeout);
}

void ServiceConnection::goAway(uint16_t code, std::string_view reason) {
    Endpoint::closeQuietly(code, reason, goAwayTimeout);
}

void ServiceConnection::abandon() {
    if (!m_connection)
        return;
    m_connection->forgetUser();
    m_connection->abort();
    m_connection.reset();
    m_caller.reset();
    m_service.reset();
}

} // namespace barre::runtime::websocket
