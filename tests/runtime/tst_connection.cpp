#include "runtime/http/gate.h"
#include "runtime/http/tls.h"
#include "runtime/websocket/close_code.h"
#include "runtime/websocket/connection.h"
#include "runtime/websocket/handshake.h"
#include "tests/runtime/wire_client.h"

#include <doctest/doctest.h>

using namespace barre::runtime;
using namespace barre::runtime::websocket;
using namespace barre::tests;
using namespace std::chrono_literals;

namespace {

/// Echoes, and writes down what it was told.
struct EchoUser final : ConnectionUser {
    std::shared_ptr<Connection> connection;
    std::vector<std::string> log;
    bool isHeld = false; ///< does not ask for the next arrival by itself
    bool echoes = true;

    void arrived(const Arrival& arrival) override {
        const std::string payload(arrival.payload);
        switch (arrival.kind) {
        case Arrival::Kind::Text:
            log.push_back("text:" + payload);
            if (echoes)
                connection->send(Opcode::Text, arrival.payload);
            break;
        case Arrival::Kind::Binary:
            log.push_back("binary");
            connection->send(Opcode::Binary, arrival.payload);
            break;
        case Arrival::Kind::Ping: log.push_back("ping:" + payload); break;
        case Arrival::Kind::Pong: log.push_back("pong:" + payload); break;
        case Arrival::Kind::Closed:
            log.push_back("closed:" + std::to_string(arrival.code) + payload);
            connection->finishClosing();
            break;
        case Arrival::Kind::Failed:
            log.push_back("failed:" + std::to_string(arrival.code) + " " + payload);
            break;
        }
        if (!isHeld)
            connection->next();
    }
    void drained() override { log.push_back("drained"); }
    void idle() override { log.push_back("idle"); }
    void ended() override {
        log.push_back("ended");
        connection.reset();
    }
    bool has(const std::string& entry) const { return std::find(log.begin(), log.end(), entry) != log.end(); }
};

struct EchoServer final : http::GateKeeper {
    http::Poller poller;
    Handshaker handshaker;
    MessageDeflater deflater;
    ConnectionOptions options;
    HandshakeReply reply;
    std::vector<std::unique_ptr<EchoUser>> users;
    std::vector<std::string> refusals;
    bool holds = false;
    std::unique_ptr<http::Gate> gate;

    explicit EchoServer(http::GateOptions gateOptions = {}) {
        gateOptions.host = "127.0.0.1";
        gate = std::make_unique<http::Gate>(poller, *this, gateOptions);
        REQUIRE(gate->open().empty());
    }
    uint16_t port() const { return gate->serverPort(); }
    EchoUser& user(size_t index = 0) {
        REQUIRE(waitFor([&] { return users.size() > index; }));
        return *users[index];
    }

    void upgradeRequested(http::PendingUpgrade upgrade) override {
        if (upgrade.request().uri.path == "/missing")
            return upgrade.refuse({404, "No service found to handle the service request"});
        if (const auto agreement = agreeOnDeflate(upgrade.request().extensions)) {
            reply.extensions = agreement->response;
            options.deflater = &deflater;
        }
        const std::string answer = handshaker.answer(upgrade.request(), reply);
        std::string rest;
        auto user = std::make_unique<EchoUser>();
        user->isHeld = holds;
        user->connection = std::make_shared<Connection>(poller, upgrade.release(rest), *user, options);
        users.push_back(std::move(user));
        users.back()->connection->start(answer, rest);
        if (auto connection = users.back()->connection)
            connection->next();
    }
    void requestRefused(const std::string&, const std::string& target,
                        const http::Refusal& refusal) override {
        refusals.push_back(std::to_string(refusal.status) + target);
    }
};

constexpr auto accept = "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n"
                        "sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n";

} // namespace

TEST_CASE("the handshake answers what the client asked and nothing else") {
    EchoServer server;
    WireClient client(server.port());
    client.upgrade("/echo", "Origin: http://elsewhere\r\nX-Evil: y\r\n");
    CHECK(client.head() == std::string(accept) + "\r\n");
}

