// Bytes of a client: as a request head, cut in two anywhere, and as frames behind one. What is accepted keeps
// its limits.
#include "runtime/http/upgrade_request.h"
#include "runtime/websocket/deflate.h"
#include "runtime/websocket/frame_writer.h"

#include <cstdlib>

namespace {

using namespace barre::runtime;

void require(bool holds) {
    if (!holds)
        std::abort();
}

http::RequestHeadParser::State parse(http::RequestHeadParser& parser, std::string_view bytes, size_t cut) {
    parser.feed(bytes.substr(0, cut));
    return parser.feed(bytes.substr(cut));
}

void tryHead(std::string_view bytes, size_t cut) {
    http::RequestHeadParser whole, parts;
    const auto state = parse(whole, bytes, bytes.size());
    require(parse(parts, bytes, cut) == state || state == http::RequestHeadParser::State::Refused);
    if (state != http::RequestHeadParser::State::Complete)
        return;
    require(whole.head().target.size() <= 4096);
    const auto verdict = http::checkUpgrade(whole.head());
    if (const auto* request = std::get_if<http::UpgradeRequest>(&verdict))
        require(request->key.size() == 24);
    else
        require(!http::refusalResponse(std::get<http::Refusal>(verdict)).empty());
}

void tryFrames(std::string bytes, size_t cut, bool compressed) {
    websocket::MessageDeflater deflater;
    websocket::ReaderLimits limits;
    limits.message = 1 << 16;
    limits.deflater = compressed ? &deflater : nullptr;
    websocket::FrameReader reader(limits);
    for (std::span<char> input : {std::span(bytes).first(cut), std::span(bytes).subspan(cut)})
        while (const auto event = reader.next(input)) {
            require(event->payload.size() <= limits.message);
            require(event->kind != websocket::WireEvent::Kind::Text || http::isUtf8(event->payload));
        }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size < 2)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const size_t cut = data[0] % bytes.size();
    tryHead(bytes, cut);
    tryHead("GET /a?" + std::string(bytes), cut);
    tryFrames(std::string(bytes), cut, data[0] & 1);
    return 0;
}
