#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QObject>
#include <QtCore/QUrl>
#include <QtWebSockets/QWebSocket>

#include <vector>

namespace barre::app {

/// One line of a transcript.
struct TranscriptEntry {
    enum class Direction { Sent, Received, Note };

    QDateTime time;
    Direction direction = Direction::Note;
    QString kind; ///< text, binary, ping, pong, close, open or error
    QString text;
};

/// One client connection of Try It, with the transcript of what was said.
class TryItClient : public QObject {
    Q_OBJECT

public:
    enum class State { Closed, Connecting, Open };

    TryItClient(const QString& name, const QUrl& url, QObject* parent = nullptr);
    /// Hangs up without a word: who listens may be gone by then.
    ~TryItClient() override;

    const QString& name() const { return m_name; }
    const QUrl& url() const { return m_url; }
    State state() const { return m_state; }
    const std::vector<TranscriptEntry>& transcript() const { return m_transcript; }

    void setName(const QString& name);
    void setUrl(const QUrl& url);
    /// Connects; `protocols` are offered as subprotocols.
    void open(const QStringList& protocols = {});
    void sendText(const QString& text);
    void sendBinary(const QByteArray& bytes);
    void ping(const QByteArray& payload = {});
    /// `code` is 1000 or 3000 to 4999; the reason takes at most 123 bytes.
    void close(int code, const QString& reason);
    void clearTranscript();

Q_SIGNALS:
    void stateChanged();
    void entryAdded(const barre::app::TranscriptEntry& entry);
    void transcriptCleared();

private:
    void add(TranscriptEntry::Direction direction, const QString& kind, const QString& text);
    void setState(State state);
    bool requireOpen(const QString& what);

    QString m_name;
    QUrl m_url;
    QWebSocket m_socket;
    State m_state = State::Closed;
    QString m_lastError;
    std::vector<TranscriptEntry> m_transcript;
};

/// Bytes as `0a 1b …`, at most `most` of them.
QString hexText(const QByteArray& bytes, int most = 64);

/// Bytes written as hexadecimal digits, with or without spaces; nothing when it is not that.
std::optional<QByteArray> bytesFromHex(const QString& text);

} // namespace barre::app
