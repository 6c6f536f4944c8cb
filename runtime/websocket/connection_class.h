// What the remote methods of a connection's service class take, and which of them a message goes to.
#pragma once

#include "runtime/vm/vm.h"

#include <string>
#include <string_view>
#include <vector>

namespace barre::runtime::websocket {

/// Where the argument for a parameter comes from.
enum class Source : uint8_t { Caller, Payload, StatusCode, Reason, Error };

struct HandlerParam {
    Source source = Source::Payload;
    types::SemType type;
};

/// A remote method.
struct Handler {
    std::string name;
    std::string dispatcherValue; ///< of its DispatcherConfig; empty: none
    std::vector<HandlerParam> params;
    bool isIsolated = false; ///< class and method are: it may run beside everything

    bool takesPayload() const;
};

/// The remote methods of one class, read once.
class ConnectionClass {
public:
    ConnectionClass(Vm& vm, types::TypeContext& types, const ClassInfo& info);

    const std::string& name() const { return m_name; }
    /// The handler of that name, or null. One with a dispatcher value is found by that value only.
    const Handler* find(std::string_view name) const;
    /// The handler of a text message: by the value of the dispatcher key (empty: none), else onTextMessage,
    /// else onMessage; or null.
    const Handler* forText(std::string_view dispatcherValue) const;
    /// The first of onBinaryMessage and onMessage, or null.
    const Handler* forBinary() const;
    /// `<name>Error`, else onError, or null.
    const Handler* forBindingError(const Handler& handler) const;

private:
    std::string m_name;
    std::vector<Handler> m_handlers;
};

/// The method that a message type stands for: "un subscribe" -> onUnSubscribe, "heartBeat" -> onHeartbeat.
std::string methodNameFor(std::string_view messageType);

} // namespace barre::runtime::websocket
