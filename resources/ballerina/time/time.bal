# A point in time: whole seconds since 1970-01-01T00:00:00Z and the fraction of a second.
public type Utc readonly & [int, decimal];

# A length of time in seconds.
public type Seconds decimal;

# An error of this module.
public type Error distinct error;
# Text or fields that are not a date or a time.
public type FormatError distinct Error;

# The days of a week, beginning with Sunday as 0.
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

# The offset of universal time.
public type ZERO_OR_ONE 0|1;

# The abbreviation of universal time.
public const string Z = "Z";

# A distance from universal time.
public type ZoneOffset readonly & record {|
    # hours, with the sign of the offset
    int hours;
    # minutes, with the sign of the offset
    int minutes = 0;
    # seconds, with the sign of the offset
    decimal seconds?;
|};

# Universal time itself.
public final ZoneOffset UTC = {hours: 0, minutes: 0};

# The fields of a date.
public type DateFields record {
    # for example 2024
    int year;
    # 1 to 12
    int month;
    # 1 to 31
    int day;
};

# The fields of a time of day.
public type TimeOfDayFields record {
    # 0 to 23
    int hour;
    # 0 to 59
    int minute;
    # 0 up to 60
    Seconds second?;
};

# A date.
public type Date record {
    *DateFields;
    # difference to universal time
    ZoneOffset utcOffset?;
};

# A time of day.
public type TimeOfDay record {
    *TimeOfDayFields;
    # difference to universal time
    ZoneOffset utcOffset?;
    # abbreviation of the time zone
    string timeAbbrev?;
    # which of two equal times at the end of summer time
    ZERO_OR_ONE which?;
};

# How a difference to universal time is found.
public enum HeaderZoneHandling {
    # the offset wins
    PREFER_ZONE_OFFSET,
    # the abbreviation wins
    PREFER_TIME_ABBREV,
    # the abbreviation is only a comment
    ZONE_OFFSET_WITH_TIME_ABBREV_COMMENT
}

# A date and a time of day, as people read them.
public type Civil record {
    *DateFields;
    *TimeOfDayFields;
    # difference to universal time
    ZoneOffset utcOffset?;
    # abbreviation of the time zone
    string timeAbbrev?;
    # which of two equal times at the end of summer time
    ZERO_OR_ONE which?;
    # day of the week
    DayOfWeek dayOfWeek?;
};

# The current time.
#
# + precision - number of digits of the fraction of a second, at most 9
# + return - the time
public isolated function utcNow(int? precision = ()) returns Utc = external;

# Seconds since some moment in the past that never changes while the program runs.
#
# + return - the seconds
public isolated function monotonicNow() returns Seconds = external;

# Reads a time in the form of RFC 3339, such as `2007-12-03T10:15:30.00Z`.
#
# + timestamp - the text
# + return - the time, or an error
public isolated function utcFromString(string timestamp) returns Utc|Error = external;

# Writes a time in the form of RFC 3339.
#
# + utc - the time
# + return - the text
public isolated function utcToString(Utc utc) returns string = external;

# The time some seconds later.
#
# + utc - the time
# + seconds - may be negative
# + return - the later time
public isolated function utcAddSeconds(Utc utc, Seconds seconds) returns Utc {
    decimal total = utc[1] + seconds;
    decimal whole = total.floor();
    return [utc[0] + <int>whole, total - whole];
}

# The seconds between two times.
#
# + utc1 - the later time
# + utc2 - the earlier time
# + return - their difference
public isolated function utcDiffSeconds(Utc utc1, Utc utc2) returns Seconds =>
    <decimal>(utc1[0] - utc2[0]) + (utc1[1] - utc2[1]);

# Tells whether a date exists.
#
# + date - the date
# + return - an error when it does not
public isolated function dateValidate(Date date) returns Error? = external;

# The day of the week of a date.
#
# + date - the date
# + return - the day
public isolated function dayOfWeek(Date date) returns DayOfWeek = external;

isolated function civilFields(Utc utc) returns [int, int, int, int, int, decimal, int] = external;

isolated function secondsOfCivil(int year, int month, int day, int hour, int minute) returns int|Error = external;

isolated function parseCivil(string text, boolean email)
    returns [int, int, int, int, int, decimal, int?, int, string?]|Error = external;

