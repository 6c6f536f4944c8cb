#include "runtime/service/event_log.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace barre::runtime {

using namespace websocket;

namespace {

constexpr int batchMs = 34;                 // thirty times a second
constexpr int framesPerSecond = 2000;       // more are counted, not told
constexpr qsizetype pendingLimit = 4 << 20; // for a designer that does not read

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QJsonObject object(const char* name) {
    return {{QStringLiteral("event"), QLatin1String(name)}};
}

void set(QJsonObject& object, const char* key, const QJsonValue& value) {
    object.insert(QLatin1String(key), value);
}

QJsonObject toJson(const ListeningEvent& event) {
    QJsonObject json = object("listening");
    QJsonArray urls;
    for (const std::string& url : event.urls)
        urls.append(text(url));
    set(json, "listener", text(event.listener));
    set(json, "port", event.port);
    set(json, "urls", urls);
    return json;
}

QJsonObject toJson(const OpenedEvent& event) {
    QJsonObject json = object("opened");
    set(json, "id", text(event.id));
    set(json, "remote", text(event.remote));
    set(json, "path", text(event.path));
    set(json, "service", text(event.service));
    set(json, "class", text(event.className));
    return json;
}

QJsonObject toJson(const FrameEvent& event) {
    QJsonObject json = object("frame");
    set(json, "id", text(event.id));
    set(json, "direction", QLatin1String(event.incoming ? "in" : "out"));
    set(json, "kind", text(event.kind));
    set(json, "size", qint64(event.size));
    set(json, "preview", text(event.preview));
    return json;
}

QJsonObject toJson(const ClosedEvent& event) {
    QJsonObject json = object("closed");
    set(json, "id", text(event.id));
    set(json, "code", event.code);
    set(json, "reason", text(event.reason));
    return json;
}

QJsonObject toJson(const HandlerEvent& event) {
    QJsonObject json = object("handler");
    set(json, "id", text(event.id));
    set(json, "function", text(event.function));
    set(json, "microseconds", qint64(event.microseconds));
    set(json, "outcome", text(event.outcome));
    if (!event.message.empty())
        set(json, "message", text(event.message));
    return json;
}

QJsonObject toJson(const RefusedEvent& event) {
    QJsonObject json = object("refused");
    set(json, "remote", text(event.remote));
    set(json, "path", text(event.path));
    set(json, "status", event.status);
    set(json, "message", text(event.message));
    return json;
}

QByteArray line(QJsonObject json, qint64 timeMs) {
    set(json, "time", timeMs);
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QByteArray jsonLine(const LiveEvent& event, qint64 timeMs) {
    return line(std::visit([](const auto& value) { return toJson(value); }, event), timeMs);
}

EventLog::EventLog(QObject* parent) : QObject(parent), m_socket(this), m_timer(this) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(batchMs);
    connect(&m_timer, &QTimer::timeout, this, &EventLog::flush);
    m_second.start();
}

EventLog::~EventLog() = default;

bool EventLog::open(const QString& name) {
    m_socket.connectToServer(name, QIODevice::WriteOnly);
    return m_socket.waitForConnected(3000);
}

void EventLog::happened(const LiveEvent& event) {
    if (!isWatching() || isTooMuch(event))
        return;
    add(jsonLine(event, QDateTime::currentMSecsSinceEpoch()));
}

/// Frames and handlers come as fast as the service is: those beyond what anybody can look at are only
/// counted. Failures are always told.
bool EventLog::isTooMuch(const LiveEvent& event) {
    const auto* frame = std::get_if<FrameEvent>(&event);
    const auto* handler = std::get_if<HandlerEvent>(&event);
    if (!frame && (!handler || handler->outcome != "ok"))
        return false;
    if (m_second.hasExpired(1000)) {
        m_second.restart();
        m_framesThisSecond = 0;
    }
    if (++m_framesThisSecond <= framesPerSecond && m_pending.size() < pendingLimit)
        return false;
    if (frame) {
        auto& [in, out] = m_frames[frame->id];
        ++(frame->incoming ? in : out);
        ++m_dropped;
    } else {
        auto& [calls, microseconds] = m_handlers[handler->function];
        ++calls;
        microseconds += handler->microseconds;
    }
    if (!m_timer.isActive())
        m_timer.start();
    return true;
}

void EventLog::add(const QByteArray& line) {
    m_pending += line;
    if (!m_timer.isActive())
        m_timer.start();
}

void EventLog::addSums() {
    const auto pairs = [](const auto& sums) {
        QJsonObject object;
        for (const auto& [name, pair] : sums)
            object.insert(text(name), QJsonArray{pair.first, pair.second});
        return object;
    };
    if (m_frames.empty() && m_handlers.empty())
        return;
    QJsonObject json = object("dropped");
    set(json, "frames", std::exchange(m_dropped, 0));
    set(json, "connections", pairs(std::exchange(m_frames, {})));
    set(json, "handlers", pairs(std::exchange(m_handlers, {})));
    m_pending += line(json, QDateTime::currentMSecsSinceEpoch());
}

void EventLog::flush() {
    addSums();
    if (m_socket.bytesToWrite() > pendingLimit) {
        m_timer.start();
        return;
    }
    m_socket.write(std::exchange(m_pending, {}));
    m_socket.flush();
}

void EventLog::stopped(int exitCode) {
    if (!isWatching())
        return;
    QJsonObject json = object("stopped");
    set(json, "code", exitCode);
    m_pending += line(json, QDateTime::currentMSecsSinceEpoch());
    flush();
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(1000)) {
    }
    m_socket.disconnectFromServer();
}

} // namespace barre::runtime
