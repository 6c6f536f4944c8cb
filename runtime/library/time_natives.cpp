// time: clocks, RFC 3339 and RFC 5322 text, the calendar.
#include "runtime/library/calendar.h"
#include "runtime/library/natives.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/other_values.h"

#include <algorithm>
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

NativeResult formatError(NativeCall& call, std::string message) {
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

NativeResult utcFromString(NativeCall& call) {
    auto time = parseRfc3339(call.text(0));
    if (!time)
        return formatError(
            call, "The provided string '" + std::string(call.text(0)) +
                      "' does not adhere to the expected RFC 3339 format 'YYYY-MM-DDTHH:MM:SS.SSZ'.");
    return call.give(utcValue(call, secondsOf(*time) - *time->offsetMinutes * 60, time->fraction));
}

int64_t secondsArg(const Value& utc) {
    return utc.list()->at(0).integer;
}

std::string fractionArg(const Value& utc) {
    std::string text = decimal::toString(runtime::decimalOf(utc.list()->at(1)));
    size_t point = text.find('.');
    return point == std::string::npos ? std::string() : text.substr(point);
}

NativeResult utcToString(NativeCall& call) {
    CivilTime time = civilFromSeconds(secondsArg(call.arg(0)));
    char text[64];
    std::snprintf(text, sizeof text, "%04lld-%02d-%02dT%02d:%02d:%02d", static_cast<long long>(time.year),
                  time.month, time.day, time.hour, time.minute, time.second);
    return call.giveString(text + fractionArg(call.arg(0)) + "Z");
}

int64_t field(const Value& record, std::string_view name) {
    return get(record.mapping(), name).integer;
}

NativeResult dateValidate(NativeCall& call) {
    Value date = call.arg(0);
    if (dateExists(field(date, "year"), field(date, "month"), field(date, "day")))
        return call.giveNil();
    return formatError(call, "Invalid date '" + std::to_string(field(date, "year")) + "-" +
                                 std::to_string(field(date, "month")) + "-" +
                                 std::to_string(field(date, "day")) + "'");
}

NativeResult dayOfWeek(NativeCall& call) {
    Value date = call.arg(0);
    int64_t days = daysFromDate(field(date, "year"), int(field(date, "month")), int(field(date, "day")));
    return call.give(Value::of(weekdayOfDays(days)));
}

NativeResult civilFields(NativeCall& call) {
    int64_t seconds = secondsArg(call.arg(0));
    CivilTime time = civilFromSeconds(seconds);
    int64_t days = daysFromDate(time.year, time.month, time.day);
    Value members[] = {Value::of(time.year),
                       Value::of(time.month),
                       Value::of(time.day),
                       Value::of(time.hour),
                       Value::of(time.minute),
                       decimalOf(call, std::to_string(time.second) + fractionArg(call.arg(0))),
                       Value::of(weekdayOfDays(days))};
    return call.give(anyTuple(call, members));
}

NativeResult secondsOfCivil(NativeCall& call) {
    int64_t parts[5];
    for (uint32_t i = 0; i < 5; ++i)
        parts[i] = call.arg(i).integer;
    bool valid = dateExists(parts[0], parts[1], parts[2]) && parts[3] >= 0 && parts[3] < 24 &&
                 parts[4] >= 0 && parts[4] < 60;
    if (!valid)
        return formatError(call, "there is no such date and time of day");
    CivilTime time;
    time.year = parts[0];
    time.month = int(parts[1]);
    time.day = int(parts[2]);
    time.hour = int(parts[3]);
    time.minute = int(parts[4]);
    return call.give(Value::of(secondsOf(time)));
}

NativeResult parseCivil(NativeCall& call) {
    auto time = call.arg(1).boolean() ? parseRfc5322(call.text(0)) : parseRfc3339(call.text(0));
    if (!time)
        return formatError(call,
                           "'" + std::string(call.text(0)) + "' is no date and time in the expected form");
    std::string second = std::to_string(time->second) + (time->fraction.empty() ? "" : "." + time->fraction);
    int64_t days = daysFromDate(time->year, time->month, time->day);
    Value members[] = {Value::of(time->year),
                       Value::of(time->month),
                       Value::of(time->day),
                       Value::of(time->hour),
                       Value::of(time->minute),
                       decimalOf(call, second),
                       time->offsetMinutes ? Value::of(*time->offsetMinutes) : Value::nil(),
                       Value::of(weekdayOfDays(days)),
                       time->abbreviation.empty() ? Value::nil() : call.vm().string(time->abbreviation)};
    return call.give(anyTuple(call, members));
}

NativeResult utcToEmailString(NativeCall& call) {
    Value zone = call.argOr(1, Value::nil());
    return call.giveString(
        formatRfc5322(secondsArg(call.arg(0)), zone.isString() ? zone.string()->view() : "0"));
}

constexpr NativeRow rows[] = {
    {"ballerina/time:utcNow", utcNow},
    {"ballerina/time:monotonicNow", monotonicNow},
    {"ballerina/time:utcFromString", utcFromString},
    {"ballerina/time:utcToString", utcToString},
    {"ballerina/time:dateValidate", dateValidate},
    {"ballerina/time:dayOfWeek", dayOfWeek},
    {"ballerina/time:civilFields", civilFields},
    {"ballerina/time:secondsOfCivil", secondsOfCivil},
    {"ballerina/time:parseCivil", parseCivil},
    {"ballerina/time:utcToEmailString", utcToEmailString},
};

} // namespace

std::span<const NativeRow> timeNatives() {
    return rows;
}

} // namespace barre::runtime
