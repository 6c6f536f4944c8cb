#include "app/tryit/client.h"

namespace barre::app {

namespace {
constexpr qsizetype mostKept = 5000;

QString bytesText(const QByteArray& bytes) {
    const QString count =
        bytes.size() == 1 ? TryItClient::tr("1 byte") : TryItClient::tr("%1 bytes").arg(bytes.size());
    return bytes.isEmpty() ? count : count + QStringLiteral(": ") + hexText(bytes);
}

bool isHexDigit(QChar c) {
    return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
           (c.toLower() >= QLatin1Char('a') && c.toLower() <= QLatin1Char('f'));
}
} // namespace

QString hexText(const QByteArray& bytes, int most) {
    QString text = QString::fromLatin1(bytes.left(most).toHex(' '));
    if (bytes.size() > most)
        text += QStringLiteral(" \u2026");
    return text;
}

std::optional<QByteArray> bytesFromHex(const QString& text) {
    QString digits;
    for (const QChar c : text) {
        if (c.isSpace())
            continue;
        if (!isHexDigit(c))
            return std::nullopt;
        digits += c;
    }
    if (digits.size() % 2 != 0)
        return std::nullopt;
    return QByteArray::fromHex(digits.toLatin1());
}

TryItClient::TryItClient(const QString& name, const QUrl& url, QObject* parent)
    : QObject(parent), m_name(name), m_url(url) {
    using Direction = TranscriptEntry::Direction;
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        setState(State::Open);
        const QString protocol = m_socket.subprotocol();
        add(Direction::Note, QStringLiteral("open"),
            protocol.isEmpty() ? tr("connected to %1").arg(m_url.toString())
                               : tr("connected to %1, subprotocol %2").arg(m_url.toString(), protocol));
    });
    connect(&m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString& text) { add(Direction::Received, QStringLiteral("text"), text); });
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray& bytes) {
        add(Direction::Received, QStringLiteral("binary"), bytesText(bytes));
    });
    connect(&m_socket, &QWebSocket::pong, this, [this](quint64 elapsed, const QByteArray&) {
        add(Direction::Received, QStringLiteral("pong"), tr("pong after %1 ms").arg(elapsed));
    });
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            [this] { m_lastError = m_socket.errorString(); });
    connect(&m_socket, &QWebSocket::disconnected, this, [this] {
        const bool wasOpen = m_state == State::Open;
        setState(State::Closed);
        if (wasOpen)
            add(Direction::Note, QStringLiteral("close"),
                m_socket.closeReason().isEmpty()
                    ? tr("closed, code %1").arg(int(m_socket.closeCode()))
                    : tr("closed, code %1: %2").arg(int(m_socket.closeCode())).arg(m_socket.closeReason()));
        else
            add(Direction::Note, QStringLiteral("error"),
                tr("cannot connect to %1: %2").arg(m_url.toString(), m_lastError));
    });
}

TryItClient::~TryItClient() {
    m_socket.disconnect(this);
}

void TryItClient::setName(const QString& name) {
    m_name = name;
    Q_EMIT stateChanged();
}

void TryItClient::setUrl(const QUrl& url) {
    m_url = url;
    Q_EMIT stateChanged();
}

void TryItClient::open(const QStringList& protocols) {
    if (m_state != State::Closed)
        return;
    setState(State::Connecting);
    m_lastError.clear();
    QNetworkRequest request(m_url);
    if (!protocols.isEmpty())
        request.setRawHeader("Sec-WebSocket-Protocol", protocols.join(QLatin1String(", ")).toUtf8());
    m_socket.open(request);
}

void TryItClient::sendText(const QString& text) {
    if (!requireOpen(tr("send")))
        return;
    m_socket.sendTextMessage(text);
    add(TranscriptEntry::Direction::Sent, QStringLiteral("text"), text);
}

void TryItClient::sendBinary(const QByteArray& bytes) {
    if (!requireOpen(tr("send")))
        return;
    m_socket.sendBinaryMessage(bytes);
    add(TranscriptEntry::Direction::Sent, QStringLiteral("binary"), bytesText(bytes));
}

void TryItClient::ping(const QByteArray& payload) {
    if (!requireOpen(tr("ping")))
        return;
    m_socket.ping(payload.left(125));
    add(TranscriptEntry::Direction::Sent, QStringLiteral("ping"), tr("ping"));
}

void TryItClient::close(int code, const QString& reason) {
    if (m_state == State::Closed)
        return;
    add(TranscriptEntry::Direction::Sent, QStringLiteral("close"),
        reason.isEmpty() ? tr("close %1").arg(code) : tr("close %1: %2").arg(code).arg(reason));
    m_socket.close(QWebSocketProtocol::CloseCode(code), QString::fromUtf8(reason.toUtf8().left(123)));
}

void TryItClient::clearTranscript() {
    m_transcript.clear();
    Q_EMIT transcriptCleared();
}

bool TryItClient::requireOpen(const QString& what) {
    if (m_state == State::Open)
        return true;
    add(TranscriptEntry::Direction::Note, QStringLiteral("error"), tr("cannot %1: not connected").arg(what));
    return false;
}

void TryItClient::add(TranscriptEntry::Direction direction, const QString& kind, const QString& text) {
    if (qsizetype(m_transcript.size()) >= mostKept)
        m_transcript.erase(m_transcript.begin(), m_transcript.begin() + mostKept / 10);
    m_transcript.push_back({QDateTime::currentDateTime(), direction, kind, text});
    Q_EMIT entryAdded(m_transcript.back());
}

void TryItClient::setState(State state) {
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace barre::app
