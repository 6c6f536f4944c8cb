// The options of an upgrade service, read from its `@websocket:ServiceConfig`.
#pragma once

#include "runtime/vm/vm.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace barre::runtime::websocket {

struct ServiceConfig {
    std::vector<std::string> subProtocols;
    std::chrono::milliseconds idleTimeout{0};
    std::chrono::milliseconds closureTimeout{60'000}; ///< negative: for ever
    size_t maxFrameSize = 65536;
    bool validation = true;
    std::string dispatcherKey;
    std::optional<Root> auth; ///< who may connect, a list; nothing: everybody

    /// The one of the client's protocols that the service speaks; empty: none.
    std::string choose(const std::vector<std::string>& offered) const;
};

/// The config of a class. `failure` says what is wrong with it.
ServiceConfig readServiceConfig(Vm& vm, const ClassCode& code, std::string& failure);

/// An int, float or decimal as milliseconds; `fallback` for anything else.
std::chrono::milliseconds milliseconds(const Value& seconds, std::chrono::milliseconds fallback);
/// The value of a field `maxFrameSize`.
size_t frameSizeOf(const Value& value);
/// The strings of a list.
std::vector<std::string> stringsOf(const Value& list);
/// The text of a string value, or empty.
std::string textOf(const Value& value);

} // namespace barre::runtime::websocket
