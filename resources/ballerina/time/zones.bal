# A time zone.
public type Zone readonly & object {

    # Tells the offset of the zone, if it is always the same.
    #
    # + return - the offset, or nil
    public isolated function fixedOffset() returns ZoneOffset?;

    # Tells the moment of a time in the zone.
    #
    # + civil - the fields, with `timeAbbrev`
    # + return - the moment
    public isolated function utcFromCivil(Civil civil) returns Utc|Error;

    # Tells date and time of day of a moment in the zone.
    #
    # + utc - the moment
    # + return - its fields
    public isolated function utcToCivil(Utc utc) returns Civil;

    # Adds a span of time to a time in the zone.
    #
    # + civil - the fields
    # + duration - the span
    # + return - the fields of the later time
    public isolated function civilAddDuration(Civil civil, Duration duration) returns Civil|Error;
};

# A time zone by its name.
public readonly class TimeZone {
    *Zone;
    private string id;

    # Finds a zone.
    #
    # + zoneId - its name, such as `Asia/Colombo`; without one it is the zone of the computer
    # + return - an error if there is no such zone
    public isolated function init(string? zoneId = ()) returns Error? {
        string id = zoneId ?: systemZone();
        boolean exists = zoneExists(id);
        self.id = exists && isOffset(id) ? offsetText(zoneOffset(id, 0)) : id;
        if !exists {
            return error FormatError("Unknown time-zone ID: " + id);
        }
    }

    # Tells the offset of the zone, if it is always the same.
    #
    # + return - the offset, or nil
    public isolated function fixedOffset() returns ZoneOffset? =>
        isFixedZone(self.id) ? offsetOf(zoneOffset(self.id, 0)) : ();

    # Tells the moment of a time in the zone that its `timeAbbrev` names.
    #
    # + civil - the fields
    # + return - the moment
    public isolated function utcFromCivil(Civil civil) returns Utc|Error {
        string? zone = civil?.timeAbbrev;
        if zone is () {
            return error FormatError("Abbreviation for the local time is required for the conversion");
        }
        if !zoneExists(zone) {
            return error FormatError("Unknown time-zone ID: " + zone);
        }
        return momentOf(civil, localZoneOffset(zone, check localSeconds(civil)));
    }

    # Tells date and time of day of a moment in the zone.
    #
    # + utc - the moment
    # + return - its fields
    public isolated function utcToCivil(Utc utc) returns Civil =>
        civilOf(utc[0] + zoneOffset(self.id, utc[0]), utc[1], (), self.id);

    # Adds a span of time to a time in the zone.
    #
    # + civil - the fields, with the offset or the zone
    # + duration - the span
    # + return - the fields of the later time
    public isolated function civilAddDuration(Civil civil, Duration duration) returns Civil|Error {
        ZoneOffset? offset = civil?.utcOffset;
        if offset is () && civil?.timeAbbrev is () {
            return error FormatError("The civil value should have either `utcOffset` or `timeAbbrev`");
        }
        Utc moment = offset is ZoneOffset ? check momentOf(civil, secondsOfOffset(offset)) : check self.utcFromCivil(civil);
        return addedInZone(self.utcToCivil(moment), duration, self.id);
    }
}

# Finds the zone of the computer.
#
# + return - the zone
public isolated function loadSystemZone() returns Zone|Error => new TimeZone();

# Finds a zone.
#
# + id - its name, such as `Asia/Colombo`
# + return - the zone, or nil if there is none
public isolated function getZone(string id) returns Zone? {
    TimeZone|Error zone = new (id);
    return zone is TimeZone ? zone : ();
}

// Years, months and days are added to the date, the rest to the moment.
isolated function addedInZone(Civil civil, Duration duration, string zone) returns Civil|Error {
    _ = check localSeconds(civil);
    int months = civil.year * 12 + civil.month - 1 + duration.years * 12 + duration.months;
    int year = months / 12;
    int month = months % 12 + 1;
    int day = civil.day;
    while dateProblem(year, month, day) != "" && day > 28 {
        day -= 1;
    }
    int date = check secondsOf(year, month, day, civil.hour, civil.minute);
    date += (duration.weeks * 7 + duration.days) * 86400;
    decimal second = civil?.second ?: 0;
    decimal later = second + duration.seconds;
    int moment = date - localZoneOffset(zone, date);
    moment += duration.hours * 3600 + duration.minutes * 60 + <int>later.floor();
    return civilOf(moment + zoneOffset(zone, moment), later - later.floor(), (), zone);
}

isolated function zoneExists(string id) returns boolean = external;

isolated function zoneOffset(string id, int epochSeconds) returns int = external;

isolated function localZoneOffset(string id, int localSeconds) returns int = external;

isolated function isFixedZone(string id) returns boolean = external;

isolated function zoneAbbreviation(string id, int epochSeconds) returns string = external;

isolated function systemZone() returns string = external;
