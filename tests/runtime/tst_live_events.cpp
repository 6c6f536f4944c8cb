#include "runtime/service/event_log.h"
#include "runtime/websocket/connection_class.h"
#include "runtime/websocket/service_config.h"
#include "tests/runtime/wire_client.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtNetwork/QLocalServer>

#include <doctest/doctest.h>

using namespace barre::runtime;
using namespace barre::runtime::websocket;
using barre::tests::waitFor;

TEST_CASE("live events are lines of JSON") {
    CHECK(jsonLine(ListeningEvent{"l", 8080, {"ws://localhost:8080/a"}}, 5) ==
          "{\"event\":\"listening\",\"listener\":\"l\",\"port\":8080,\"time\":5,\"urls\":[\"ws://"
          "localhost:8080/a\"]}\n");
    CHECK(jsonLine(FrameEvent{"7", true, "text", 2, "h\"i"}, 6) ==
          "{\"direction\":\"in\",\"event\":\"frame\",\"id\":\"7\",\"kind\":\"text\",\"preview\":\"h\\\"i\","
          "\"size\":2,\"time\":6}\n");
    CHECK(jsonLine(ClosedEvent{"7", 1006, ""}, 7) ==
          "{\"code\":1006,\"event\":\"closed\",\"id\":\"7\",\"reason\":\"\",\"time\":7}\n");
    CHECK(jsonLine(RefusedEvent{"r", "/p", 404, "no"}, 8) ==
          "{\"event\":\"refused\",\"message\":\"no\",\"path\":\"/"
          "p\",\"remote\":\"r\",\"status\":404,\"time\":8}\n");
}

TEST_CASE("a flood of frames is told as a number") {
    QLocalServer server;
    const QString name = QStringLiteral("barre-test-%1").arg(QCoreApplication::applicationPid());
    REQUIRE(server.listen(name));
    EventLog log;
    REQUIRE(log.open(name));
    for (int i = 0; i < 3000; ++i)
        log.happened(FrameEvent{"7", i < 2900, "text", 1, "x"});
    log.happened(HandlerEvent{"7", "S.onOpen", 3, "ok", ""});
    log.happened(HandlerEvent{"7", "S.onOpen", 4, "ok", ""});
    log.happened(HandlerEvent{"7", "S.onOpen", 3, "error", "bad"});
    QByteArray received;
    QLocalSocket* socket = nullptr;
    const auto lines = [&] {
        if (!socket)
            socket = server.nextPendingConnection();
        if (socket)
            received += socket->readAll();
        return received.count('\n');
    };
    CHECK(waitFor([&] { return lines() >= 2002; }));
    log.stopped(0);
    CHECK(waitFor([&] { return lines() >= 2003; }));
    CHECK(received.contains("{\"connections\":{\"7\":[900,100]},\"event\":\"dropped\",\"frames\":1000,"
                            "\"handlers\":{\"S.onOpen\":[2,7]},"));
    CHECK(received.contains("\"outcome\":\"error\""));
    CHECK(received.endsWith("\n"));
    CHECK(QJsonDocument::fromJson(received.split('\n').at(2002))
              .object()
              .value(QLatin1String("code"))
              .toInt(-1) == 0);
}

TEST_CASE("message types name their methods") {
    CHECK(methodNameFor("heartbeat") == "onHeartbeat");
    CHECK(methodNameFor("heartBeat") == "onHeartbeat");
    CHECK(methodNameFor("un subscribe") == "onUnSubscribe");
    CHECK(methodNameFor("_ping") == "onPing");
    CHECK(methodNameFor("order-line_added") == "onOrderLineAdded");
}

TEST_CASE("the first of the client's subprotocols that the service speaks is chosen") {
    ServiceConfig config;
    CHECK(config.choose({"a"}).empty());
    config.subProtocols = {"v2", "v1"};
    CHECK(config.choose({"v3", "v1", "v2"}) == "v1");
    config.subProtocols = {"*"};
    CHECK(config.choose({"v3"}) == "v3");
}
