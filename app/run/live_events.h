#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace barre::app {

/// How often a step of a flow ran: bytes `begin`..`end` of `file`, as the running program knows it.
struct StepCount {
    QString file;
    uint32_t begin = 0;
    uint32_t end = 0;
    qint64 count = 0;
};

/// Sums of what was not told one by one: messages in and out, or calls and microseconds.
using UntoldSums = QHash<QString, std::pair<qint64, qint64>>;

/// What a running service tells of itself (`runtime/service/README.md` has the lines it is read from).
struct LiveEvent {
    enum class Kind { Listening, Stopped, Opened, Frame, Closed, Handler, Refused, Counts, Dropped };

    Kind kind = Kind::Stopped;
    QDateTime time;
    QString id;        ///< connection
    QString remote;    ///< address and port of the client
    QString path;      ///< path of the upgrade request
    QString service;   ///< base path of the service
    QString className; ///< connection class
    QString function;  ///< `ChatService.onTextMessage`
    QString outcome;   ///< of a handler: ok, error or panic
    QString text;      ///< preview of a frame, reason of a closing, message of a failure, name of a listener
    QString frameKind; ///< text, binary, ping, pong or close
    bool incoming = false; ///< direction of a frame, seen from the service
    int code = 0;          ///< close code, HTTP status, exit code or port
    qint64 size = 0;       ///< bytes of a frame; how many frames were left out
    qint64 microseconds = 0;
    QStringList urls;
    std::vector<StepCount> stepCounts;
    UntoldSums untoldFrames;   ///< by connection
    UntoldSums untoldHandlers; ///< by function
};

/// Reads one line; nothing when it is no event this version knows.
std::optional<LiveEvent> parseLiveEvent(const QByteArray& line);

} // namespace barre::app
