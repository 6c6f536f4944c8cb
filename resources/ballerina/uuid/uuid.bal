import ballerina/crypto;
import ballerina/lang.array;

# An error of this module.
public type Error distinct error;

# The fields of a UUID.
public type Uuid readonly & record {
    # the low 32 bits of the time
    int:Unsigned32 timeLow;
    # the middle 16 bits of the time
    int:Unsigned16 timeMid;
    # version and the high bits of the time
    int:Unsigned16 timeHiAndVersion;
    # variant and the high bits of the clock sequence
    int:Unsigned8 clockSeqHiAndReserved;
    # the low bits of the clock sequence
    int:Unsigned8 clockSeqLo;
    # the node, of 48 bits
    int node;
};

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

# Name spaces that have a UUID.
public enum NamespaceUUID {
    # of fully qualified domain names
    NAME_SPACE_DNS = "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    # of URLs
    NAME_SPACE_URL = "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
    # of ISO object identifiers
    NAME_SPACE_OID = "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
    # of X.500 names
    NAME_SPACE_X500 = "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
    # the UUID that has no bit set
    NAME_SPACE_NIL = "00000000-0000-0000-0000-000000000000"
}

# A UUID of time and node.
#
# + return - its text
public isolated function createType1AsString() returns string = external;

# A UUID of time and node.
#
# + return - its fields, or an error
public isolated function createType1AsRecord() returns Uuid|Error => toRecord(createType1AsString());

# The UUID of a name, by MD5.
#
# + namespace - the name space
# + name - the name; white space around it does not count
# + return - its text, or an error when there is no name
public isolated function createType3AsString(NamespaceUUID namespace, string name) returns string|Error {
    return toText(withVersion(crypto:hashMd5(check nameBytes(namespace, name)), 3));
}

# The UUID of a name, by MD5.
#
# + namespace - the name space
# + name - the name; white space around it does not count
# + return - its fields, or an error when there is no name
public isolated function createType3AsRecord(NamespaceUUID namespace, string name) returns Uuid|Error {
    string|Error text = createType3AsString(namespace, name);
    return text is string ? toRecord(text) : error Error("Failed to create UUID of type 3", text);
}

# A random UUID.
#
# + return - its text
public isolated function createType4AsString() returns string = external;

# A random UUID.
#
# + return - its fields, or an error
public isolated function createType4AsRecord() returns Uuid|Error => toRecord(createType4AsString());

# The UUID of a name, by SHA-1.
#
# + namespace - the name space
# + name - the name; white space around it does not count
# + return - its text, or an error when there is no name
public isolated function createType5AsString(NamespaceUUID namespace, string name) returns string|Error {
    return toText(withVersion(crypto:hashSha1(check nameBytes(namespace, name)), 5));
}

# The UUID of a name, by SHA-1.
#
# + namespace - the name space
# + name - the name; white space around it does not count
# + return - its fields, or an error when there is no name
public isolated function createType5AsRecord(NamespaceUUID namespace, string name) returns Uuid|Error {
    string|Error text = createType5AsString(namespace, name);
    return text is string ? toRecord(text) : error Error("Failed to create UUID of type 5", text);
}

# A random UUID.
#
# + return - its text
public isolated function createRandomUuid() returns string => createType4AsString();

# The UUID of no bits.
#
# + return - its text
public isolated function nilAsString() returns string => NAME_SPACE_NIL;

# The UUID of no bits.
#
# + return - its fields
public isolated function nilAsRecord() returns Uuid {
    return {timeLow: 0, timeMid: 0, timeHiAndVersion: 0, clockSeqHiAndReserved: 0, clockSeqLo: 0, node: 0};
}

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
    match (check toRecord(uuid)).timeHiAndVersion >> 12 {
        1 => {
            return V1;
        }
        3 => {
            return V3;
        }
        4 => {
            return V4;
        }
        5 => {
            return V5;
        }
    }
    return error Error("Unsupported UUID version");
}

# The bytes of a UUID.
#
# + uuid - its text or its fields
# + return - 16 bytes, or an error
public isolated function toBytes(string|Uuid uuid) returns byte[]|Error {
    if uuid is string && !validate(uuid) {
        return error Error("Invalid UUID string provided");
    }
    string digits = re `-`.replaceAll(uuid is string ? uuid : fieldsText(uuid), "");
    byte[]|error bytes = array:fromBase16(digits);
    return bytes is error ? error Error("Invalid UUID string provided", bytes) : bytes;
}

# The text of a UUID.
#
# + uuid - its bytes or its fields
# + return - the text, or an error
public isolated function toString(byte[]|Uuid uuid) returns string|error {
    return uuid is byte[] ? toText(uuid) : fieldsText(uuid);
}

# The fields of a UUID.
#
# + uuid - its text or its bytes
# + return - the fields, or an error
public isolated function toRecord(string|byte[] uuid) returns Uuid|Error {
    byte[] bytes = uuid is byte[] ? uuid : check toBytes(uuid);
    return {
        timeLow: checkpanic number(bytes, 0, 4).ensureType(),
        timeMid: checkpanic number(bytes, 4, 6).ensureType(),
        timeHiAndVersion: checkpanic number(bytes, 6, 8).ensureType(),
        clockSeqHiAndReserved: bytes[8],
        clockSeqLo: bytes[9],
        node: number(bytes, 10, 16)
    };
}

isolated function number(byte[] bytes, int startIndex, int endIndex) returns int {
    int result = 0;
    foreach int i in startIndex ..< endIndex {
        result = result << 8 | bytes[i];
    }
    return result;
}

isolated function nameBytes(NamespaceUUID namespace, string name) returns byte[]|Error {
    string trimmed = name.trim();
    if trimmed == "" {
        return error Error("Name cannot be empty");
    }
    return [...check toBytes(namespace), ...trimmed.toBytes()];
}

isolated function withVersion(byte[] hash, byte version) returns byte[] {
    hash[6] = <byte>(hash[6] & 0x0F | version << 4);
    hash[8] = <byte>(hash[8] & 0x3F | 0x80);
    return hash;
}

isolated function fieldsText(Uuid uuid) returns string {
    return string `${hex(uuid.timeLow, 8)}-${hex(uuid.timeMid, 4)}-${hex(uuid.timeHiAndVersion, 4)}-`
        + hex(uuid.clockSeqHiAndReserved, 2) + hex(uuid.clockSeqLo, 2) + "-" + hex(uuid.node, 12);
}

isolated function hex(int value, int length) returns string => value.toHexString().padZero(length);

isolated function toText(byte[] bytes) returns string {
    string digits = bytes.slice(0, 16).toBase16();
    return string `${digits.substring(0, 8)}-${digits.substring(8, 12)}-${digits.substring(12, 16)}-`
        + digits.substring(16, 20) + "-" + digits.substring(20);
}
