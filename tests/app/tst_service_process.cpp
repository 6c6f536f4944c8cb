// The running service seen from the designer: it can always be stopped, and it does not outlive the designer.
#include <doctest/doctest.h>

#include "app/run/service_process.h"
#include "tests/support/free_port.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

using namespace barre;
using namespace barre::app;

namespace {

constexpr int patience = 30000;

struct Program {
    QTemporaryDir folder;
    int port = test::freePort();

    explicit Program(const QByteArray& body) {
        QFile file(path());
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(
            "import ballerina/websocket;\n\nlistener websocket:Listener l = new (" +
            QByteArray::number(port) +
            ");\n\nservice /a on l {\n    resource function get .() returns websocket:Service|error {\n"
            "        return new A();\n    }\n}\n\nservice class A {\n    *websocket:Service;\n\n"
            "    remote function onOpen(websocket:Caller caller) returns error? {\n" +
            body + "    }\n}\n");
    }

    QString path() const { return folder.filePath(QStringLiteral("main.bal")); }

    bool answers() const {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(port));
        return socket.waitForConnected(200);
    }
};

} // namespace

TEST_CASE("a service ends with the designer, even when that is killed") {
    const Program program("        return;\n");
    QTemporaryDir home;
    QProcess designer;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    designer.setProcessEnvironment(environment);
    designer.start(QStringLiteral(BARRE_PROGRAM), {QStringLiteral("--run"), program.path()});
    REQUIRE(QTest::qWaitFor([&] { return program.answers(); }, patience));
    designer.kill();
    designer.waitForFinished(patience);
    CHECK(QTest::qWaitFor([&] { return !program.answers(); }, patience));
}

TEST_CASE("a service that does not come to an end by itself is stopped, and can be started again") {
    const Program program("        while true {\n        }\n");
    ServiceProcess service(nullptr, QStringLiteral(BARRE_PROGRAM));
    service.start({program.path(), {}});
    REQUIRE(QTest::qWaitFor([&] { return !service.urls().isEmpty(); }, patience));
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, quint16(program.port));
    REQUIRE(client.waitForConnected(patience));
    client.write("GET /a HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    REQUIRE(client.waitForReadyRead(patience)); // it is in the loop now
    service.restart();
    REQUIRE(QTest::qWaitFor([&] { return service.state() == RunState::Starting; }, patience));
    REQUIRE(QTest::qWaitFor([&] { return !service.urls().isEmpty(); }, patience));
    service.stop();
    CHECK(QTest::qWaitFor([&] { return service.state() == RunState::Stopped; }, patience));
}

TEST_CASE("a program without a service runs until its main returns, and it is known how that ended") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("main.bal"));
    const auto write = [&](const QByteArray& body) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("public function main() returns error? {\n" + body + "}\n");
    };
    ServiceProcess program(nullptr, QStringLiteral(BARRE_PROGRAM));
    const auto waitFor = [&](RunState state) {
        return QTest::qWaitFor([&] { return program.state() == state; }, patience);
    };
    write("    while true {\n    }\n");
    program.start({path, {}});
    CHECK(waitFor(RunState::Running));
    program.stop();
    REQUIRE(waitFor(RunState::Stopped));
    CHECK(!program.exitCode());
    write("");
    program.start({path, {}});
    REQUIRE(waitFor(RunState::Stopped));
    CHECK(program.exitCode() == 0);
    write("    return error(\"no\");\n");
    program.start({path, {}});
    REQUIRE(waitFor(RunState::Stopped));
    CHECK(program.exitCode() == 1);
}
