#include "runtime/websocket/close_code.h"
#include "runtime/websocket/deflate.h"
#include "runtime/websocket/frame_writer.h"

#include <doctest/doctest.h>

#include <vector>

using namespace barre::runtime::websocket;

namespace {

constexpr uint8_t mask[4] = {0xA1, 0x02, 0xF3, 0x44};

std::string frame(uint8_t opcode, std::string_view payload, bool isFinal = true) {
    std::string bytes;
    appendFrame(bytes, {Opcode(opcode), isFinal, false, mask}, payload);
    return bytes;
}

std::string show(const WireEvent& event) {
    const std::string payload(event.payload);
    switch (event.kind) {
    case WireEvent::Kind::Text: return "text " + payload;
    case WireEvent::Kind::Binary: return "binary " + payload;
    case WireEvent::Kind::Ping: return "ping " + payload;
    case WireEvent::Kind::Pong: return "pong " + payload;
    case WireEvent::Kind::Close: return "close " + std::to_string(event.code) + " " + payload;
    case WireEvent::Kind::Violation: return "violation " + std::to_string(event.code) + " " + payload;
    }
    return {};
}

/// Everything that the reader makes of the bytes, cut into pieces of `step`.
std::vector<std::string> read(const std::string& bytes, size_t step, ReaderLimits limits = {}) {
    FrameReader reader(limits);
    std::vector<std::string> events;
    for (size_t i = 0; i < bytes.size(); i += step) {
        std::string piece = bytes.substr(i, step);
        std::span<char> input = piece;
        while (const auto event = reader.next(input))
            events.push_back(show(*event));
        CHECK(input.empty());
    }
    return events;
}

struct Row {
    const char* what;
    std::string bytes;
    std::vector<std::string> expected;
};

const std::string violation = "violation 1002 ";
const std::string smile = "\xF0\x9F\x98\x80";

const std::vector<Row>& rows() {
    static const std::vector<Row> table = {
        {"text", frame(1, "hi"), {"text hi"}},
        {"empty text", frame(1, ""), {"text "}},
        {"binary with every kind of byte",
         frame(2, std::string("\0\xff\x80", 3)),
         {"binary " + std::string("\0\xff\x80", 3)}},
        {"125, 126 and 127 bytes",
         frame(1, std::string(125, 'a')) + frame(1, std::string(126, 'b')) + frame(1, std::string(127, 'c')),
         {"text " + std::string(125, 'a'), "text " + std::string(126, 'b'), "text " + std::string(127, 'c')}},
        {"65535 bytes", frame(2, std::string(65535, 'x')), {"binary " + std::string(65535, 'x')}},
        {"65536 bytes", frame(2, std::string(65536, 'x')), {"binary " + std::string(65536, 'x')}},
        {"65537 bytes",
         frame(2, std::string(65537, 'x')),
         {"violation 1009 Max frame length of 65536 has been exceeded."}},
        {"fragments", frame(1, "a", false) + frame(0, "b", false) + frame(0, "c"), {"text abc"}},
        {"empty fragments", frame(1, "", false) + frame(0, "", false) + frame(0, ""), {"text "}},
        {"ping between fragments",
         frame(1, "a", false) + frame(9, "p") + frame(0, "b") + frame(10, "q"),
         {"ping p", "text ab", "pong q"}},
        {"byte order mark", frame(1, "\xEF\xBB\xBFhi"), {"text \xEF\xBB\xBFhi"}},
        {"character cut by frames",
         frame(1, smile.substr(0, 1), false) + frame(0, smile.substr(1, 2), false) +
             frame(0, smile.substr(3)),
         {"text " + smile}},
        {"character without an end", frame(1, smile.substr(0, 3)), {"violation 1007 bytes are not UTF-8"}},
        {"wrong byte in an unfinished message",
         frame(1, "ok", false) + frame(0, "\xED\xA0\x80", false),
         {"violation 1007 bytes are not UTF-8"}},
        {"overlong", frame(1, "\xC0\xAF"), {"violation 1007 bytes are not UTF-8"}},
        {"above the last character", frame(1, "\xF4\x90\x80\x80"), {"violation 1007 bytes are not UTF-8"}},
        {"non-characters and zero",
         frame(1, std::string("\0\xEF\xBF\xBF", 4)),
         {"text " + std::string("\0\xEF\xBF\xBF", 4)}},
        {"close without a code", frame(8, ""), {"close 1005 "}},
        {"close",
         frame(8, std::string("\x03\xE8"
                              "bye",
                              5)),
         {"close 1000 bye"}},
        {"close with 3999", frame(8, std::string("\x0F\x9F", 2)), {"close 3999 "}},
        {"nothing after a close", frame(8, "") + frame(1, "x"), {"close 1005 "}},
        {"close of one byte", frame(8, "x"), {violation + "received close control frame with payload len 1"}},
        {"close with 1005",
         frame(8, std::string("\x03\xED", 2)),
         {violation + "Invalid close frame getStatus code: 1005"}},
        {"close with 999",
         frame(8, std::string("\x03\xE7", 2)),
         {violation + "Invalid close frame getStatus code: 999"}},
        {"close with 5000",
         frame(8, std::string("\x13\x88", 2)),
         {violation + "Invalid close frame getStatus code: 5000"}},
        {"close with a wrong reason",
         frame(8, std::string("\x03\xE8\xFF", 3)),
         {"violation 1007 bytes are not UTF-8"}},
        {"unmasked",
         std::string("\x81\x02hi", 4),
         {violation + "received a frame that is not masked as expected"}},
        {"reserved bit",
         std::string("\xC1\x80\0\0\0\0", 6),
         {violation + "RSV != 0 and no extension negotiated, RSV:4"}},
        {"reserved data opcode", frame(3, ""), {violation + "data frame using reserved opcode 3"}},
        {"reserved control opcode", frame(11, ""), {violation + "control frame using reserved opcode 11"}},
        {"fragmented ping", frame(9, "", false), {violation + "fragmented control frame"}},
        {"long ping",
         frame(9, std::string(126, 'p')),
         {violation + "control frame with payload length > 125 octets"}},
        {"longest ping", frame(9, std::string(125, 'p')), {"ping " + std::string(125, 'p')}},
        {"continuation of nothing",
         frame(0, "x"),
         {violation + "received continuation data frame outside fragmented message"}},
        {"new message inside a message",
         frame(1, "a", false) + frame(1, "b"),
         {violation + "received non-continuation data frame while inside fragmented message"}},
        {"length in too many bytes",
         std::string("\x81\xFE\x00\x01\0\0\0\0x", 9),
         {violation + "invalid data frame length (not using minimal length encoding)"}},
        {"length of 2^63",
         std::string("\x82\xFF\x80\0\0\0\0\0\0\0\0\0\0\0", 14),
         {"violation 1009 Max frame length of 65536 has been exceeded."}},
    };
    return table;
}

} // namespace

