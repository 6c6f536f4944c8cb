// The natives of websocket:Client; those that it shares with Caller are in natives.cpp.
#include "model/types/constructors.h"
#include "runtime/values/list_value.h"
#include "runtime/values/object_value.h"
#include "runtime/values/other_values.h"
#include "runtime/websocket/client_connection.h"
#include "runtime/websocket/natives.h"
#include "runtime/websocket/secure_socket.h"
#include "runtime/websocket/service_config.h"

namespace barre::runtime::websocket {

namespace {

constexpr std::string_view errorType = "ballerina/websocket:Error";

ClientConnection& clientOf(const NativeCall& call) {
    return static_cast<ClientConnection&>(*nativeOf<EndpointData>(call.arg(0))->endpoint);
}

std::string readHeaders(Mapping* given, HandshakeRequest& request) {
    for (FieldCursor cursor(given); cursor.next();) {
        const std::string name(cursor.key()->view()), value = textOf(cursor.value());
        if (!isValidHeader(name, value))
            return "The header '" + name + "' is not valid";
        request.headers.push_back({name, value});
    }
    return {};
}

/// The context of TLS for `wss`.
std::string readTls(Mapping* config, ClientOptions& options) {
    if (!options.isSecure)
        return {};
    http::TlsOptions tls;
    tls.verify = http::TlsOptions::Verify::Required;
    options.request.serverName = options.request.host;
    if (const Value socket = get(config, "secureSocket"); socket.isMapping()) {
        if (std::string failure = readClientSocket(socket.mapping(), tls); !failure.empty())
            return failure;
        if (const std::string name = textOf(get(socket.mapping(), "serverName")); !name.empty())
            options.request.serverName = name;
    }
    std::string failure;
    options.request.tls = http::TlsContext::forClient(tls, failure);
    return failure;
}

void readRetry(const Value& value, ClientOptions& options) {
    if (!value.isMapping())
        return;
    RetryConfig retry;
    retry.maxCount = get(value.mapping(), "maxCount").integer;
    retry.interval = milliseconds(get(value.mapping(), "interval"), retry.interval);
    retry.factor = get(value.mapping(), "backOffFactor").floating;
    retry.longest = milliseconds(get(value.mapping(), "maxWaitInterval"), retry.longest);
    options.retry = retry;
}

std::chrono::milliseconds positive(std::chrono::milliseconds time, std::chrono::milliseconds fallback) {
    return time.count() < 0 ? fallback : time;
}

std::string readConfig(std::string_view url, Mapping* config, Mapping* headers, ClientOptions& options) {
    HandshakeRequest& request = options.request;
    if (std::string failure = readUrl(std::string(url), request, options.isSecure); !failure.empty())
        return "Error: " + failure;
    request.subProtocols = stringsOf(get(config, "subProtocols"));
    request.offersDeflate = get(config, "webSocketCompressionEnabled").boolean();
    request.timeout =
        positive(milliseconds(get(config, "handShakeTimeout"), request.timeout), request.timeout);
    options.readTimeout = positive(milliseconds(get(config, "readTimeout"), {}), {});
    options.writeTimeout = positive(milliseconds(get(config, "writeTimeout"), {}), {});
    options.maxFrameSize = frameSizeOf(get(config, "maxFrameSize"));
    readRetry(get(config, "retryConfig"), options);
    if (std::string failure = readHeaders(headers, request); !failure.empty())
        return "Error: " + failure;
    return readTls(config, options);
}

NativeResult open(NativeCall& call) {
    Mapping* config = call.arg(2).mapping();
    ClientOptions options;
    const std::string failure = readConfig(call.text(1), config, call.arg(3).mapping(), options);
    if (!failure.empty())
        return call.giveError(failure, errorType);
    auto client = std::make_shared<ClientConnection>(WebSocketHost::of(call.vm()), std::move(options),
                                                     get(config, "pingPongHandler"));
    setNative(call.heap(), call.arg(0).as<Object>(), std::make_unique<EndpointData>(client));
    return client->open(call);
}

NativeResult readTextMessage(NativeCall& call) {
    return clientOf(call).read(call, types::stringType);
}

NativeResult readBinaryMessage(NativeCall& call) {
    types::TypeContext& types = call.worker.types();
    return clientOf(call).read(call, types::arrayOf(types, types::byteType(types)));
}

NativeResult readMessage(NativeCall& call) {
    return clientOf(call).read(call, call.arg(1).as<Typedesc>()->type->type);
}

/// status, reason, names and values of the headers; nil before the service has answered.
NativeResult response(NativeCall& call) {
    const http::ResponseHead& head = clientOf(call).response();
    if (head.status == 0)
        return call.giveNil();
    std::vector<std::string> texts{std::to_string(head.status), head.reason};
    for (const http::Header& header : head.headers) {
        texts.push_back(header.name);
        texts.push_back(header.value);
    }
    return call.give(call.vm().stringList(texts));
}

} // namespace

std::span<const NativeRow> clientNatives() {
    static constexpr NativeRow rows[] = {
        {"ballerina/websocket:Client.open", open},
        {"ballerina/websocket:Client.readTextMessage", readTextMessage},
        {"ballerina/websocket:Client.readBinaryMessage", readBinaryMessage},
        {"ballerina/websocket:Client.readMessage", readMessage},
        {"ballerina/websocket:Client.response", response},
    };
    return rows;
}

} // namespace barre::runtime::websocket