isolated function twoDigits(int value) returns string => value < 10 ? "0" + value.toString() : value.toString();

isolated function secondText(decimal second) returns string {
    string text = second.toString();
    return second < 10d ? "0" + text : text;
}

isolated function offsetText(ZoneOffset offset) returns string {
    if offset.hours == 0 && offset.minutes == 0 {
        return "Z";
    }
    string sign = offset.hours < 0 || offset.minutes < 0 ? "-" : "+";
    return sign + twoDigits(offset.hours.abs()) + ":" + twoDigits(offset.minutes.abs());
}

# A time as date and time of day in universal time.
#
# + utc - the time
# + return - its fields
public isolated function utcToCivil(Utc utc) returns Civil {
    var [year, month, day, hour, minute, second, weekday] = civilFields(utc);
    return {
        year,
        month,
        day,
        hour,
        minute,
        second,
        timeAbbrev: Z,
        dayOfWeek: <DayOfWeek>weekday,
        utcOffset: UTC
    };
}

# The time of a date and time of day.
#
# + civilTime - the fields; `utcOffset` must be there, or `timeAbbrev` be `Z`
# + return - the time, or an error
public isolated function utcFromCivil(Civil civilTime) returns Utc|Error {
    ZoneOffset? offset = civilTime?.utcOffset;
    if offset is () {
        if civilTime?.timeAbbrev != Z {
            return error FormatError("civilTime.utcOffset must not be null");
        }
        offset = UTC;
    }
    int seconds = check secondsOfCivil(civilTime.year, civilTime.month, civilTime.day, civilTime.hour, civilTime.minute);
    if offset is ZoneOffset {
        seconds -= offset.hours * 3600 + offset.minutes * 60;
    }
    decimal second = civilTime?.second ?: 0d;
    decimal whole = second.floor();
    return [seconds + <int>whole, second - whole];
}

isolated function civilOf([int, int, int, int, int, decimal, int?, int, string?] fields) returns Civil|Error {
    var [year, month, day, hour, minute, second, offsetMinutes, weekday, abbreviation] = fields;
    Civil civil = {year, month, day, hour, minute, second, dayOfWeek: <DayOfWeek>weekday};
    if offsetMinutes is int {
        civil.utcOffset = {hours: offsetMinutes / 60, minutes: offsetMinutes % 60};
    }
    if abbreviation is string {
        civil.timeAbbrev = abbreviation;
    }
    return civil;
}

# Reads date and time in the form of RFC 3339.
#
# + dateTimeString - the text, such as `2021-04-12T23:20:50.520+05:30[Asia/Colombo]`
# + return - the fields, or an error
public isolated function civilFromString(string dateTimeString) returns Civil|Error {
    return civilOf(check parseCivil(dateTimeString, false));
}

# Writes date and time in the form of RFC 3339.
#
# + civil - the fields
# + return - the text, or an error
public isolated function civilToString(Civil civil) returns string|Error {
    ZoneOffset? offset = civil?.utcOffset;
    string zone;
    if offset is ZoneOffset {
        zone = offsetText(offset);
    } else if civil?.timeAbbrev == Z {
        zone = "Z";
    } else {
        return error FormatError("the civil value should have either `utcOffset` or `timeAbbrev`");
    }
    int _ = check secondsOfCivil(civil.year, civil.month, civil.day, civil.hour, civil.minute);
    return civil.year.toString() + "-" + twoDigits(civil.month) + "-" + twoDigits(civil.day) + "T"
        + twoDigits(civil.hour) + ":" + twoDigits(civil.minute) + ":" + secondText(civil?.second ?: 0d) + zone;
}

# Writes a time as mail headers have it (RFC 5322).
#
# + utc - the time
# + zh - how the zone is written, such as `0` or `GMT`
# + return - the text
public isolated function utcToEmailString(Utc utc, "0"|"GMT"|"UTC"|"Z" zh = "0") returns string = external;

# Reads date and time as mail headers have them (RFC 5322).
#
# + dateTimeString - the text, such as `Wed, 10 Mar 2021 19:51:55 -0800 (PST)`
# + return - the fields, or an error
public isolated function civilFromEmailString(string dateTimeString) returns Civil|Error {
    return civilOf(check parseCivil(dateTimeString, true));
}
