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

} // namespace barre::model
