// What a civil time says of its zone: an offset stands for itself, a name needs a zone of that name.
import ballerina/io;
import ballerina/time;

function shown(string|error text) returns string => text is string ? text : "error: " + text.message();

function added(time:Civil civil, time:Duration duration) returns string|error =>
    time:civilToString(check time:civilAddDuration(civil, duration));

function addedIn(string zone, time:Civil civil, time:Duration duration) returns string|error {
    time:Zone found = check time:getZone(zone).ensureType();
    return time:civilToString(check found.civilAddDuration(civil, duration));
}

function emailIn(string zone) returns string|error {
    time:Zone found = check time:getZone(zone).ensureType();
    return time:civilToEmailString(found.utcToCivil([1000000000, 0]), time:PREFER_TIME_ABBREV);
}

public function main() returns error? {
    time:Civil east = check time:civilFromString("2024-01-31T08:15:00.5+05:30");
    io:println(shown(added(east, {months: 1}))); // @output 2024-02-29T08:15:00.500+05:30
    io:println(shown(added(check time:civilFromString("2024-01-01T00:30-03:00"), {minutes: -31})));
    // @output 2023-12-31T23:59-03:00
    io:println(shown(addedIn("Asia/Tokyo", east, {days: 1}))); // @output 2024-02-01T11:45:00.500+09:00[Asia/Tokyo]

    time:Civil nowhere = {year: 2024, month: 5, day: 6, hour: 7, minute: 8, timeAbbrev: "Atlantis"};
    io:println(shown(added(nowhere, {days: 1}))); // @output error: Unknown time-zone ID: Atlantis
    io:println(shown(addedIn("Asia/Tokyo", nowhere, {days: 1}))); // @output error: Unknown time-zone ID: Atlantis
    io:println(time:getZone("Atlantis") is ()); // @output true

    time:Civil late = {year: 2024, month: 14, day: 6, hour: 7, minute: 8, utcOffset: {hours: 1}};
    io:println(shown(added(late, {years: 1})));
    // @output error: Invalid value for MonthOfYear (valid values 1 - 12): 14
    io:println(shown(addedIn("Asia/Tokyo", late, {years: 1})));
    // @output error: Invalid value for MonthOfYear (valid values 1 - 12): 14

    io:println((check time:getZone("Asia/Colombo").ensureType(time:Zone)).fixedOffset() is ()); // @output true
    io:println((check time:getZone("Etc/GMT+4").ensureType(time:Zone)).fixedOffset()); // @output {"hours":-4,"minutes":0}
    io:println((check time:getZone("Etc/GMT").ensureType(time:Zone)).fixedOffset()); // @output {"hours":0,"minutes":0}

    io:println(shown(emailIn("Z"))); // @output Sun, 9 Sep 2001 01:46:40 +0000 (Z)
    io:println(shown(emailIn("+02:00"))); // @output Sun, 9 Sep 2001 03:46:40 +0200 (+02:00)
    io:println(shown(emailIn("Europe/Paris"))); // @output Sun, 9 Sep 2001 03:46:40 +0200 (CEST)
    io:println(shown(emailIn("Asia/Dubai"))); // @output Sun, 9 Sep 2001 05:46:40 +0400 (GST)
    time:Civil greenwich = check time:civilFromString("2007-12-03T10:15:30.00+00:00");
    io:println(greenwich?.timeAbbrev, " ", greenwich?.utcOffset); // @output Z {"hours":0,"minutes":0}

    foreach string zone in ["+0530", "-8", "+01", "-00:30:15", "+023015"] {
        time:TimeZone found = check new (zone);
        io:print(found.utcToCivil([0, 0])?.timeAbbrev, " ", found.fixedOffset()?.hours, ";");
    }
    io:println(); // @output +05:30 5;-08:00 -8;+01:00 1;-00:30:15 0;+02:30:15 2;
    foreach string zone in ["+12:99", "+2400", "+1a:30", "+12:a0", "+12a0", "+123", "+", "-1:30"] {
        io:print(new time:TimeZone(zone) is error, ";");
    }
    io:println(); // @output true;true;true;true;true;true;true;true;
}
