// The sending half of the frame codec: messages in, bytes out. No Qt, no sockets.
#pragma once

#include "runtime/websocket/frame_reader.h"

#include <functional>
#include <string>
#include <string_view>

namespace barre::runtime::websocket {

struct FrameShape {
    Opcode opcode = Opcode::Text;
    bool isFinal = true;
    bool isCompressed = false;
    const uint8_t* mask = nullptr; ///< four bytes; null: unmasked, as servers send
};

/// Appends the header of a frame with a payload of that size.
void appendHeader(std::string& out, const FrameShape& shape, uint64_t payloadSize);
/// Appends a whole frame.
void appendFrame(std::string& out, const FrameShape& shape, std::string_view payload);
/// Appends a message in frames of at most `frameSize` bytes of payload. `newMask`: for clients, each frame
/// is masked anew.
void appendMessage(std::string& out, FrameShape shape, std::string_view payload, size_t frameSize,
                   const std::function<uint32_t()>& newMask = {});
/// The payload of a close frame: the code (none for 1005) and the reason.
std::string closePayload(uint16_t code, std::string_view reason);
/// The longest beginning of a UTF-8 text that has at most `size` bytes and cuts no character.
std::string_view cutText(std::string_view text, size_t size);

} // namespace barre::runtime::websocket
