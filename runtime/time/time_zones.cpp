#include "runtime/time/time_zones.h"

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtCore/QTimeZone>

#include <optional>

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

/// What `+05:30`, `+0530`, `-8` or `+05:30:15` is in seconds; nothing for something else.
std::optional<int> offsetSeconds(std::string_view id) {
    if (id.empty() || (id[0] != '+' && id[0] != '-'))
        return std::nullopt;
    std::string digits(id.substr(1));
    const bool hasColons = digits.size() == 5 || digits.size() == 8;
    for (const size_t colon : {size_t(5), size_t(2)})
        if (hasColons && colon < digits.size() && digits[colon] == ':')
            digits.erase(colon, 1);
    if (digits.size() == 1)
        digits.insert(0, "0");
    const bool isPlain = digits.find_first_not_of("0123456789") == std::string::npos;
    if (!isPlain || digits.empty() || digits.size() % 2 || digits.size() > 6)
        return std::nullopt;
    digits.resize(6, '0');
    const int hours = std::stoi(digits.substr(0, 2)), minutes = std::stoi(digits.substr(2, 2)),
              rest = std::stoi(digits.substr(4));
    if (minutes > 59 || rest > 59)
        return std::nullopt;
    const int seconds = (hours * 60 + minutes) * 60 + rest;
    return id[0] == '-' ? -seconds : seconds;
}

/// An offset as a zone; an invalid one if the text is something else.
QTimeZone offsetZone(const std::string& id) {
    if (id == "Z")
        return QTimeZone(0);
    const std::optional<int> seconds = offsetSeconds(id);
    return seconds ? QTimeZone(*seconds) : QTimeZone();
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
