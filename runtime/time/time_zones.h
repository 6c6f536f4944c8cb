#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace barre::runtime {

/// Time zones by the names of the zone database (`Asia/Colombo`), `Z` and offsets (`+05:30`).
bool zoneExists(std::string_view id);
/// Seconds east of universal time, at a moment.
int zoneOffsetAt(std::string_view id, int64_t epochSeconds);
/// The same at a local time, given as if it were universal time.
int zoneOffsetAtLocal(std::string_view id, int64_t localSeconds);
/// It is always the same.
bool isFixedZone(std::string_view id);
/// `PST`.
std::string zoneAbbreviationAt(std::string_view id, int64_t epochSeconds);
/// The zone that an abbreviation usually means; the abbreviation itself if none is known.
std::string zoneOfAbbreviation(std::string_view abbreviation);
std::string systemZoneId();

} // namespace barre::runtime
