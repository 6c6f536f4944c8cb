// The receiving half of the frame codec: bytes in, messages out (RFC 6455 5). No Qt, no sockets.
#pragma once

#include "runtime/http/utf8.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace barre::runtime::websocket {

class MessageDeflater;

enum class Opcode : uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// What the bytes of a client amount to.
struct WireEvent {
    enum class Kind : uint8_t { Text, Binary, Ping, Pong, Close, Violation } kind = Kind::Text;
    std::string_view
        payload; ///< of a close frame its reason, of a violation what is wrong; valid until the next call
    uint16_t code = 0; ///< of a close frame (1005: none); what to close with after a violation
};

struct ReaderLimits {
    size_t frame = 65536;              ///< payload of one frame
    size_t message = size_t(64) << 20; ///< payload of a message, also once inflated
    bool isMasked = true;              ///< frames must be masked (from clients) or must not be (from servers)
    MessageDeflater* deflater = nullptr; ///< not null: compressed messages were agreed on
};

/// Reads frames piece by piece, however the bytes are cut. Unmasks in place; text is checked as it arrives.
class FrameReader {
public:
    explicit FrameReader(ReaderLimits limits = {}) : m_limits(limits) {}

    /// Consumes bytes from the front of `input` up to and including the next event. Nothing: all of it is
    /// consumed. After a close frame or a violation everything is ignored.
    std::optional<WireEvent> next(std::span<char>& input);

private:
    using Step = std::optional<WireEvent>;

    bool readHeader(std::span<char>& input);
    Step checkHeader();
    Step checkControl();
    Step checkData();
    Step checkSize();
    Step takePayload(std::span<char>& input);
    Step takeControl(std::span<char> piece);
    Step takeData(std::span<char> piece);
    Step finishMessage(std::string_view payload);
    Step finishCompressed(std::string_view payload);
    Step finishClose(std::string_view payload);
    Step violation(uint16_t code, std::string text);
    void unmask(std::span<char> piece);
    void startMessage();
    void releaseEmitted();

    ReaderLimits m_limits;
    uint8_t m_header[14] = {};
    uint8_t m_headerSize = 0;
    bool m_inFrame = false;
    bool m_inMessage = false;
    bool m_isOver = false;
    bool m_isEmitted = false; ///< the last event's payload is in m_message
    bool m_isControlEmitted = false;
    bool m_isCompressed = false; ///< the message at hand
    Opcode m_opcode = Opcode::Continuation;
    Opcode m_messageOpcode = Opcode::Text;
    bool m_isFinal = false;
    uint8_t m_maskOffset = 0;
    uint8_t m_mask[4] = {};
    uint64_t m_frameSize = 0;
    uint64_t m_remaining = 0;
    http::Utf8Checker m_utf8;
    std::string m_message; ///< what of the message came in earlier pieces
    std::string m_control; ///< the same of a control frame, which may come between
    std::string m_text;    ///< inflated message or text of a violation
};

/// XORs with the mask, beginning at byte `offset` (0 to 3) of it.
void applyMask(std::span<char> bytes, const uint8_t mask[4], unsigned offset = 0);

} // namespace barre::runtime::websocket
