// permessage-deflate (RFC 7692), always without context takeover: a connection then costs no memory for it,
// because all connections of a worker share one pair of these.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace barre::runtime::websocket {

/// What both sides agreed on.
struct DeflateAgreement {
    int windowBits = 15;  ///< of what we send, 9 to 15
    std::string response; ///< value of our `Sec-WebSocket-Extensions` header
};

/// The first offer that we can take (`permessage-deflate; client_max_window_bits`).
std::optional<DeflateAgreement> agreeOnDeflate(std::span<const std::string> offers);

/// Compresses and inflates whole messages.
class MessageDeflater {
public:
    enum class Inflated { Done, TooLarge, Corrupt };

    MessageDeflater();
    ~MessageDeflater();
    MessageDeflater(const MessageDeflater&) = delete;
    MessageDeflater& operator=(const MessageDeflater&) = delete;

    /// The compressed message without its last four bytes, as it is sent. Valid until the next call.
    std::string_view deflate(std::string_view message, int windowBits);
    /// Appends the message to `out`, at most `limit` bytes.
    Inflated inflate(std::string_view compressed, std::string& out, size_t limit);

private:
    struct Streams;
    std::unique_ptr<Streams> m_streams;
    std::string m_deflated;
};

} // namespace barre::runtime::websocket
