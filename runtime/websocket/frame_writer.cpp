#include "runtime/websocket/frame_writer.h"

#include "runtime/websocket/close_code.h"

#include <algorithm>
#include <cstring>

namespace barre::runtime::websocket {

void appendHeader(std::string& out, const FrameShape& shape, uint64_t payloadSize) {
    char header[14];
    size_t size = 2;
    header[0] = char((shape.isFinal ? 0x80 : 0) | (shape.isCompressed ? 0x40 : 0) | uint8_t(shape.opcode));
    const int lengthBytes = payloadSize < 126 ? 0 : payloadSize < 65536 ? 2 : 8;
    header[1] = char((shape.mask ? 0x80 : 0) | (lengthBytes == 0   ? uint8_t(payloadSize)
                                                : lengthBytes == 2 ? 126
                                                                   : 127));
    for (int i = lengthBytes - 1; i >= 0; --i)
        header[size++] = char(payloadSize >> (8 * i));
    for (int i = 0; shape.mask && i < 4; ++i)
        header[size++] = char(shape.mask[i]);
    out.append(header, size);
}

void appendFrame(std::string& out, const FrameShape& shape, std::string_view payload) {
    appendHeader(out, shape, payload.size());
    const size_t begin = out.size();
    out.append(payload);
    if (shape.mask)
        applyMask({out.data() + begin, payload.size()}, shape.mask);
}

void appendMessage(std::string& out, FrameShape shape, std::string_view payload, size_t frameSize,
                   const std::function<uint32_t()>& newMask) {
    uint8_t mask[4];
    while (true) {
        if (newMask) {
            const uint32_t bits = newMask();
            std::memcpy(mask, &bits, sizeof mask);
            shape.mask = mask;
        }
        shape.isFinal = payload.size() <= frameSize;
        const size_t size = std::min(payload.size(), frameSize);
        appendFrame(out, shape, payload.substr(0, size));
        if (shape.isFinal)
            return;
        payload.remove_prefix(size);
        shape.opcode = Opcode::Continuation;
        shape.isCompressed = false;
    }
}

std::string closePayload(uint16_t code, std::string_view reason) {
    if (code == close_code::none)
        return {};
    std::string payload{char(code >> 8), char(code & 0xFF)};
    return payload.append(cutText(reason, longestReason));
}

std::string_view cutText(std::string_view text, size_t size) {
    if (text.size() <= size)
        return text;
    while (size > 0 && (uint8_t(text[size]) & 0xC0) == 0x80)
        --size;
    return text.substr(0, size);
}

} // namespace barre::runtime::websocket
