#include "runtime/websocket/natives.h"

#include "runtime/values/list_value.h"
#include "runtime/values/object_value.h"
#include "runtime/websocket/close_code.h"
#include "runtime/websocket/listener.h"
#include "runtime/websocket/secure_socket.h"

namespace barre::runtime::websocket {

namespace {

constexpr std::string_view errorType = "ballerina/websocket:Error";
constexpr size_t longestControl = 125;

// ---- Listener

WebSocketListener& listenerOf(const NativeCall& call) {
    return *nativeOf<ListenerData>(call.arg(0))->listener;
}

NativeResult giveFailure(NativeCall& call, const std::string& failure) {
    return failure.empty() ? call.giveNil() : call.giveError(failure, errorType);
}

size_t sizeField(Mapping* mapping, std::string_view name, size_t fallback) {
    const Value value = get(mapping, name);
    return value.isInt() && value.integer >= 0 ? size_t(value.integer) : fallback;
}

std::string loadTls(const Value& secureSocket, http::GateOptions& options) {
    if (!secureSocket.isMapping())
        return {};
    http::TlsOptions tls;
    std::string failure = readListenerSocket(secureSocket.mapping(), tls);
    if (failure.empty())
        options.tls = http::TlsContext::forServer(tls, failure);
    options.handshakeTimeout = milliseconds(get(secureSocket.mapping(), "handshakeTimeout"), {});
    return failure;
}

std::string readOptions(int64_t port, Mapping* config, http::GateOptions& options) {
    if (port <= 0 || port > 65535)
        return port == 0 ? "Listener port is not defined"
                         : "The port " + std::to_string(port) + " is not between 1 and 65535";
    options.port = uint16_t(port);
    options.host = textOf(get(config, "host"));
    options.serverName = textOf(get(config, "server"));
    if (!isValidHeader("server", options.serverName))
        return "The server name is not a valid header";
    options.timeout = milliseconds(get(config, "timeout"), options.timeout);
    if (options.timeout.count() < 0)
        return "Idle timeout cannot be negative. If you want to disable the timeout please use value 0";
    if (const Value limits = get(config, "requestLimits"); limits.isMapping()) {
        options.limits.uri = sizeField(limits.mapping(), "maxUriLength", options.limits.uri);
        options.limits.headers = sizeField(limits.mapping(), "maxHeaderSize", options.limits.headers);
    }
    return loadTls(get(config, "secureSocket"), options);
}

NativeResult listenerConfigure(NativeCall& call) {
    Mapping* config = call.arg(2).mapping();
    http::GateOptions options;
    if (const std::string failure = readOptions(call.arg(1).integer, config, options); !failure.empty())
        return call.giveError(failure, errorType);
    const Value compression = get(config, "webSocketCompressionEnabled");
    const bool compresses = !compression.is(Tag::Boolean) || compression.boolean();
    auto listener =
        std::make_shared<WebSocketListener>(WebSocketHost::of(call.vm()), std::move(options), compresses);
    setNative(call.heap(), call.arg(0).as<Object>(), std::make_unique<ListenerData>(std::move(listener)));
    return call.giveNil();
}

std::vector<std::string> segmentsOf(const Value& name) {
    if (name.isList())
        return stringsOf(name);
    return name.isString() ? http::pathSegments(name.string()->view()) : std::vector<std::string>();
}

NativeResult listenerAttach(NativeCall& call) {
    const Value name = call.argOr(2, Value::nil());
    return giveFailure(call, listenerOf(call).attach(call.arg(1), segmentsOf(name)));
}

NativeResult listenerDetach(NativeCall& call) {
    return giveFailure(call, listenerOf(call).detach(call.arg(1)));
}

NativeResult listenerStart(NativeCall& call) {
    return giveFailure(call, listenerOf(call).start());
}

NativeResult listenerStop(NativeCall& call) {
    listenerOf(call).close();
    return call.giveNil();
}

// ---- Caller

Endpoint& connectionOf(const NativeCall& call) {
    return *nativeOf<EndpointData>(call.arg(0))->endpoint;
}

NativeResult writeTextMessage(NativeCall& call) {
    return connectionOf(call).write(call, Opcode::Text, call.text(1));
}

NativeResult writeBinaryMessage(NativeCall& call) {
    return connectionOf(call).write(call, Opcode::Binary, call.arg(1).list()->byteView());
}

NativeResult writeControl(NativeCall& call, Opcode opcode, const char* name) {
    const std::string_view bytes = call.arg(1).list()->byteView();
    if (bytes.size() > longestControl)
        return call.giveError("CorruptedFrameError: invalid payload for " + std::string(name) +
                                  " (payload length must be <= 125, was " + std::to_string(bytes.size()) +
                                  ")",
                              "ballerina/websocket:CorruptedFrameError");
    return connectionOf(call).write(call, opcode, bytes);
}

NativeResult ping(NativeCall& call) {
    return writeControl(call, Opcode::Ping, "PING");
}

NativeResult pong(NativeCall& call) {
    return writeControl(call, Opcode::Pong, "PONG");
}

/// How long close() waits; nothing if the value is none that it takes.
std::optional<std::chrono::milliseconds> closeTimeout(const Value& given, const Endpoint& endpoint) {
    if (given.isNil() || given.isAbsent())
        return endpoint.closureTimeout();
    const auto timeout = milliseconds(given, endpoint.closureTimeout());
    const bool isForEver = timeout == std::chrono::milliseconds(-1000);
    const bool isTooLong = timeout.count() > int64_t(0x7FFFFFFF) * 1000;
    if ((timeout.count() < 0 && !isForEver) || isTooLong)
        return std::nullopt;
    return timeout;
}

NativeResult close(NativeCall& call) {
    Endpoint& connection = connectionOf(call);
    const Value status = call.argOr(1, Value::of(1000));
    const Value reason = call.argOr(2, Value::nil());
    const Value given = call.argOr(3, Value::nil());
    if (status.isInt() && !maySend(int(std::clamp<int64_t>(status.integer, 0, 100'000))))
        return call.giveError("Failed to execute close. Invalid status code: " +
                                  std::to_string(status.integer),
                              "ballerina/websocket:ConnectionClosureError");
    const auto timeout = closeTimeout(given, connection);
    if (!timeout)
        return call.giveError(
            "Invalid timeout value: " + std::to_string(milliseconds(given, {}).count() / 1000), errorType);
    const uint16_t code = status.isInt() ? uint16_t(status.integer) : close_code::none;
    return connection.close(call, code, textOf(reason), *timeout);
}

NativeResult getConnectionId(NativeCall& call) {
    return call.giveString(connectionOf(call).id());
}

NativeResult getNegotiatedSubProtocol(NativeCall& call) {
    const std::string& protocol = connectionOf(call).subProtocol();
    return protocol.empty() ? call.giveNil() : call.giveString(protocol);
}

NativeResult isSecure(NativeCall& call) {
    return call.give(Value::of(connectionOf(call).isSecure()));
}

NativeResult isOpen(NativeCall& call) {
    return call.give(Value::of(connectionOf(call).isOpen()));
}

} // namespace

std::span<const NativeRow> natives() {
    static constexpr NativeRow rows[] = {
        {"ballerina/websocket:Listener.configure", listenerConfigure},
        {"ballerina/websocket:Listener.attach", listenerAttach},
        {"ballerina/websocket:Listener.detach", listenerDetach},
        {"ballerina/websocket:Listener.start", listenerStart},
        {"ballerina/websocket:Listener.gracefulStop", listenerStop},
        {"ballerina/websocket:Listener.immediateStop", listenerStop},
        {"ballerina/websocket:Caller.writeTextMessage", writeTextMessage},
        {"ballerina/websocket:Caller.writeBinaryMessage", writeBinaryMessage},
        {"ballerina/websocket:Caller.close", close},
        {"ballerina/websocket:Caller.ping", ping},
        {"ballerina/websocket:Caller.pong", pong},
        {"ballerina/websocket:Caller.getConnectionId", getConnectionId},
        {"ballerina/websocket:Caller.getNegotiatedSubProtocol", getNegotiatedSubProtocol},
        {"ballerina/websocket:Caller.isSecure", isSecure},
        {"ballerina/websocket:Caller.isOpen", isOpen},
        {"ballerina/websocket:Client.writeTextMessage", writeTextMessage},
        {"ballerina/websocket:Client.writeBinaryMessage", writeBinaryMessage},
        {"ballerina/websocket:Client.close", close},
        {"ballerina/websocket:Client.ping", ping},
        {"ballerina/websocket:Client.pong", pong},
        {"ballerina/websocket:Client.getConnectionId", getConnectionId},
        {"ballerina/websocket:Client.getNegotiatedSubProtocol", getNegotiatedSubProtocol},
        {"ballerina/websocket:Client.isSecure", isSecure},
        {"ballerina/websocket:Client.isOpen", isOpen},
    };
    return rows;
}

} // namespace barre::runtime::websocket
