#pragma once

#include <QtNetwork/QTcpServer>

namespace barre::test {

/// A port that nobody listens on at this moment.
inline int freePort() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

} // namespace barre::test