TEST_CASE("bytes behind the head are not lost, and headers of the program are sent") {
    EchoServer server;
    server.reply = {"chat", "", "Barre", {{"X-Mine", "1"}}};
    WireClient client(server.port());
    const uint8_t mask[4] = {1, 2, 3, 4};
    std::string frame;
    appendFrame(frame, {Opcode::Text, true, false, mask}, "early");
    client.send("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: "
                "Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n" +
                frame);
    CHECK(client.head() ==
          std::string(accept) + "sec-websocket-protocol: chat\r\nserver: Barre\r\nX-Mine: 1\r\n\r\n");
    CHECK(client.nextFrame() == "text:early");
}

TEST_CASE("the gate answers what is no upgrade") {
    EchoServer server;
    for (const auto& [request, status] : std::vector<std::pair<std::string, std::string>>{
             {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 426 Upgrade Required"},
             {"nonsense\r\n\r\n", "HTTP/1.1 400 Bad Request"},
             {"GET /" + std::string(5000, 'a'), "HTTP/1.1 414 URI Too Long"}}) {
        WireClient client(server.port());
        client.send(request);
        CHECK(client.head().starts_with(status));
        CHECK(waitFor([&] { return client.isClosed(); }));
    }
    CHECK(server.refusals == std::vector<std::string>{"426/", "400", "414"});
    WireClient client(server.port());
    client.upgrade("/missing");
    CHECK(client.head().starts_with("HTTP/1.1 404 Not Found"));
}

TEST_CASE("a request that does not come is dropped after the deadline") {
    http::GateOptions options;
    options.timeout = 50ms;
    EchoServer server(options);
    WireClient client(server.port());
    client.send("GET / HTT");
    CHECK(client.head().starts_with("HTTP/1.1 408"));
    CHECK(waitFor([&] { return client.isClosed(); }));
}

TEST_CASE("messages of every size come back") {
    EchoServer server;
    server.options.maxFrameSize = 1 << 20;
    WireClient client(server.port());
    client.upgrade();
    client.head();
    for (const size_t size : {0, 1, 125, 126, 4096, 65535, 65536, 300'000}) {
        const std::string payload(size, 'x');
        client.frame(Opcode::Binary, payload);
        CHECK(client.nextFrame() == "binary:" + payload);
    }
}

TEST_CASE("long messages are cut into frames of the agreed size") {
    EchoServer server;
    server.options.maxFrameSize = 4;
    WireClient client(server.port());
    client.upgrade();
    client.head();
    client.frame(Opcode::Text, "abcd", false);
    client.frame(Opcode::Continuation, "efgh", false);
    client.frame(Opcode::Continuation, "i");
    CHECK(client.nextFrame() == "+text:abcd");
    CHECK(client.nextFrame() == "+continuation:efgh");
    CHECK(client.nextFrame() == "continuation:i");
}

TEST_CASE("pings are answered, or told when the program wants them") {
    EchoServer server;
    WireClient client(server.port());
    client.upgrade();
    client.head();
    client.frame(Opcode::Text, "a", false);
    client.frame(Opcode::Ping, "p");
    CHECK(client.nextFrame() == "pong:p");
    server.options.tellsPings = true;
    WireClient second(server.port());
    second.upgrade();
    second.head();
    second.frame(Opcode::Ping, "q");
    CHECK(waitFor([&] { return server.user(1).has("ping:q"); }));
}

TEST_CASE("closing from the other side") {
    struct Row {
        std::string payload, told, answer;
    };
    for (const Row& row : {Row{"", "closed:1005", "close:"},
                           Row{"\x03\xE8"
                               "bye",
                               "closed:1000bye", "close:1000"},
                           Row{"\x0F\xA1", "closed:4001", "close:4001"},
                           Row{"x", "failed:1002 received close control frame with payload len 1",
                               "close:1002 received close control frame with payload len 1"}}) {
        EchoServer server;
        WireClient client(server.port());
        client.upgrade();
        client.head();
        client.frame(Opcode::Close, row.payload);
        CHECK(client.nextFrame() == row.answer);
        CHECK(client.endsCleanly());
        CHECK(server.user().log == std::vector<std::string>{row.told, "ended"});
    }
}

TEST_CASE("hanging up without a close frame is 1006") {
    EchoServer server;
    WireClient polite(server.port());
    polite.upgrade();
    polite.head();
    polite.hangUp();
    CHECK(waitFor([&] { return server.user(0).has("ended"); }));
    CHECK(server.user(0).log == std::vector<std::string>{"closed:1006", "ended"});
}

TEST_CASE("a violation closes with its code, once") {
    EchoServer server;
    WireClient client(server.port());
    client.upgrade();
    client.head();
    client.frame(Opcode::Text, "before");
    client.send(std::string("\x81\x02hi", 4));
    CHECK(client.nextFrame() == "text:before");
    CHECK(client.nextFrame() == "close:1002 received a frame that is not masked as expected");
    CHECK(client.endsCleanly());
    CHECK(server.user().log ==
          std::vector<std::string>{"text:before",
                                   "failed:1002 received a frame that is not masked as expected", "ended"});
}

TEST_CASE("arrivals wait until the user is ready, in order") {
    EchoServer server;
    server.holds = true;
    WireClient client(server.port());
    client.upgrade();
    client.head();
    for (const char* text : {"one", "two", "three"})
        client.frame(Opcode::Text, text);
    client.frame(Opcode::Close, "\x03\xE8");
    EchoUser& user = server.user();
    for (size_t count = 1; count < 4; ++count) {
        CHECK(waitFor([&] { return user.log.size() == count; }));
        user.connection->next();
    }
    CHECK(waitFor([&] { return user.log.size() == 4; }));
    CHECK(user.log == std::vector<std::string>{"text:one", "text:two", "text:three", "closed:1000"});
    user.connection->next();
    CHECK(user.has("ended"));
    CHECK(client.nextFrame() == "text:one");
}

TEST_CASE("our close waits for the echo, and takes messages until then") {
    EchoServer server;
    WireClient client(server.port());
    client.upgrade();
    client.head();
    EchoUser& user = server.user();
    std::string outcome;
    const auto done = [&](CloseOutcome result) {
        outcome = std::to_string(int(result.kind)) + ":" + std::to_string(result.code);
    };
    user.connection->close(1001, "leaving", 5s, done);
    CHECK(user.connection->send(Opcode::Text, "late") == SendResult::Closing);
    CHECK(client.nextFrame() == "close:1001 leaving");
    client.frame(Opcode::Text, "still here");
    CHECK(waitFor([&] { return user.has("text:still here"); }));
    client.frame(Opcode::Close, "\x03\xE9");
    CHECK(client.endsCleanly());
    CHECK(outcome == "0:1001");
    CHECK(user.log == std::vector<std::string>{"text:still here", "ended"});
}

TEST_CASE("our close gives up after its time, on another code and on a hang-up") {
    const auto closeWith = [](std::chrono::milliseconds timeout, auto react) {
        EchoServer server;
        WireClient client(server.port());
        client.upgrade();
        client.head();
        std::optional<CloseOutcome> outcome;
        server.user().connection->close(1000, "", timeout, [&](CloseOutcome result) { outcome = result; });
        CHECK(client.nextFrame() == "close:1000");
        react(client);
        CHECK(waitFor([&] { return outcome && server.user().has("ended"); }));
        return std::to_string(int(outcome->kind)) + ":" + std::to_string(outcome->code);
    };
    using Kind = CloseOutcome::Kind;
    const auto text = [](Kind kind, int code) {
        return std::to_string(int(kind)) + ":" + std::to_string(code);
    };
    CHECK(closeWith(30ms, [](WireClient&) {}) == text(Kind::TimedOut, 0));
    CHECK(closeWith(0ms, [](WireClient&) {}) == text(Kind::TimedOut, 0));
    CHECK(closeWith(-1ms, [](WireClient& client) { client.frame(Opcode::Close, "\x03\xE9"); }) ==
          text(Kind::OtherCode, 1001));
    CHECK(closeWith(5s, [](WireClient& client) { client.hangUp(); }) == text(Kind::HungUp, 0));
}

TEST_CASE("a writer to a client that does not read is told to wait, and told when to go on") {
    EchoServer server;
    server.options.maxFrameSize = 1 << 20;
    WireClient client(server.port());
    client.upgrade();
    client.head();
    client.socket().setReadBufferSize(1024);
    EchoUser& user = server.user();
    const std::string payload(500'000, 'x');
    int sent = 0;
    SendResult result = SendResult::Sent;
    for (; result == SendResult::Sent && sent < 200; ++sent)
        result = user.connection->send(Opcode::Binary, payload);
    CHECK(result == SendResult::Full);
    CHECK(sent < 40);
    client.socket().setReadBufferSize(0);
    for (int i = 0; i < sent; ++i)
        CHECK(client.nextFrame().size() == payload.size() + 7);
    CHECK(waitFor([&] { return user.has("drained"); }));
}

TEST_CASE("a client that floods a busy handler is not read any further") {
    EchoServer server;
    server.holds = true;
    WireClient client(server.port());
    client.upgrade();
    client.head();
    const std::string payload(60'000, 'x');
    for (int i = 0; i < 200; ++i)
        client.frame(Opcode::Binary, payload);
    EchoUser& user = server.user();
    CHECK(waitFor([&] { return user.log.size() == 1 && client.socket().bytesToWrite() > 0; }));
    user.isHeld = false;
    user.connection->next();
    CHECK(waitFor([&] { return client.socket().bytesToWrite() == 0 && user.log.size() >= 200; }));
}

TEST_CASE("a dropped connection has no idle time any more") {
    EchoServer server;
    server.options.idleTimeout = 1ms;
    WireClient client(server.port());
    client.upgrade("/");
    EchoUser& user = server.user();
    const std::shared_ptr<Connection> connection = user.connection;
    connection->abort();
    const size_t told = user.log.size();
    CHECK(waitFor([&] { return client.isClosed(); }));
    const auto end = std::chrono::steady_clock::now() + 5ms;
    CHECK(waitFor([&] { return std::chrono::steady_clock::now() > end; }));
    CHECK(user.log.size() == told);
}

TEST_CASE("the idle time is told again and again while nothing moves") {
    EchoServer server;
    server.options.idleTimeout = 30ms;
    WireClient client(server.port());
    client.upgrade();
    client.head();
    EchoUser& user = server.user();
    CHECK(waitFor([&] { return std::count(user.log.begin(), user.log.end(), "idle") >= 2; }));
    CHECK(user.connection->isOpen());
}

TEST_CASE("compression is used when it was agreed on") {
    EchoServer server;
    WireClient client(server.port());
    client.upgrade("/", "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n");
    CHECK(client.head().find("sec-websocket-extensions: permessage-deflate; server_no_context_takeover") !=
          std::string::npos);
    client.frame(Opcode::Text, std::string(1000, 'a'));
    const std::string answer = client.nextFrame();
    CHECK(answer.size() < 100);
    std::string inflated;
    CHECK(server.deflater.inflate(std::string_view(answer).substr(5), inflated, 5000) ==
          MessageDeflater::Inflated::Done);
    CHECK(inflated == std::string(1000, 'a'));
}

TEST_CASE("a port that is taken is reported with its owner") {
    EchoServer server;
    http::GateOptions options;
    options.host = "127.0.0.1";
    options.port = server.port();
    http::Gate second(server.poller, server, options);
    const std::string failure = second.open();
    CHECK(failure.starts_with("Cannot listen on port " + std::to_string(server.port()) +
                              ": it is in use by test_runtime"));
}
