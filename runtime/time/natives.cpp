// time: clocks, the calendar, text in RFC 3339 and RFC 5322, zones.
#include "runtime/library/natives.h"
#include "runtime/time/calendar.h"
#include "runtime/time/natives.h"
#include "runtime/time/time_zones.h"
#include "runtime/values/list_value.h"
#include "runtime/values/other_values.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace barre::runtime {
namespace {

Value decimalOf(NativeCall& call, std::string_view text) {
    return decimalValue(call.heap(), *decimal::parse(text));
}

/// A readonly [int, decimal].
Value utcValue(NativeCall& call, int64_t seconds, std::string_view fraction) {
    std::string text = fraction.empty() ? "0" : "0." + std::string(fraction);
    Value members[] = {Value::of(seconds), decimalOf(call, text)};
    const TypeInfo* type = call.vm().findType("ballerina/time", "Utc");
    List* list = makeList(call.heap(), type ? type : call.vm().typeTable().anyList(), members);
    list->flags |= ReadonlyFlag;
    return Value::of(list);
}

NativeResult formatError(NativeCall& call, const std::string& message) {
    return call.giveError(message, "ballerina/time:FormatError");
}

std::string digitsOf(long nanoseconds, int64_t precision) {
    char text[16];
    std::snprintf(text, sizeof text, "%09ld", nanoseconds);
    return std::string(text, size_t(std::clamp<int64_t>(precision, 0, 9)));
}

NativeResult utcNow(NativeCall& call) {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    Value precision = call.argOr(0, Value::nil());
    return call.give(
        utcValue(call, now.tv_sec, digitsOf(now.tv_nsec, precision.isInt() ? precision.integer : 9)));
}

NativeResult monotonicNow(NativeCall& call) {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return call.give(decimalOf(call, std::to_string(now.tv_sec) + "." + digitsOf(now.tv_nsec, 9)));
}

/// Zeros at the end of a fraction say nothing.
std::string withoutZeros(std::string fraction) {
    while (fraction.ends_with('0'))
        fraction.pop_back();
    return fraction;
}

NativeResult utcFromString(NativeCall& call) {
    const auto time = parseRfc3339(call.text(0));
    if (!time)
        return formatError(call, "The provided string '" + std::string(call.text(0)) +
                                     "' does not adhere to the expected RFC 3339 format "
                                     "'YYYY-MM-DDTHH:MM:SS.SSZ'. ");
    return call.give(utcValue(call, secondsOf(*time) - time->offsetSeconds, withoutZeros(time->fraction)));
}

/// Why there is no such value of a field, as Java says it.
std::string outOfRange(const char* field, const char* range, int64_t value) {
    return "Invalid value for " + std::string(field) + " (valid values " + range +
           "): " + std::to_string(value);
}

constexpr std::array<const char*, 12> monthNames = {"JANUARY",   "FEBRUARY", "MARCH",    "APRIL",
                                                    "MAY",       "JUNE",     "JULY",     "AUGUST",
                                                    "SEPTEMBER", "OCTOBER",  "NOVEMBER", "DECEMBER"};

std::string problemOfDate(int64_t year, int64_t month, int64_t day) {
    if (month < 1 || month > 12)
        return outOfRange("MonthOfYear", "1 - 12", month);
    if (day < 1 || day > 31)
        return outOfRange("DayOfMonth", "1 - 28/31", day);
    if (dateExists(year, month, day))
        return {};
    if (month == 2 && day == 29)
        return "Invalid date 'February 29' as '" + std::to_string(year) + "' is not a leap year";
    return "Invalid date '" + std::string(monthNames[size_t(month - 1)]) + " " + std::to_string(day) + "'";
}

std::string problemOfTime(int64_t hour, int64_t minute) {
    if (hour < 0 || hour > 23)
        return outOfRange("HourOfDay", "0 - 23", hour);
    return minute < 0 || minute > 59 ? outOfRange("MinuteOfHour", "0 - 59", minute) : std::string();
}

NativeResult dateProblem(NativeCall& call) {
    return call.giveString(problemOfDate(call.arg(0).integer, call.arg(1).integer, call.arg(2).integer));
}

NativeResult weekdayOf(NativeCall& call) {
    const int64_t days =
        daysFromDate(call.arg(0).integer, int(call.arg(1).integer), int(call.arg(2).integer));
    return call.give(Value::of(weekdayOfDays(days)));
}

// fieldsOf(seconds since the epoch): year, month, day, hour, minute, second.
NativeResult fieldsOf(NativeCall& call) {
    const CivilTime time = civilFromSeconds(call.arg(0).integer);
    Value members[] = {Value::of(time.year), Value::of(time.month),  Value::of(time.day),
                       Value::of(time.hour), Value::of(time.minute), Value::of(time.second)};
    return call.give(anyTuple(call, members));
}

// secondsOf(year, month, day, hour, minute): seconds since the epoch.
NativeResult secondsOfFields(NativeCall& call) {
    int64_t parts[5];
    for (uint32_t i = 0; i < 5; ++i)
        parts[i] = call.arg(i).integer;
    std::string problem = problemOfDate(parts[0], parts[1], parts[2]);
    if (problem.empty())
        problem = problemOfTime(parts[3], parts[4]);
    if (!problem.empty())
        return formatError(call, problem);
    CivilTime time;
    time.year = parts[0];
    time.month = int(parts[1]);
    time.day = int(parts[2]);
    time.hour = int(parts[3]);
    time.minute = int(parts[4]);
    return call.give(Value::of(secondsOf(time)));
}

// parse(text, email): seconds since the epoch as if it were universal time, second of the minute or nil,
// offset in seconds or nil, abbreviation.
NativeResult parse(NativeCall& call) {
    size_t problemAt = 0;
    const bool email = call.arg(1).boolean();
    const auto time = email ? parseRfc5322(call.text(0), &problemAt) : parseRfc3339(call.text(0), &problemAt);
    if (!time)
        return formatError(call, "Text '" + std::string(call.text(0)) + "' could not be parsed at index " +
                                     std::to_string(problemAt));
    const std::string fraction = withoutZeros(time->fraction);
    const std::string second = std::to_string(time->second) + (fraction.empty() ? "" : "." + fraction);
    Value members[] = {Value::of(secondsOf(*time)), time->hasSecond ? decimalOf(call, second) : Value::nil(),
                       time->hasOffset ? Value::of(time->offsetSeconds) : Value::nil(),
                       call.vm().string(zoneOfAbbreviation(time->abbreviation))};
    return call.give(anyTuple(call, members));
}

NativeResult emailText(NativeCall& call) {
    return call.giveString(formatRfc5322(call.arg(0).integer, call.text(1)));
}

// ---- zones
NativeResult zoneExistsNative(NativeCall& call) {
    return call.give(Value::of(zoneExists(call.text(0))));
}
NativeResult zoneOffset(NativeCall& call) {
    return call.give(Value::of(zoneOffsetAt(call.text(0), call.arg(1).integer)));
}
NativeResult localZoneOffset(NativeCall& call) {
    return call.give(Value::of(zoneOffsetAtLocal(call.text(0), call.arg(1).integer)));
}
NativeResult isFixedZoneNative(NativeCall& call) {
    return call.give(Value::of(isFixedZone(call.text(0))));
}
NativeResult zoneAbbreviation(NativeCall& call) {
    return call.giveString(zoneAbbreviationAt(call.text(0), call.arg(1).integer));
}
NativeResult systemZone(NativeCall& call) {
    return call.giveString(systemZoneId());
}

constexpr NativeRow rows[] = {
    {"ballerina/time:utcNow", utcNow},
    {"ballerina/time:monotonicNow", monotonicNow},
    {"ballerina/time:utcFromString", utcFromString},
    {"ballerina/time:dateProblem", dateProblem},
    {"ballerina/time:weekdayOf", weekdayOf},
    {"ballerina/time:fieldsOf", fieldsOf},
    {"ballerina/time:secondsOf", secondsOfFields},
    {"ballerina/time:parse", parse},
    {"ballerina/time:emailText", emailText},
    {"ballerina/time:zoneExists", zoneExistsNative},
    {"ballerina/time:zoneOffset", zoneOffset},
    {"ballerina/time:localZoneOffset", localZoneOffset},
    {"ballerina/time:isFixedZone", isFixedZoneNative},
    {"ballerina/time:zoneAbbreviation", zoneAbbreviation},
    {"ballerina/time:systemZone", systemZone},
};

} // namespace

std::span<const NativeRow> timeNatives() {
    return rows;
}

} // namespace barre::runtime
