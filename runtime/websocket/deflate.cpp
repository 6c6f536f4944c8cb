#include "runtime/websocket/deflate.h"

#include "runtime/http/request_head.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace barre::runtime::websocket {

namespace {

constexpr std::string_view emptyBlock{"\x00\x00\xff\xff", 4}; // what every message ends in and does not send

struct Parameter {
    std::string_view name;
    std::string_view value;
};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '"'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '"'))
        text.remove_suffix(1);
    return text;
}

/// Cuts `name=value` off the front of an offer.
Parameter nextParameter(std::string_view& offer) {
    const size_t end = std::min(offer.find(';'), offer.size());
    const std::string_view part = offer.substr(0, end);
    offer.remove_prefix(std::min(end + 1, offer.size()));
    const size_t equals = std::min(part.find('='), part.size());
    return {trimmed(part.substr(0, equals)), trimmed(part.substr(std::min(equals + 1, part.size())))};
}

std::optional<int> windowBits(std::string_view value) {
    int bits = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), bits);
    const bool good = error == std::errc() && end == value.data() + value.size() && bits >= 8 && bits <= 15;
    return good ? std::optional(bits) : std::nullopt;
}

std::optional<DeflateAgreement> agree(std::string_view offer) {
    if (!http::equalIgnoringCase(nextParameter(offer).name, "permessage-deflate"))
        return std::nullopt;
    DeflateAgreement agreement;
    agreement.response = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
    while (!offer.empty()) {
        const Parameter parameter = nextParameter(offer);
        if (parameter.name == "server_max_window_bits") {
            const auto bits = windowBits(parameter.value);
            if (!bits || *bits < 9) // zlib cannot write a window of 256 bytes
                return std::nullopt;
            agreement.windowBits = *bits;
            agreement.response += "; server_max_window_bits=" + std::to_string(*bits);
        } else if (parameter.name == "client_max_window_bits") {
            if (!parameter.value.empty() && !windowBits(parameter.value))
                return std::nullopt;
        } else if (parameter.name != "server_no_context_takeover" &&
                   parameter.name != "client_no_context_takeover") {
            return std::nullopt;
        }
    }
    return agreement;
}

} // namespace

std::optional<DeflateAgreement> agreeOnDeflate(std::span<const std::string> offers) {
    for (const std::string& offer : offers)
        if (auto agreement = agree(offer))
            return agreement;
    return std::nullopt;
}

struct MessageDeflater::Streams {
    z_stream out{};
    z_stream in{};
    int outBits = 0;
    bool inReady = false;

    void prepareOut(int bits) {
        if (outBits == bits) {
            deflateReset(&out);
            return;
        }
        if (outBits != 0)
            deflateEnd(&out);
        deflateInit2(&out, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -bits, 8, Z_DEFAULT_STRATEGY);
        outBits = bits;
    }

    void prepareIn() {
        if (inReady)
            inflateReset(&in);
        else
            inflateInit2(&in, -15);
        inReady = true;
    }

    ~Streams() {
        if (outBits != 0)
            deflateEnd(&out);
        if (inReady)
            inflateEnd(&in);
    }
};

MessageDeflater::MessageDeflater() : m_streams(std::make_unique<Streams>()) {}
MessageDeflater::~MessageDeflater() = default;

std::string_view MessageDeflater::deflate(std::string_view message, int windowBits) {
    m_streams->prepareOut(windowBits);
    z_stream& stream = m_streams->out;
    m_deflated.resize(deflateBound(&stream, uLong(message.size())) + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(message.data()));
    stream.avail_in = uInt(message.size());
    stream.next_out = reinterpret_cast<Bytef*>(m_deflated.data());
    stream.avail_out = uInt(m_deflated.size());
    ::deflate(&stream, Z_SYNC_FLUSH);
    const std::string_view written(m_deflated.data(), m_deflated.size() - stream.avail_out);
    return written.ends_with(emptyBlock) ? written.substr(0, written.size() - emptyBlock.size()) : written;
}

MessageDeflater::Inflated MessageDeflater::inflate(std::string_view compressed, std::string& out,
                                                   size_t limit) {
    m_streams->prepareIn();
    z_stream& stream = m_streams->in;
    char chunk[16384];
    for (const std::string_view piece : {compressed, emptyBlock}) {
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
        stream.avail_in = uInt(piece.size());
        do {
            stream.next_out = reinterpret_cast<Bytef*>(chunk);
            stream.avail_out = sizeof chunk;
            const int result = ::inflate(&stream, Z_SYNC_FLUSH);
            if (result != Z_OK && result != Z_BUF_ERROR && result != Z_STREAM_END)
                return Inflated::Corrupt;
            const size_t size = sizeof chunk - stream.avail_out;
            if (out.size() + size > limit)
                return Inflated::TooLarge;
            out.append(chunk, size);
            if (result == Z_STREAM_END) // a final block is allowed (RFC 7692 7.2.3.5)
                return Inflated::Done;
        } while (stream.avail_out == 0);
    }
    return Inflated::Done;
}

} // namespace barre::runtime::websocket
