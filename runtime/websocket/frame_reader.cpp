#include "runtime/websocket/frame_reader.h"

#include "runtime/websocket/close_code.h"
#include "runtime/websocket/deflate.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace barre::runtime::websocket {

namespace {

constexpr size_t keptCapacity = 64 * 1024;

bool isControl(Opcode opcode) {
    return uint8_t(opcode) >= 8;
}

size_t headerSize(const uint8_t* header) {
    const uint8_t length = header[1] & 0x7F;
    return 2u + (length == 126 ? 2 : length == 127 ? 8 : 0) + (header[1] & 0x80 ? 4 : 0);
}

uint64_t bigEndian(const uint8_t* bytes, int count) {
    uint64_t value = 0;
    for (int i = 0; i < count; ++i)
        value = value << 8 | bytes[i];
    return value;
}

} // namespace

void applyMask(std::span<char> bytes, const uint8_t mask[4], unsigned offset) {
    uint8_t turned[8];
    for (unsigned i = 0; i < 8; ++i)
        turned[i] = mask[(offset + i) & 3];
    uint64_t wide;
    std::memcpy(&wide, turned, 8);
    size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        uint64_t word;
        std::memcpy(&word, bytes.data() + i, 8);
        word ^= wide;
        std::memcpy(bytes.data() + i, &word, 8);
    }
    for (; i < bytes.size(); ++i)
        bytes[i] = char(uint8_t(bytes[i]) ^ turned[i & 7]);
}

std::optional<WireEvent> FrameReader::next(std::span<char>& input) {
    releaseEmitted();
    while (!m_isOver) {
        if (!m_inFrame) {
            if (!readHeader(input))
                return std::nullopt;
            if (Step fault = checkHeader())
                return fault;
        }
        if (Step event = takePayload(input))
            return event;
        if (m_inFrame)
            return std::nullopt;
    }
    input = {};
    return std::nullopt;
}

/// Collects the header; false when bytes are missing.
bool FrameReader::readHeader(std::span<char>& input) {
    while (m_headerSize < 2 || m_headerSize < headerSize(m_header)) {
        const size_t wanted = m_headerSize < 2 ? 2 : headerSize(m_header);
        const size_t taken = std::min(wanted - m_headerSize, input.size());
        if (taken == 0)
            return false;
        std::memcpy(m_header + m_headerSize, input.data(), taken);
        m_headerSize = uint8_t(m_headerSize + taken);
        input = input.subspan(taken);
    }
    m_isFinal = m_header[0] & 0x80;
    m_opcode = Opcode(m_header[0] & 0x0F);
    const uint8_t length = m_header[1] & 0x7F;
    const uint8_t* after = m_header + 2;
    m_frameSize = length;
    if (length >= 126) {
        const int count = length == 126 ? 2 : 8;
        m_frameSize = bigEndian(after, count);
        after += count;
    }
    if (m_header[1] & 0x80)
        std::memcpy(m_mask, after, 4);
    m_remaining = m_frameSize;
    m_maskOffset = 0;
    m_headerSize = 0;
    m_inFrame = true;
    return true;
}

FrameReader::Step FrameReader::checkHeader() {
    const int reserved = m_header[0] >> 4 & 7;
    const bool compressed =
        reserved == 4 && m_limits.deflater && (m_opcode == Opcode::Text || m_opcode == Opcode::Binary);
    if (reserved != 0 && !compressed)
        return violation(close_code::protocolError,
                         "RSV != 0 and no extension negotiated, RSV:" + std::to_string(reserved));
    if (bool(m_header[1] & 0x80) != m_limits.isMasked)
        return violation(close_code::protocolError, "received a frame that is not masked as expected");
    if (Step fault = isControl(m_opcode) ? checkControl() : checkData())
        return fault;
    if (Step fault = checkSize())
        return fault;
    if (m_opcode == Opcode::Text || m_opcode == Opcode::Binary) {
        startMessage();
        m_isCompressed = compressed;
    }
    return std::nullopt;
}

FrameReader::Step FrameReader::checkControl() {
    if (!m_isFinal)
        return violation(close_code::protocolError, "fragmented control frame");
    if (m_frameSize > 125)
        return violation(close_code::protocolError, "control frame with payload length > 125 octets");
    if (uint8_t(m_opcode) > uint8_t(Opcode::Pong))
        return violation(close_code::protocolError,
                         "control frame using reserved opcode " + std::to_string(int(m_opcode)));
    if (m_opcode == Opcode::Close && m_frameSize == 1)
        return violation(close_code::protocolError, "received close control frame with payload len 1");
    return std::nullopt;
}

FrameReader::Step FrameReader::checkData() {
    if (uint8_t(m_opcode) > uint8_t(Opcode::Binary))
        return violation(close_code::protocolError,
                         "data frame using reserved opcode " + std::to_string(int(m_opcode)));
    if (m_opcode == Opcode::Continuation && !m_inMessage)
        return violation(close_code::protocolError,
                         "received continuation data frame outside fragmented message");
    if (m_opcode != Opcode::Continuation && m_inMessage)
        return violation(close_code::protocolError,
                         "received non-continuation data frame while inside fragmented message");
    return std::nullopt;
}

