// links: Qt6::WebSockets
// The peer of the WebSocket benchmark: a plain QWebSocketServer that echoes (/echo) and broadcasts
// (/broadcast).
#include <QtCore/QCoreApplication>
#include <QtCore/QSet>
#include <QtCore/QUrl>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>

#include <cstdio>

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QWebSocketServer server(QString(), QWebSocketServer::NonSecureMode);
    server.setMaxPendingConnections(10'000);
    QSet<QWebSocket*> everybody;
    QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&] {
        QWebSocket* socket = server.nextPendingConnection();
        everybody.insert(socket);
        const bool isEcho = socket->requestUrl().path() == QLatin1String("/echo");
        QObject::connect(socket, &QWebSocket::textMessageReceived, socket,
                         [&, socket, isEcho](const QString& text) {
                             if (isEcho) {
                                 socket->sendTextMessage(QStringLiteral("Echo: ") + text);
                                 return;
                             }
                             for (QWebSocket* other : everybody)
                                 other->sendTextMessage(text);
                         });
        QObject::connect(socket, &QWebSocket::disconnected, socket, [&, socket] {
            everybody.remove(socket);
            socket->deleteLater();
        });
    });
    if (argc < 2 || !server.listen(QHostAddress::LocalHost, quint16(atoi(argv[1])))) {
        std::fprintf(stderr, "usage: %s PORT (that is free)\n", argv[0]);
        return 1;
    }
    std::fprintf(stderr, "listening\n");
    return application.exec();
}
