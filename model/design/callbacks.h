#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace barre::design {

/// A row of callbacks.def: a method that the runtime calls on a connection class.
struct CallbackRow {
    std::string_view name;       ///< `onTextMessage`
    std::string_view words;      ///< "When a text message arrives"
    std::string_view shortWords; ///< "Text message arrived"
    std::string_view icon;
    std::string_view parameters; ///< `websocket:Caller caller, string message`
    std::string_view returns;    ///< `error?`
    std::string_view excludes;   ///< names of callbacks that it cannot stand beside
    std::string_view help;
};

/// The callbacks in the order in which a connection meets them.
std::span<const CallbackRow> callbacks();

/// The row of a callback, or null for other names.
const CallbackRow* findCallback(std::string_view name);

/// Whether a class that has `other` cannot have this callback as well.
bool excludes(const CallbackRow& row, std::string_view other);

} // namespace barre::design