FrameReader::Step FrameReader::checkSize() {
    const uint8_t length = m_header[1] & 0x7F;
    if ((length == 126 && m_frameSize < 126) || (length == 127 && m_frameSize < 65536))
        return violation(close_code::protocolError,
                         "invalid data frame length (not using minimal length encoding)");
    if (isControl(m_opcode))
        return std::nullopt;
    if (m_frameSize > m_limits.frame)
        return violation(close_code::tooBig,
                         "Max frame length of " + std::to_string(m_limits.frame) + " has been exceeded.");
    const size_t before = m_opcode == Opcode::Continuation ? m_message.size() : 0;
    if (m_frameSize > m_limits.message - std::min(before, m_limits.message))
        return violation(close_code::tooBig, "The message is too long.");
    return std::nullopt;
}

void FrameReader::startMessage() {
    m_inMessage = true;
    m_messageOpcode = m_opcode;
    m_message.clear();
    m_utf8.reset();
}

void FrameReader::unmask(std::span<char> piece) {
    if (!m_limits.isMasked)
        return;
    applyMask(piece, m_mask, m_maskOffset);
    m_maskOffset = uint8_t((m_maskOffset + piece.size()) & 3);
}

FrameReader::Step FrameReader::takePayload(std::span<char>& input) {
    const size_t size = size_t(std::min<uint64_t>(m_remaining, input.size()));
    const std::span<char> piece = input.first(size);
    input = input.subspan(size);
    unmask(piece);
    m_remaining -= size;
    if (m_remaining == 0)
        m_inFrame = false;
    return isControl(m_opcode) ? takeControl(piece) : takeData(piece);
}

FrameReader::Step FrameReader::takeControl(std::span<char> piece) {
    const bool isWhole = piece.size() == m_frameSize;
    if (!isWhole)
        m_control.append(piece.data(), piece.size());
    if (m_inFrame)
        return std::nullopt;
    m_isControlEmitted = true;
    const std::string_view payload = isWhole ? std::string_view(piece.data(), piece.size()) : m_control;
    if (m_opcode == Opcode::Close)
        return finishClose(payload);
    return WireEvent{m_opcode == Opcode::Ping ? WireEvent::Kind::Ping : WireEvent::Kind::Pong, payload};
}

FrameReader::Step FrameReader::takeData(std::span<char> piece) {
    const std::string_view bytes(piece.data(), piece.size());
    const bool isText = m_messageOpcode == Opcode::Text && !m_isCompressed;
    if (isText && !m_utf8.feed(bytes))
        return violation(close_code::invalidPayload, "bytes are not UTF-8");
    const bool isLast = m_isFinal && !m_inFrame;
    if (isLast && m_message.empty())
        return finishMessage(bytes);
    m_message.append(bytes);
    return isLast ? finishMessage(m_message) : std::nullopt;
}

FrameReader::Step FrameReader::finishMessage(std::string_view payload) {
    m_inMessage = false;
    m_isEmitted = true;
    if (m_isCompressed)
        return finishCompressed(payload);
    if (m_messageOpcode == Opcode::Binary)
        return WireEvent{WireEvent::Kind::Binary, payload};
    if (!m_utf8.isComplete())
        return violation(close_code::invalidPayload, "bytes are not UTF-8");
    return WireEvent{WireEvent::Kind::Text, payload};
}

FrameReader::Step FrameReader::finishCompressed(std::string_view payload) {
    m_text.clear();
    switch (m_limits.deflater->inflate(payload, m_text, m_limits.message)) {
    case MessageDeflater::Inflated::TooLarge:
        return violation(close_code::tooBig, "The message is too long.");
    case MessageDeflater::Inflated::Corrupt:
        return violation(close_code::invalidPayload, "the compressed message is damaged");
    case MessageDeflater::Inflated::Done: break;
    }
    if (m_messageOpcode == Opcode::Binary)
        return WireEvent{WireEvent::Kind::Binary, m_text};
    if (!http::isUtf8(m_text))
        return violation(close_code::invalidPayload, "bytes are not UTF-8");
    return WireEvent{WireEvent::Kind::Text, m_text};
}

FrameReader::Step FrameReader::finishClose(std::string_view payload) {
    if (payload.empty()) {
        m_isOver = true;
        return WireEvent{WireEvent::Kind::Close, {}, close_code::none};
    }
    const uint16_t code = uint16_t(uint8_t(payload[0]) << 8 | uint8_t(payload[1]));
    const std::string_view reason = payload.substr(2);
    if (!mayReceive(code))
        return violation(close_code::protocolError,
                         "Invalid close frame getStatus code: " + std::to_string(code));
    if (!http::isUtf8(reason))
        return violation(close_code::invalidPayload, "bytes are not UTF-8");
    m_isOver = true;
    return WireEvent{WireEvent::Kind::Close, reason, code};
}

FrameReader::Step FrameReader::violation(uint16_t code, std::string text) {
    m_isOver = true;
    m_text = std::move(text);
    return WireEvent{WireEvent::Kind::Violation, m_text, code};
}

/// The payload of the last event is no longer looked at: gives large buffers back.
void FrameReader::releaseEmitted() {
    if (std::exchange(m_isControlEmitted, false))
        m_control.clear();
    if (!std::exchange(m_isEmitted, false))
        return;
    m_message.clear();
    m_text.clear();
    if (m_message.capacity() > keptCapacity)
        m_message.shrink_to_fit();
    if (m_text.capacity() > keptCapacity)
        m_text.shrink_to_fit();
}

} // namespace barre::runtime::websocket
