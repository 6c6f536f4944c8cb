// Clients that nobody here wrote talk to the chat sample: Node's ws, Python's websockets, headless Chromium.
#include "tests/runtime/wire_client.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <doctest/doctest.h>

#include <csignal>

using barre::tests::waitFor;

namespace {

/// The chat sample on a free port, for as long as this lives.
class ChatService {
public:
    ChatService() {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        m_port = probe.serverPort();
        probe.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(qEnvironmentVariable("BARRE_PROGRAM", QStringLiteral(BARRE_PROGRAM)),
                        {QStringLiteral("run"), QStringLiteral(BARRE_SOURCE_DIR "/resources/samples/chat"),
                         QStringLiteral("-C"), QStringLiteral("port=%1").arg(m_port)});
        REQUIRE(waitFor([&] { return (m_output += m_process.readAll()).contains("Listening on"); }));
    }
    ~ChatService() {
        m_process.terminate();
        const bool ended = m_process.waitForFinished(15'000);
        CHECK(ended);
        CHECK(m_process.exitStatus() == QProcess::NormalExit);
        CHECK(m_process.exitCode() == 0);
    }

    QString url() const { return QStringLiteral("ws://localhost:%1/chat/rooms/blue").arg(m_port); }

private:
    uint16_t m_port = 0;
    QProcess m_process;
    QByteArray m_output;
};

/// What a client program prints.
std::string output(const QString& program, const QStringList& args) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, args);
    const bool ended = waitFor([&] { return process.state() == QProcess::NotRunning; });
    if (!ended)
        process.kill();
    return process.readAll().toStdString();
}

QString scriptFile(const QTemporaryDir& folder, const char* name, const QByteArray& text) {
    QFile file(folder.filePath(QLatin1String(name)));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return file.fileName();
}

/// Takes one HTTP request and keeps its path: how a page tells what it has seen.
class Reporter {
public:
    Reporter() { REQUIRE(m_server.listen(QHostAddress::LocalHost)); }
    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + "/"; }

    std::string wait() {
        QTcpSocket* socket = nullptr;
        QByteArray request;
        waitFor([&] {
            if (!socket)
                socket = m_server.nextPendingConnection();
            if (socket)
                request += socket->readAll();
            return request.contains("\r\n");
        });
        const QByteArray path = request.mid(5, request.indexOf(' ', 5) - 5);
        return QByteArray::fromPercentEncoding(path).toStdString();
    }

private:
    QTcpServer m_server;
};

constexpr auto expected = "Welcome|ann|ann: hello|0302|closed 1000 Bye";

} // namespace

TEST_CASE("Node's ws talks to the chat") {
    const ChatService service;
    const QTemporaryDir folder;
    const QString script = scriptFile(folder, "client.js", R"(
        const WebSocket = require('ws');
        const socket = new WebSocket(process.argv[2]);
        const seen = [];
        socket.on('message', (data, isBinary) => {
            const text = isBinary ? data.toString('hex') : data.toString();
            if (text.startsWith('Welcome')) { seen.push('Welcome'); socket.send('{"kind": "NICK", "text": "ann"}'); }
            else if (text.endsWith('is now ann')) { seen.push('ann'); socket.send('hello'); }
            else if (text === 'ann: hello') { seen.push(text); socket.send(Buffer.from([1, 2, 255])); }
            else { seen.push(text); socket.send('{"kind": "QUIT"}'); }
        });
        socket.on('close', (code, reason) => console.log(seen.concat('closed ' + code + ' ' + reason).join('|')));
        socket.on('error', (error) => console.log(error.message));
    )");
    qputenv("NODE_PATH", "/usr/share/nodejs:/usr/lib/nodejs");
    CHECK(output(QStringLiteral("node"), {script, service.url()}) == std::string(expected) + "\n");
}

TEST_CASE("Python's websockets talks to the chat") {
    const ChatService service;
    const QTemporaryDir folder;
    const QString script = scriptFile(folder, "client.py", R"(
import asyncio, sys, websockets
async def main():
    seen = []
    async with websockets.connect(sys.argv[1]) as socket:
        try:
            seen.append((await socket.recv())[:7])
            await socket.send('{"kind": "NICK", "text": "ann"}')
            seen.append((await socket.recv())[-3:])
            await socket.send(['hel', 'lo'])
            seen.append(await socket.recv())
            await socket.send(bytes([1, 2, 255]))
            seen.append((await socket.recv()).hex())
            await asyncio.wait_for(await socket.ping(), 10)
            await socket.send('{"kind": "QUIT"}')
            await socket.recv()
        except websockets.ConnectionClosed as closed:
            seen.append(f'closed {closed.rcvd.code} {closed.rcvd.reason}')
    print('|'.join(seen))
asyncio.run(main())
)");
    CHECK(output(QStringLiteral("/usr/bin/python3"), {script, service.url()}) ==
          std::string(expected) + "\n");
}

TEST_CASE("Chromium talks to the chat") {
    const ChatService service;
    Reporter reporter;
    const QTemporaryDir folder;
    const QByteArray script = R"(<!DOCTYPE html><script>
        const socket = new WebSocket('SERVICE');
        const seen = [];
        socket.binaryType = 'arraybuffer';
        socket.onmessage = (event) => {
            const data = event.data;
            if (data instanceof ArrayBuffer) {
                seen.push([...new Uint8Array(data)].map(b => b.toString(16).padStart(2, '0')).join(''));
                socket.send('{"kind": "QUIT"}');
            }
            else if (data.startsWith('Welcome')) { seen.push('Welcome'); socket.send('{"kind": "NICK", "text": "ann"}'); }
            else if (data.endsWith('is now ann')) { seen.push('ann'); socket.send('hello'); }
            else { seen.push(data); socket.send(new Uint8Array([1, 2, 255])); }
        };
        socket.onclose = (event) => {
            const text = seen.concat('closed ' + event.code + ' ' + event.reason).join('|');
            fetch('REPORTER' + encodeURIComponent(text), {mode: 'no-cors'});
        };
    </script>)";
    QByteArray page = script;
    page.replace("SERVICE", service.url().toUtf8()).replace("REPORTER", reporter.url());
    const QString file = scriptFile(folder, "client.html", page);
    QProcess browser;
    browser.setProcessChannelMode(QProcess::MergedChannels);
    browser.start(QStringLiteral("chromium"),
                  {QStringLiteral("--headless"), QStringLiteral("--no-sandbox"),
                   QStringLiteral("--disable-gpu"), QStringLiteral("--remote-debugging-port=0"),
                   QStringLiteral("--user-data-dir=") + folder.filePath(QStringLiteral("profile")),
                   QStringLiteral("file://") + file});
    CHECK_MESSAGE(reporter.wait() == expected, browser.readAll().toStdString());
    browser.terminate();
    if (!browser.waitForFinished(5000)) {
        browser.kill();
        browser.waitForFinished();
    }
}
