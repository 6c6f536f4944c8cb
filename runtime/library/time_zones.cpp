#include "runtime/library/time_zones.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <cstdio>

namespace barre::runtime {

namespace {

/// What the abbreviations of e-mail headers usually mean.
constexpr struct {
    std::string_view abbreviation, id;
} usualZones[] = {
    {"PST", "America/Los_Angeles"}, {"PDT", "America/Los_Angeles"}, {"MST", "America/Denver"},
    {"MDT", "America/Denver"},      {"CST", "America/Chicago"},     {"CDT", "America/Chicago"},
    {"EST", "America/New_York"},    {"EDT", "America/New_York"},    {"BST", "Europe/London"},
    {"CET", "Europe/Paris"},        {"CEST", "Europe/Paris"},       {"EET", "Europe/Bucharest"},
    {"IST", "Asia/Kolkata"},        {"JST", "Asia/Tokyo"},          {"AEST", "Australia/Sydney"},
    {"AEDT", "Australia/Sydney"},   {"NZST", "Pacific/Auckland"},   {"NZDT", "Pacific/Auckland"},
};

/// `+05:30` and the like as a zone; an invalid one if the text is something else.
QTimeZone offsetZone(const std::string& id) {
    int hours = 0, minutes = 0, end = 0;
    if (id == "Z")
        return QTimeZone(0);
    if (std::sscanf(id.c_str(), "%*1[+-]%2d:%2d%n", &hours, &minutes, &end) != 2 || size_t(end) != id.size())
        return {};
    const int seconds = hours * 3600 + minutes * 60;
    return QTimeZone(id[0] == '-' ? -seconds : seconds);
}

QTimeZone zoneOf(std::string_view id) {
    const std::string name(id);
    const QTimeZone zone = offsetZone(name);
    return zone.isValid() ? zone : QTimeZone(QByteArray::fromStdString(name));
}

QDateTime momentOf(int64_t epochSeconds) {
    return QDateTime::fromSecsSinceEpoch(epochSeconds, Qt::UTC);
}

} // namespace

bool zoneExists(std::string_view id) {
    return zoneOf(id).isValid();
}

int zoneOffsetAt(std::string_view id, int64_t epochSeconds) {
    return zoneOf(id).offsetFromUtc(momentOf(epochSeconds));
}

int zoneOffsetAtLocal(std::string_view id, int64_t localSeconds) {
    const QDateTime local = momentOf(localSeconds);
    return QDateTime(local.date(), local.time(), zoneOf(id)).offsetFromUtc();
}

bool isFixedZone(std::string_view id) {
    return !zoneOf(id).hasTransitions();
}

std::string zoneAbbreviationAt(std::string_view id, int64_t epochSeconds) {
    return zoneOf(id).abbreviation(momentOf(epochSeconds)).toStdString();
}

std::string zoneOfAbbreviation(std::string_view abbreviation) {
    for (const auto& zone : usualZones)
        if (zone.abbreviation == abbreviation)
            return std::string(zone.id);
    return std::string(abbreviation);
}

std::string systemZoneId() {
    return QTimeZone::systemTimeZoneId().toStdString();
}

} // namespace barre::runtime
