// The clients of Try it, against a server of Qt.
#include <doctest/doctest.h>

#include "app/tryit/client.h"

#include <QtTest/QTest>
#include <QtWebSockets/QWebSocketServer>

#include <memory>

using barre::app::TryItClient;

TEST_CASE("try it: a client that goes while it is connected tells nobody") {
    QWebSocketServer server(QStringLiteral("test"), QWebSocketServer::NonSecureMode);
    REQUIRE(server.listen(QHostAddress::LocalHost));
    auto client = std::make_unique<TryItClient>(QStringLiteral("ann"), server.serverUrl());
    client->open();
    REQUIRE(QTest::qWaitFor([&] { return client->state() == TryItClient::State::Open; }));
    int told = 0;
    QObject::connect(client.get(), &TryItClient::stateChanged, [&] { ++told; });
    client.reset();
    CHECK(told == 0);
}
