// The answer to an opening handshake, by a QWebSocketServer that never listens.
#pragma once

#include "runtime/http/upgrade_request.h"

#include <QtWebSockets/QWebSocketServer>

#include <string>
#include <utility>
#include <vector>

namespace barre::runtime::websocket {

/// What the 101 answer says besides what the protocol asks for.
struct HandshakeReply {
    std::string subProtocol;                                  ///< empty: none
    std::string extensions;                                   ///< empty: none
    std::string serverName;                                   ///< empty: no `Server` header
    std::vector<std::pair<std::string, std::string>> headers; ///< of the program
};

/// Answers handshakes; one per worker.
class Handshaker {
public:
    Handshaker();

    /// The whole 101 response; empty if the server did not accept the request.
    std::string answer(const http::UpgradeRequest& request, const HandshakeReply& reply);

private:
    QWebSocketServer m_server;
};

/// False if a header of the program would break the response: no name, or line breaks in it.
bool isValidHeader(const std::string& name, const std::string& value);

} // namespace barre::runtime::websocket
