#pragma once

#include "model/edits/declarations.h"
#include "model/edits/edit_result.h"

#include <string>
#include <string_view>
#include <vector>

namespace barre::edits {

EditResult setServicePath(const Snapshot& snapshot, const SymbolId& service, std::string_view path);
/// Writes what stands after `on`: the name of a listener, or an expression.
EditResult setServiceListener(const Snapshot& snapshot, const SymbolId& service, std::string_view listener);
/// A field of @websocket:ServiceConfig; an empty text removes it, and the annotation with its last field.
EditResult setServiceOption(const Snapshot& snapshot, const SymbolId& service, std::string_view option,
                            std::string_view text);

/// The path of a resource as it is written: `.`, `rooms/[string room]`.
EditResult setResourcePath(const Snapshot& snapshot, const SymbolId& resource, std::string_view path);
/// All parameters between the parentheses (path parameters belong to the path).
EditResult setParameters(const Snapshot& snapshot, const SymbolId& function,
                         const std::vector<ParameterText>& parameters);
EditResult setReturnType(const Snapshot& snapshot, const SymbolId& function, std::string_view type);
/// An upgrade resource for a service that has none.
EditResult addUpgradeResource(const Snapshot& snapshot, const SymbolId& service, std::string_view path,
                              std::string_view className);

struct ListenerText {
    std::string name;
    std::string type = "websocket:Listener";
    std::string port;
};

EditResult addListener(const Snapshot& snapshot, const std::string& file, const ListenerText& listener);
EditResult setListener(const Snapshot& snapshot, const SymbolId& listener, const ListenerText& text);
/// A named argument of the listener's `new`; an empty text removes it.
EditResult setListenerOption(const Snapshot& snapshot, const SymbolId& listener, std::string_view option,
                             std::string_view text);

/// What the wizard asks for.
struct WebSocketServiceText {
    std::string file = "main.bal";
    std::string listener; ///< the name of one that exists, or of the new one
    bool isNewListener = true;
    std::string port = "8080";          ///< of a new listener; written as `configurable int port`
    std::string path = "/";             ///< of the service: `/chat`
    std::string resourcePath = ".";     ///< `rooms/[string room]`
    std::string className;              ///< `ChatService`
    std::vector<std::string> callbacks; ///< names of callbacks.def
    bool echo = false;                  ///< onTextMessage sends back what arrives
    std::string idleTimeout;            ///< seconds, empty for none
};

/// Listener, service, upgrade resource and connection class, as a person would write them.
EditResult createWebSocketService(const Snapshot& snapshot, const WebSocketServiceText& text);

/// The files of a new package, to be written into an empty folder: Ballerina.toml and main.bal.
EditResult createProject(std::string_view org, std::string_view name);

/// Sets a configurable's value in Config.toml; an empty text removes it, a string may come without quotes.
EditResult setConfigValue(const Snapshot& snapshot, const SymbolId& configurable, std::string_view value);

} // namespace barre::edits
