# A moment: seconds since 1970-01-01T00:00:00Z, and the fraction of the second that follows.
public type Utc readonly & [int, decimal];

# A number of seconds.
public type Seconds decimal;

# An error of this module.
public type Error error;
# Says that a text or the fields of a date are not valid.
public type FormatError distinct Error;

# Sunday.
public const int SUNDAY = 0;
# Monday.
public const int MONDAY = 1;
# Tuesday.
public const int TUESDAY = 2;
# Wednesday.
public const int WEDNESDAY = 3;
# Thursday.
public const int THURSDAY = 4;
# Friday.
public const int FRIDAY = 5;
# Saturday.
public const int SATURDAY = 6;

# A day of the week.
public type DayOfWeek SUNDAY|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY;

# 0 or 1.
public type ZERO_OR_ONE 0|1;

# How far a local time is ahead of universal time.
#
# + hours - hours, negative west of Greenwich
# + minutes - minutes, with the sign of the hours
# + seconds - seconds, with the sign of the hours
public type ZoneOffset readonly & record {|
    int hours;
    int minutes = 0;
    decimal seconds?;
|};

# The offset of universal time.
public final ZoneOffset Z = {hours: 0};

type DateFields record {
    int year;
    int month;
    int day;
};

type TimeOfDayFields record {
    int hour;
    int minute;
    Seconds second?;
};

type OptionalDateFields record {
    int year?;
    int month?;
    int day?;
};

type OptionalTimeOfDayFields record {
    int hour?;
    int minute?;
    Seconds second?;
};

# A date.
#
# + utcOffset - the offset of the local time
public type Date record {
    *DateFields;
    *OptionalTimeOfDayFields;
    ZoneOffset utcOffset?;
};

# A time of day.
#
# + utcOffset - the offset of the local time
public type TimeOfDay record {
    *OptionalDateFields;
    *TimeOfDayFields;
    ZoneOffset utcOffset?;
};

# A date and a time of day at some place.
#
# + utcOffset - the offset of the local time
# + timeAbbrev - the name of the zone, or its abbreviation
# + which - which of the two, when the clocks are put back and a time occurs twice
# + dayOfWeek - the day of the week
public type Civil record {
    *DateFields;
    *TimeOfDayFields;
    ZoneOffset utcOffset?;
    string timeAbbrev?;
    ZERO_OR_ONE which?;
    DayOfWeek dayOfWeek?;
};

# How universal time is named in an e-mail.
public type UtcZoneHandling "0"|"GMT"|"UT"|"Z";

# A span of time.
#
# + years - years
# + months - months
# + weeks - weeks
# + days - days
# + hours - hours
# + minutes - minutes
# + seconds - seconds
public type Duration record {|
    int years = 0;
    int months = 0;
    int weeks = 0;
    int days = 0;
    int hours = 0;
    int minutes = 0;
    Seconds seconds = 0.0;
|};

# What of a civil time says its zone, in an e-mail.
public enum HeaderZoneHandling {
    # its abbreviation
    PREFER_TIME_ABBREV,
    # its offset
    PREFER_ZONE_OFFSET,
    # its offset, and the abbreviation as a comment
    ZONE_OFFSET_WITH_TIME_ABBREV_COMMENT
}

# Tells the time.
#
# + precision - how many digits the fraction of the second has; nine if it is not given
# + return - now
public isolated function utcNow(int? precision = ()) returns Utc = external;

# Tells the seconds since some moment in the past, by a clock that is never set.
#
# + return - the seconds
public isolated function monotonicNow() returns Seconds = external;

# Reads a moment in the form of RFC 3339.
#
# + timestamp - such as `2007-12-03T10:15:30.00Z`
# + return - the moment
public isolated function utcFromString(string timestamp) returns Utc|Error = external;

# Writes a moment in the form of RFC 3339.
#
# + utc - the moment
# + return - such as `2007-12-03T10:15:30Z`
public isolated function utcToString(Utc utc) returns string {
    var [year, month, day, hour, minute, second] = fieldsOf(utc[0]);
    return string `${dateText(year, month, day)}T${clockText(hour, minute)}:${digits(second, 2)}${fractionText(utc[1])}Z`;
}

# Adds seconds to a moment.
#
# + utc - the moment
# + seconds - the seconds, negative for an earlier moment
# + return - the other moment
public isolated function utcAddSeconds(Utc utc, Seconds seconds) returns Utc {
    decimal total = utc[1] + seconds;
    decimal whole = total.floor();
    return [utc[0] + <int>whole, total - whole];
}

# Tells how far two moments are apart.
#
# + utc1 - a moment
# + utc2 - another one
# + return - the seconds from the second to the first
public isolated function utcDiffSeconds(Utc utc1, Utc utc2) returns Seconds =>
    <decimal>(utc1[0] - utc2[0]) + (utc1[1] - utc2[1]);

