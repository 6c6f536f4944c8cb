# An error of this module.
public type Error distinct error;

# The fields of a UUID.
public type Uuid readonly & record {|
    # the low 32 bits of the time
    int timeLow;
    # the middle 16 bits of the time
    int timeMid;
    # version and the high bits of the time
    int timeHiAndVersion;
    # variant and the high bits of the clock sequence
    int clockSeqHiAndReserved;
    # the low bits of the clock sequence
    int clockSeqLo;
    # the node
    int node;
|};

# The versions of UUIDs that this module makes.
public enum Version {
    # time and node
    V1,
    # name, by MD5
    V3,
    # random
    V4,
    # name, by SHA-1
    V5
}

# Name space of fully qualified domain names.
public const string NAME_SPACE_DNS = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
# Name space of URLs.
public const string NAME_SPACE_URL = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
# Name space of ISO object identifiers.
public const string NAME_SPACE_OID = "6ba7b812-9dad-11d1-80b4-00c04fd430c8";
# Name space of X.500 names.
public const string NAME_SPACE_X500 = "6ba7b814-9dad-11d1-80b4-00c04fd430c8";
# The UUID that has no bit set.
public const string NAME_SPACE_NIL = "00000000-0000-0000-0000-000000000000";

# A UUID of time and node.
#
# + return - its text
public isolated function createType1AsString() returns string = external;

# A random UUID.
#
# + return - its text
public isolated function createType4AsString() returns string = external;

# A random UUID.
#
# + return - its text
public isolated function createRandomUuid() returns string => createType4AsString();

# The UUID of no bits.
#
# + return - its text
public isolated function nilAsString() returns string => NAME_SPACE_NIL;

# Tells whether text is a UUID.
#
# + uuid - the text
# + return - true when it is one
public isolated function validate(string uuid) returns boolean = external;

# The version of a UUID.
#
# + uuid - its text
# + return - the version, or an error
public isolated function getVersion(string uuid) returns Version|Error {
    if validate(uuid) {
        match uuid.substring(14, 15) {
            "1" => {
                return V1;
            }
            "3" => {
                return V3;
            }
            "4" => {
                return V4;
            }
            "5" => {
                return V5;
            }
        }
    }
    return error Error("Unsupported or invalid UUID: " + uuid);
}
