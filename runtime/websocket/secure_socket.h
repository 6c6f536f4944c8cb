// The record `secureSocket` of a listener or a client as options of TLS.
#pragma once

#include "runtime/http/tls.h"
#include "runtime/values/mapping_value.h"

#include <string>

namespace barre::runtime::websocket {

// Each returns what is wrong, empty if nothing is.

std::string readListenerSocket(Mapping* secureSocket, http::TlsOptions& options);
std::string readClientSocket(Mapping* secureSocket, http::TlsOptions& options);

} // namespace barre::runtime::websocket
