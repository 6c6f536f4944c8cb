#pragma once

#ifndef Q_MOC_RUN // it cannot read <compare>
#include <compare>
#endif
#include <string>

namespace barre::model {

/// Names a declaration across snapshots: `ChatService.onTextMessage`, in another module than the default one
/// `chat.util:Room.join`, of a library `ballerina/websocket:Caller.close`. A resource method is
/// `ChatService.get a/[b]/c`, a service declaration `service /chat`, a second one of the same name `name#2`.
struct SymbolId {
    std::string path;

    bool empty() const { return path.empty(); }
    bool operator==(const SymbolId&) const = default;
    auto operator<=>(const SymbolId&) const = default;
};

/// The name that the declaration is written with: `onTextMessage`.
inline std::string lastNameOf(const SymbolId& id) {
    const size_t module = id.path.rfind(':') + 1; // npos + 1 is 0
    const size_t member = id.path.rfind('.');
    return id.path.substr(member == std::string::npos || member < module ? module : member + 1);
}

/// What it is called after it got another name.
inline SymbolId renamedTo(const SymbolId& id, const std::string& name) {
    return {id.path.substr(0, id.path.size() - lastNameOf(id).size()) + name};
}

} // namespace barre::model
