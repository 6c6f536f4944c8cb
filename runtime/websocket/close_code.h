#pragma once

#include <cstdint>

namespace barre::runtime::websocket {

/// Status codes of close frames (RFC 6455 7.4).
namespace close_code {
inline constexpr uint16_t normal = 1000;
inline constexpr uint16_t goingAway = 1001;
inline constexpr uint16_t protocolError = 1002;
inline constexpr uint16_t unsupportedData = 1003;
inline constexpr uint16_t none = 1005;     ///< never sent: the close frame had no code
inline constexpr uint16_t abnormal = 1006; ///< never sent: there was no close frame
inline constexpr uint16_t invalidPayload = 1007;
inline constexpr uint16_t tooBig = 1009;
inline constexpr uint16_t internalError = 1011;
} // namespace close_code

/// True if a close frame may carry the code.
constexpr bool mayReceive(int code) {
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

/// True if a program may close with the code; the peer of this library refuses 1012 to 2999.
constexpr bool maySend(int code) {
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1011) || (code >= 3000 && code <= 4999);
}

/// The longest reason of a close frame, in bytes.
inline constexpr unsigned longestReason = 123;

} // namespace barre::runtime::websocket
