#include "app/run/live_events.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace barre::app {

namespace {

struct KindName {
    const char* name;
    LiveEvent::Kind kind;
};

constexpr KindName kindNames[] = {
    {"listening", LiveEvent::Kind::Listening}, {"stopped", LiveEvent::Kind::Stopped},
    {"opened", LiveEvent::Kind::Opened},       {"frame", LiveEvent::Kind::Frame},
    {"closed", LiveEvent::Kind::Closed},       {"handler", LiveEvent::Kind::Handler},
    {"refused", LiveEvent::Kind::Refused},     {"counts", LiveEvent::Kind::Counts},
    {"dropped", LiveEvent::Kind::Dropped},
};

std::optional<LiveEvent::Kind> kindCalled(const QString& name) {
    for (const KindName& row : kindNames)
        if (name == QLatin1String(row.name))
            return row.kind;
    return std::nullopt;
}

QString firstText(const QJsonObject& object, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
        if (const QJsonValue value = object.value(QLatin1String(key)); value.isString())
            return value.toString();
    return {};
}

int firstNumber(const QJsonObject& object, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
        if (const QJsonValue value = object.value(QLatin1String(key)); value.isDouble())
            return value.toInt();
    return 0;
}

std::vector<StepCount> stepsIn(const QJsonObject& object) {
    std::vector<StepCount> steps;
    for (const QJsonValue& row : object.value(QLatin1String("steps")).toArray()) {
        const QJsonArray step = row.toArray();
        if (step.size() == 4)
            steps.push_back({step[0].toString(), uint32_t(step[1].toInteger()), uint32_t(step[2].toInteger()),
                             step[3].toInteger()});
    }
    return steps;
}

UntoldSums sumsIn(const QJsonObject& object, const char* key) {
    UntoldSums sums;
    const QJsonObject rows = object.value(QLatin1String(key)).toObject();
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        const QJsonArray pair = row.value().toArray();
        sums.insert(row.key(), {pair.at(0).toInteger(), pair.at(1).toInteger()});
    }
    return sums;
}

} // namespace

std::optional<LiveEvent> parseLiveEvent(const QByteArray& line) {
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto kind = kindCalled(object.value(QLatin1String("event")).toString());
    if (!kind)
        return std::nullopt;
    LiveEvent event;
    event.kind = *kind;
    event.time = QDateTime::fromMSecsSinceEpoch(object.value(QLatin1String("time")).toInteger());
    event.id = firstText(object, {"id"});
    event.remote = firstText(object, {"remote"});
    event.path = firstText(object, {"path"});
    event.service = firstText(object, {"service"});
    event.className = firstText(object, {"class"});
    event.function = firstText(object, {"function"});
    event.outcome = firstText(object, {"outcome"});
    event.text = firstText(object, {"preview", "reason", "message", "listener"});
    event.frameKind = firstText(object, {"kind"});
    event.incoming = firstText(object, {"direction"}) == QLatin1String("in");
    event.code = firstNumber(object, {"code", "status", "port"});
    event.size = qint64(firstNumber(object, {"size", "frames"}));
    event.microseconds = object.value(QLatin1String("microseconds")).toInteger();
    for (const QJsonValue& url : object.value(QLatin1String("urls")).toArray())
        event.urls << url.toString();
    event.stepCounts = stepsIn(object);
    event.untoldFrames = sumsIn(object, "connections");
    event.untoldHandlers = sumsIn(object, "handlers");
    return event;
}

} // namespace barre::app
