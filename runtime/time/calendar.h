#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace barre::runtime {

/// A date and a time of day as text has them. `fraction` holds the digits after the decimal point.
struct CivilTime {
    int64_t year = 1970;
    int month = 1, day = 1, hour = 0, minute = 0, second = 0;
    std::string fraction;
    int offsetSeconds = 0;  ///< east of universal time
    bool hasOffset = false; ///< as numbers, not as `Z`
    bool hasSecond = true;
    std::string abbreviation; ///< `Z`, `+05:30`, or what stands in brackets
};

/// Days since 1970-01-01 in the Gregorian calendar.
int64_t daysFromDate(int64_t year, int month, int day);
/// The date of that day, at midnight.
CivilTime dateFromDays(int64_t days);
/// 0 is Sunday.
int weekdayOfDays(int64_t days);
bool dateExists(int64_t year, int64_t month, int64_t day);

/// Seconds since 1970-01-01T00:00:00Z of the fields, taken as universal time.
int64_t secondsOf(const CivilTime& time);
CivilTime civilFromSeconds(int64_t seconds);

/// `2007-12-03T10:15:30.00Z`, `2021-04-12T23:20:50.520+05:30[Asia/Colombo]`; nothing if the text is not that:
/// `problemAt` says then where it is not.
std::optional<CivilTime> parseRfc3339(std::string_view text, size_t* problemAt = nullptr);
/// `Wed, 10 Mar 2021 19:51:55 -0800 (PST)`; nothing if the text is not that.
std::optional<CivilTime> parseRfc5322(std::string_view text, size_t* problemAt = nullptr);
/// `Wed, 10 Mar 2021 19:51:55 +0000`, the zone as given.
std::string formatRfc5322(int64_t seconds, std::string_view zone);

} // namespace barre::runtime
