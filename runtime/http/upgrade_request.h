// A request for a WebSocket connection, checked by RFC 6455 4.2.1. No Qt.
#pragma once

#include "runtime/http/request_head.h"
#include "runtime/http/uri.h"

#include <variant>

namespace barre::runtime::http {

/// A valid opening handshake that still waits for its answer.
struct UpgradeRequest {
    RequestHead head;
    Uri uri;
    std::string key;                       ///< of `Sec-WebSocket-Key`; 24 characters of base64
    std::vector<std::string> subProtocols; ///< in the client's order
    std::vector<std::string>
        extensions; ///< offers as they were sent: `permessage-deflate; client_max_window_bits`
};

/// The request, or how to answer it instead.
std::variant<UpgradeRequest, Refusal> checkUpgrade(RequestHead head);

/// A complete HTTP response that ends the connection; adds the headers that its status asks for (405, 426).
std::string refusalResponse(const Refusal& refusal, std::string_view serverName = {});

/// The reason phrase of a status code.
std::string_view statusText(int status);

} // namespace barre::runtime::http