# Looks whether there is such a date.
#
# + date - the date
# + return - an error if there is not
public isolated function dateValidate(Date date) returns Error? {
    string problem = dateProblem(date.year, date.month, date.day);
    return problem == "" ? () : error FormatError(problem);
}

# Tells the day of the week. Panics if there is no such date.
#
# + date - the date
# + return - the day
public isolated function dayOfWeek(Date date) returns DayOfWeek {
    checkpanic dateValidate(date);
    return weekdayOf(date.year, date.month, date.day);
}

# Tells date and time of day of a moment in universal time.
#
# + utc - the moment
# + return - its fields
public isolated function utcToCivil(Utc utc) returns Civil => civilOf(utc[0], utc[1], (), "Z");

# Tells the moment of a civil time.
#
# + civilTime - the fields, with the offset or the abbreviation `Z`
# + return - the moment
public isolated function utcFromCivil(Civil civilTime) returns Utc|Error {
    ZoneOffset? offset = civilTime?.utcOffset;
    if offset is () && (civilTime?.timeAbbrev ?: "").toLowerAscii() != "z" {
        return error FormatError("civilTime.utcOffset must not be null");
    }
    return momentOf(civilTime, offset is () ? 0 : secondsOfOffset(offset));
}

# Reads a civil time in the form of RFC 3339, with the zone in brackets if there is one.
#
# + dateTimeString - such as `2021-04-12T23:20:50.520+05:30[Asia/Colombo]`
# + return - its fields
public isolated function civilFromString(string dateTimeString) returns Civil|Error =>
    parsedCivil(check parse(dateTimeString, false));

# Writes a civil time in the form of RFC 3339.
#
# + civil - the fields, with the offset or the zone
# + return - such as `2021-04-12T23:20:50.520+05:30`
public isolated function civilToString(Civil civil) returns string|Error {
    ZoneOffset? offset = civil?.utcOffset;
    string? zone = civil?.timeAbbrev;
    int local = check localSeconds(civil);
    string clock = clockText(civil.hour, civil.minute) + secondText(civil?.second ?: 0);
    string text = dateText(civil.year, civil.month, civil.day) + "T" + clock;
    if offset is ZoneOffset {
        return text + offsetText(secondsOfOffset(offset));
    }
    if zone is () {
        return error FormatError("the civil value should have either `utcOffset` or `timeAbbrev`");
    }
    if !zoneExists(zone) {
        return error FormatError("Unknown time-zone ID: " + zone);
    }
    string offsetPart = offsetText(localZoneOffset(zone, local));
    return isOffset(zone) ? text + offsetPart : string `${text}${offsetPart}[${zone}]`;
}

# Writes a moment in the form of RFC 5322.
#
# + utc - the moment
# + zh - how universal time is named
# + return - such as `Mon, 3 Dec 2007 10:15:30 GMT`
public isolated function utcToEmailString(Utc utc, UtcZoneHandling zh = "0") returns string =>
    emailText(utc[0], zh == "0" ? "+0000" : zh);

# Reads a civil time in the form of RFC 5322.
#
# + dateTimeString - such as `Wed, 10 Mar 2021 19:51:55 -0800 (PST)`
# + return - its fields
public isolated function civilFromEmailString(string dateTimeString) returns Civil|Error =>
    parsedCivil(check parse(dateTimeString, true));

# Writes a civil time in the form of RFC 5322.
#
# + civil - the fields
# + zoneHandling - what says the zone
# + return - such as `Wed, 10 Mar 2021 19:51:55 -0800 (PST)`
public isolated function civilToEmailString(Civil civil, HeaderZoneHandling zoneHandling) returns string|Error {
    ZoneOffset? offset = civil?.utcOffset;
    if offset is () && zoneHandling != PREFER_TIME_ABBREV {
        return error FormatError("civilTime.utcOffset must not be null with time:" + zoneHandling);
    }
    int local = check localSeconds(civil);
    string zone = civil?.timeAbbrev ?: "Z";
    boolean known = zoneExists(zone);
    int seconds = zoneHandling == PREFER_ZONE_OFFSET && offset is ZoneOffset ? secondsOfOffset(offset)
        : known ? localZoneOffset(zone, local) : offset is ZoneOffset ? secondsOfOffset(offset) : 0;
    string text = emailText(local, re `:`.replaceAll(seconds == 0 ? "+0000" : offsetText(seconds), ""));
    if zoneHandling == PREFER_ZONE_OFFSET {
        return text;
    }
    return string `${text} (${known && !isOffset(zone) ? zoneAbbreviation(zone, local - seconds) : zone})`;
}

