#include "runtime/library/time_zones.h"

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
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

/// Zones that the zone database names by their offsets alone, and how e-mails have always called them.
constexpr struct {
    std::string_view id, abbreviation;
} abbreviations[] = {
    {"America/Argentina/Buenos_Aires", "ART"},
    {"America/Bogota", "COT"},
    {"America/Lima", "PET"},
    {"America/Sao_Paulo", "BRT"},
    {"Asia/Almaty", "ALMT"},
    {"Asia/Baghdad", "AST"},
    {"Asia/Bangkok", "ICT"},
    {"Asia/Colombo", "IST"},
    {"Asia/Dhaka", "BDT"},
    {"Asia/Dubai", "GST"},
    {"Asia/Ho_Chi_Minh", "ICT"},
    {"Asia/Kabul", "AFT"},
    {"Asia/Kathmandu", "NPT"},
    {"Asia/Kuala_Lumpur", "MYT"},
    {"Asia/Riyadh", "AST"},
    {"Asia/Singapore", "SGT"},
    {"Asia/Tashkent", "UZT"},
    {"Asia/Tehran", "IRST"},
    {"Asia/Yangon", "MMT"},
    {"Europe/Istanbul", "TRT"},
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

/// Qt lists fewer names than the database has, and takes any other word for a rule of POSIX.
bool isInDatabase(const QByteArray& id) {
    return QTimeZone::isTimeZoneIdAvailable(id) ||
           (!id.contains("..") && QFileInfo(QString::fromUtf8("/usr/share/zoneinfo/" + id)).isFile());
}

QTimeZone zoneOf(std::string_view id) {
    const std::string name(id);
    const QTimeZone zone = offsetZone(name);
    const QByteArray bytes = QByteArray::fromStdString(name);
    return zone.isValid() || !isInDatabase(bytes) ? zone : QTimeZone(bytes);
}

/// Seconds from 1970 in which all zones have changed that ever do.
constexpr int64_t farAway = 8'000'000'000;

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
    const QTimeZone zone = zoneOf(id);
    return zone.transitions(momentOf(-farAway), momentOf(farAway)).isEmpty();
}

std::string zoneAbbreviationAt(std::string_view id, int64_t epochSeconds) {
    for (const auto& zone : abbreviations)
        if (zone.id == id)
            return std::string(zone.abbreviation);
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
