// From the payload of a message to the argument of a handler.
#pragma once

#include "runtime/websocket/host.h"

#include <functional>
#include <string_view>

namespace barre::runtime::websocket {

/// A message as a value: a string, or bytes.
struct Payload {
    Value value;
    bool isText = true;
};

/// How a payload becomes a value of the type.
enum class Conversion : uint8_t {
    None,     ///< it is one already
    Decode,   ///< bytes to a string, then see what that needs
    Xml,      ///< parse it
    Json,     ///< parse it and convert it to the type
    Mismatch, ///< no value of the type can come of it
};
Conversion conversionFor(types::TypeContext& types, const Payload& payload, const types::SemType& type);

/// Binds and then calls `done` with the value, or with an error and `failed` set. Often at once.
using Bound = std::function<void(Value value, bool failed)>;
void bind(WebSocketHost& host, Payload payload, const types::SemType& type, Bound done);

} // namespace barre::runtime::websocket
