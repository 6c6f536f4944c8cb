#include "runtime/http/upgrade_request.h"

#include <doctest/doctest.h>

using namespace barre::runtime::http;

namespace {

/// What the gate makes of a request: `ok <target>`, or the status it answers.
std::string judge(std::string_view text, size_t step) {
    RequestHeadParser parser;
    for (size_t i = 0; i < text.size() && parser.state() == RequestHeadParser::State::Incomplete; i += step)
        parser.feed(text.substr(i, step));
    switch (parser.state()) {
    case RequestHeadParser::State::Incomplete: return "incomplete";
    case RequestHeadParser::State::Refused: return std::to_string(parser.refusal().status);
    case RequestHeadParser::State::Complete: break;
    }
    const auto verdict = checkUpgrade(parser.head());
    if (const auto* refusal = std::get_if<Refusal>(&verdict))
        return std::to_string(refusal->status);
    return "ok " + std::get<UpgradeRequest>(verdict).uri.path;
}

const std::string host = "Host: a\r\n";
const std::string upgrade = "Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n";
const std::string version = "Sec-WebSocket-Version: 13\r\n";
const std::string key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

struct Row {
    const char* what;
    std::string text;
    std::string expected;
};

std::vector<Row> rows() {
    const std::string good = host + upgrade + version + key + "\r\n";
    return {
        {"plain upgrade", "GET /chat HTTP/1.1\r\n" + good, "ok /chat"},
        {"query is no part of the path", "GET /chat?a=b HTTP/1.1\r\n" + good, "ok /chat"},
        {"absolute form", "GET ws://host:80/chat HTTP/1.1\r\n" + good, "ok /chat"},
        {"longest URI", "GET /" + std::string(4095, 'a') + " HTTP/1.1\r\n" + good,
         "ok /" + std::string(4095, 'a')},
        {"too long URI", "GET /" + std::string(4096, 'a') + " HTTP/1.1\r\n" + good, "414"},
        {"too long URI without an end", "GET /" + std::string(5000, 'a'), "414"},
        {"large headers", "GET / HTTP/1.1\r\nX: " + std::string(9000, 'x') + "\r\n" + good, "431"},
        {"large headers without an end", "GET / HTTP/1.1\r\nX: " + std::string(9000, 'x'), "431"},
        {"many headers",
         [&] {
             std::string text = "GET / HTTP/1.1\r\n";
             for (int i = 0; i < 800; ++i)
                 text += "Name" + std::to_string(i) + ": value\r\n";
             return text + good;
         }(),
         "431"},
        {"headers that just fit", "GET / HTTP/1.1\r\nX: " + std::string(7900, 'x') + "\r\n" + good, "ok /"},
        {"POST", "POST / HTTP/1.1\r\n" + good, "405"},
        {"no upgrade", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "426"},
        {"plain POST", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", "426"},
        {"HTTP/1.0", "GET / HTTP/1.0\r\n" + good, "400"},
        {"HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400"},
        {"TLS client hello", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n\n", 14), "400"},
        {"no host", "GET / HTTP/1.1\r\n" + upgrade + version + key + "\r\n", "400"},
        {"two hosts", "GET / HTTP/1.1\r\n" + host + good, "400"},
        {"connection without upgrade",
         "GET / HTTP/1.1\r\n" + host + "Upgrade: websocket\r\n" + version + key + "\r\n", "400"},
        {"two connection headers", "GET / HTTP/1.1\r\nConnection: close\r\n" + good, "ok /"},
        {"list of upgrades",
         "GET / HTTP/1.1\r\n" + host + "Upgrade: h2c, WebSocket\r\nConnection: upgrade\r\n" + version + key +
             "\r\n",
         "ok /"},
        {"version 8", "GET / HTTP/1.1\r\n" + host + upgrade + "Sec-WebSocket-Version: 8\r\n" + key + "\r\n",
         "426"},
        {"no version", "GET / HTTP/1.1\r\n" + host + upgrade + key + "\r\n", "426"},
        {"no key", "GET / HTTP/1.1\r\n" + host + upgrade + version + "\r\n", "400"},
        {"short key", "GET / HTTP/1.1\r\n" + host + upgrade + version + "Sec-WebSocket-Key: abc=\r\n\r\n",
         "400"},
        {"two keys", "GET / HTTP/1.1\r\n" + key + good, "400"},
        {"a body", "GET / HTTP/1.1\r\nContent-Length: 5\r\n" + good, "400"},
        {"two lengths", "GET / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n" + good, "400"},
        {"blank in the target", "GET /a b HTTP/1.1\r\n" + good, "400"},
        {"wrong percent", "GET /%zz HTTP/1.1\r\n" + good, "400"},
        {"percent that is no UTF-8", "GET /%ff HTTP/1.1\r\n" + good, "400"},
        {"bad header name", "GET / HTTP/1.1\r\nA B: c\r\n" + good, "400"},
        {"zero byte", std::string("GET / HTTP/1.1\r\nA: b\0c\r\n", 24) + good, "400"},
        {"bad protocol list", "GET / HTTP/1.1\r\nSec-WebSocket-Protocol: a b\r\n" + good, "400"},
        {"end is missing", "GET / HTTP/1.1\r\n" + host + upgrade, "incomplete"},
    };
}

} // namespace

TEST_CASE("request heads are judged alike however they are cut") {
    for (const Row& row : rows())
        for (const size_t step : {size_t(1), size_t(7), size_t(100'000)}) {
            INFO(std::string(row.what));
            CAPTURE(step);
            CHECK(judge(row.text, step) == row.expected);
        }
}

TEST_CASE("what follows the head is kept") {
    RequestHeadParser parser;
    parser.feed("GET / HTTP/1.1\r\nHost: a\r\n\r\nrest");
    CHECK(parser.state() == RequestHeadParser::State::Complete);
    parser.feed(" and more");
    CHECK(parser.rest() == "rest and more");
}

TEST_CASE("a URI is taken apart") {
    const auto uri = parseUri("/chat//rooms;a=1;b=2/gr%C3%BCn+blau/?name=a+b&x=1&x=2&flag&=");
    REQUIRE(uri);
    CHECK(uri->segments == std::vector<std::string>{"chat", "rooms", "gr\xC3\xBCn+blau"});
    REQUIRE(uri->queryValue("name"));
    CHECK(*uri->queryValue("name") == "a b");
    CHECK(*uri->queryValue("x") == "1");
    CHECK(uri->queryValue("flag")->empty());
    CHECK_FALSE(uri->queryValue("y"));
    CHECK_FALSE(parseUri("chat"));
    CHECK(parseUri("wss://host")->segments.empty());
}

TEST_CASE("a refusal is a complete response") {
    CHECK(refusalResponse({404, "no such path"}) ==
          "HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-type: text/plain; charset=utf-8\r\n"
          "content-length: 12\r\n\r\nno such path");
    CHECK(refusalResponse({426, ""}).find("sec-websocket-version: 13\r\n") != std::string::npos);
    CHECK(refusalResponse({405, ""}).find("allow: GET\r\n") != std::string::npos);
}