TEST_CASE("frames are read alike however the bytes are cut") {
    for (const Row& row : rows())
        for (const size_t step : {size_t(1), size_t(3), size_t(1'000'000)}) {
            INFO(std::string(row.what));
            CAPTURE(step);
            CHECK(read(row.bytes, step) == row.expected);
        }
}

TEST_CASE("a message of many fragments has a limit") {
    std::string bytes = frame(2, std::string(60, 'x'), false);
    for (int i = 0; i < 10; ++i)
        bytes += frame(0, std::string(60, 'x'), false);
    ReaderLimits limits;
    limits.message = 500;
    CHECK(read(bytes, 1000, limits) == std::vector<std::string>{"violation 1009 The message is too long."});
}

TEST_CASE("what is written is read again, cut without breaking frames") {
    std::string text;
    for (int i = 0; i < 50; ++i)
        text += smile + "x";
    std::string bytes;
    appendMessage(bytes, {Opcode::Text, true, false, mask}, text, 7);
    CHECK(read(bytes, 5) == std::vector<std::string>{"text " + text});
    CHECK(cutText(smile + smile, 7) == smile);
    CHECK(closePayload(close_code::none, "ignored").empty());
    CHECK(closePayload(1000, std::string(200, 'r')).size() == 125);
}

TEST_CASE("compressed messages") {
    MessageDeflater deflater;
    ReaderLimits limits;
    limits.deflater = &deflater;
    const std::string text(5000, 'a');
    const std::string packed(deflater.deflate(text, 15));
    CHECK(packed.size() < 100);
    std::string bytes;
    appendMessage(bytes, {Opcode::Text, true, true, mask}, packed, 16);
    bytes += frame(2, "plain");
    CHECK(read(bytes, 4, limits) == std::vector<std::string>{"text " + text, "binary plain"});

    limits.message = 4000;
    CHECK(read(bytes, 4, limits) == std::vector<std::string>{"violation 1009 The message is too long."});
    limits.message = 5000;
    std::string empty;
    appendFrame(empty, {Opcode::Text, true, true, mask}, deflater.deflate("", 15));
    CHECK(read(empty, 1, limits) == std::vector<std::string>{"text "});
    std::string damaged;
    appendFrame(damaged, {Opcode::Text, true, true, mask}, "\xff\xff\xff\xff");
    CHECK(read(damaged, 9, limits) ==
          std::vector<std::string>{"violation 1007 the compressed message is damaged"});
    std::string continued = frame(1, "a", false);
    appendFrame(continued, {Opcode::Continuation, true, true, mask}, "b");
    CHECK(read(continued, 9, limits) ==
          std::vector<std::string>{violation + "RSV != 0 and no extension negotiated, RSV:4"});
    std::string control;
    appendFrame(control, {Opcode::Ping, true, true, mask}, "b");
    CHECK(read(control, 9, limits).front().starts_with(violation + "RSV"));
}

TEST_CASE("offers of compression") {
    const auto response = [](std::vector<std::string> offers) {
        const auto agreement = agreeOnDeflate(offers);
        return agreement ? agreement->response : "none";
    };
    const std::string base = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
    CHECK(response({"permessage-deflate"}) == base);
    CHECK(response({"permessage-deflate; client_max_window_bits"}) == base);
    CHECK(response({"x-other", "permessage-deflate; server_max_window_bits=10"}) ==
          base + "; server_max_window_bits=10");
    CHECK(response({"permessage-deflate; server_max_window_bits=8", "permessage-deflate"}) == base);
    CHECK(response({"permessage-deflate; server_max_window_bits=99"}) == "none");
    CHECK(response({"permessage-deflate; what"}) == "none");
    CHECK(response({}) == "none");
}