# Adds a span of time to a civil time.
#
# + civil - the fields, with the offset or the zone
# + duration - the span
# + return - the fields of the later time
public isolated function civilAddDuration(Civil civil, Duration duration) returns Civil|Error {
    ZoneOffset? offset = civil?.utcOffset;
    string? zone = civil?.timeAbbrev;
    if offset is () && zone is () {
        return error FormatError("The civil value should have either `utcOffset` or `timeAbbrev`");
    }
    string id = offset is ZoneOffset ? offsetText(secondsOfOffset(offset)) : zone ?: "Z";
    return zoneExists(id) ? addedInZone(civil, duration, id) : error FormatError("Unknown time-zone ID: " + id);
}

isolated function localSeconds(Civil civil) returns int|Error {
    int seconds = check secondsOf(civil.year, civil.month, civil.day, civil.hour, civil.minute);
    decimal second = civil?.second ?: 0;
    if second < 0d || second >= 60d {
        return error FormatError(string `Invalid value for SecondOfMinute (valid values 0 - 59): ${<int>second.floor()}`);
    }
    return seconds + <int>second.floor();
}

isolated function momentOf(Civil civil, int offset) returns Utc|Error {
    int local = check localSeconds(civil);
    decimal second = civil?.second ?: 0;
    return [local - offset, second - second.floor()];
}

// The fields of a local time, which is given as if it were universal time.
isolated function civilOf(int local, decimal fraction, ZoneOffset? utcOffset, string timeAbbrev) returns Civil {
    var [year, month, day, hour, minute, second] = fieldsOf(local);
    DayOfWeek weekday = weekdayOf(year, month, day);
    if utcOffset is () {
        return {timeAbbrev, dayOfWeek: weekday, year, month, day, hour, minute, second: <decimal>second + fraction};
    }
    return {utcOffset, timeAbbrev, dayOfWeek: weekday, year, month, day, hour, minute, second: <decimal>second + fraction};
}

isolated function parsedCivil([int, decimal?, int?, string] parsed) returns Civil {
    var [local, second, offset, abbreviation] = parsed;
    Civil civil = civilOf(local, 0, offset is () ? () : offsetOf(offset), abbreviation);
    if second is () {
        _ = civil.removeIfHasKey("second");
    } else {
        civil.second = second;
    }
    return civil;
}

isolated function secondsOfOffset(ZoneOffset offset) returns int =>
    offset.hours * 3600 + offset.minutes * 60 + <int>(offset?.seconds ?: 0d);

isolated function offsetOf(int seconds) returns ZoneOffset {
    int rest = seconds % 60;
    return rest == 0 ? {hours: seconds / 3600, minutes: seconds % 3600 / 60}
        : {hours: seconds / 3600, minutes: seconds % 3600 / 60, seconds: <decimal>rest};
}

isolated function offsetText(int seconds) returns string {
    if seconds == 0 {
        return "Z";
    }
    int size = seconds.abs();
    string text = string `${seconds < 0 ? "-" : "+"}${digits(size / 3600, 2)}:${digits(size / 60 % 60, 2)}`;
    return size % 60 == 0 ? text : text + ":" + digits(size % 60, 2);
}

isolated function isOffset(string zone) returns boolean =>
    zone == "Z" || zone.startsWith("+") || zone.startsWith("-");

isolated function digits(int number, int count) returns string => number.toString().padZero(count);

isolated function dateText(int year, int month, int day) returns string =>
    string `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;

isolated function clockText(int hour, int minute) returns string => string `${digits(hour, 2)}:${digits(minute, 2)}`;

// Nothing at a full minute.
isolated function secondText(decimal second) returns string =>
    second == 0d ? "" : ":" + digits(<int>second.floor(), 2) + fractionText(second - second.floor());

// Three, six or nine digits, as many as are needed.
isolated function fractionText(decimal fraction) returns string {
    int nanoseconds = <int>(fraction * 1000000000).floor();
    if nanoseconds == 0 {
        return "";
    }
    if nanoseconds % 1000000 == 0 {
        return "." + digits(nanoseconds / 1000000, 3);
    }
    return nanoseconds % 1000 == 0 ? "." + digits(nanoseconds / 1000, 6) : "." + digits(nanoseconds, 9);
}

isolated function dateProblem(int year, int month, int day) returns string = external;

isolated function weekdayOf(int year, int month, int day) returns DayOfWeek = external;

isolated function fieldsOf(int epochSeconds) returns [int, int, int, int, int, int] = external;

isolated function secondsOf(int year, int month, int day, int hour, int minute) returns int|Error = external;

isolated function parse(string text, boolean email) returns [int, decimal?, int?, string]|Error = external;

isolated function emailText(int localSeconds, string zone) returns string = external;
