import ballerina/io;
import ballerina/time;

public function main() returns error? {
    check utc();
    check civil();
    check zones();
    check durations();
    check email();
}

function utc() returns error? {
    time:Utc t = check time:utcFromString("2007-12-03T10:15:30.12Z");
    io:println(t); // @output [1196676930,0.12]
    io:println(time:utcToString(t)); // @output 2007-12-03T10:15:30.120Z
    io:println(time:utcToString(time:utcAddSeconds(t, 20.9))); // @output 2007-12-03T10:15:51.020Z
    io:println(time:utcDiffSeconds(t, check time:utcFromString("2007-12-03T10:15:00.00Z"))); // @output 30.12
    io:println(time:utcFromString("2007-12-0310:15:30.00Z") is time:FormatError); // @output true
    io:println(time:utcNow()[0] > 1600000000, time:monotonicNow() >= 0d); // @output truetrue
}

function civil() returns error? {
    time:Civil c = time:utcToCivil(check time:utcFromString("2021-04-12T23:20:50.520Z"));
    io:println(c.year, "-", c.month, "-", c.day, " ", c.hour, ":", c.minute, ":", c.second);
    // @output 2021-4-12 23:20:50.52
    io:println(c.dayOfWeek == time:MONDAY, " ", c.timeAbbrev); // @output true Z
    time:Civil d = check time:civilFromString("2021-04-12T23:20:50.520+05:30[Asia/Colombo]");
    io:println(d.timeAbbrev, " ", d.utcOffset); // @output Asia/Colombo {"hours":5,"minutes":30}
    io:println(check time:civilToString(d)); // @output 2021-04-12T23:20:50.520+05:30
    io:println(check time:utcFromCivil(d)); // @output [1618249850,0.52]
    time:Civil bare = {year: 2021, month: 4, day: 13, hour: 4, minute: 50};
    io:println(time:utcFromCivil(bare) is time:Error); // @output true
    io:println(time:dayOfWeek({year: 1994, month: 11, day: 7}) == time:MONDAY); // @output true
    io:println(time:dateValidate({year: 2024, month: 2, day: 29})); // @output
    io:println(time:dateValidate({year: 2023, month: 2, day: 29}) is time:FormatError); // @output true
}

function zones() returns error? {
    time:Zone zone = check new time:TimeZone("America/New_York");
    io:println(zone.fixedOffset() is ()); // @output true
    time:Civil summer = zone.utcToCivil(check time:utcFromString("2024-07-01T12:00:00Z"));
    io:println(summer.hour, " ", summer.timeAbbrev); // @output 8 America/New_York
    time:Civil winter = zone.utcToCivil(check time:utcFromString("2024-01-01T12:00:00Z"));
    io:println(winter.hour); // @output 7
    io:println(check zone.utcFromCivil({year: 2024, month: 7, day: 1, hour: 8, minute: 0, timeAbbrev: <string>summer.timeAbbrev}));
    // @output [1719835200,0]
    io:println(time:getZone("No/Where") is ()); // @output true
    io:println(new time:TimeZone("No/Where") is time:Error); // @output true
}

function durations() returns error? {
    time:Civil c = check time:civilFromString("2025-04-25T10:15:30.00Z");
    time:Civil later = check time:civilAddDuration(c, {years: 1, months: 3, hours: 4});
    io:println(check time:civilToString(later)); // @output 2026-07-25T14:15:30Z
}

function email() returns error? {
    time:Utc t = check time:utcFromString("2007-12-03T10:15:30.00Z");
    io:println(time:utcToEmailString(t)); // @output Mon, 3 Dec 2007 10:15:30 +0000
    io:println(time:utcToEmailString(t, "GMT")); // @output Mon, 3 Dec 2007 10:15:30 GMT
    time:Civil c = check time:civilFromEmailString("Wed, 10 Mar 2021 19:51:55 -0820");
    io:println(c.utcOffset, " ", c.hour); // @output {"hours":-8,"minutes":-20} 19
}
