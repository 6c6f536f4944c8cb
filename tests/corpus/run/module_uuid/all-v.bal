import ballerina/io;
import ballerina/uuid;

const string TEXT = "4397465e-35f9-11eb-adc1-0242ac120002";
final byte[] & readonly BYTES = [67, 151, 70, 94, 53, 249, 17, 235, 173, 193, 2, 66, 172, 18, 0, 2];

public function main() returns error? {
    io:println(uuid:validate(TEXT), uuid:validate("4397465e35f9-11eb-adc1-0242ac120002")); // @output truefalse
    io:println(uuid:validate(uuid:createType1AsString())); // @output true
    io:println(check uuid:getVersion(uuid:createType4AsString())); // @output V4
    io:println(check uuid:getVersion(uuid:createRandomUuid())); // @output V4
    io:println(check uuid:createType3AsString(uuid:NAME_SPACE_DNS, "ballerina.io"));
    // @output cea5c405-7d11-3fbb-bdfb-9b68497be28b
    io:println(check uuid:createType5AsString(uuid:NAME_SPACE_DNS, " ballerina.io "));
    // @output 08aab8bc-c69e-5ea8-8a52-dbb645c67fb5
    uuid:Uuid named = check uuid:createType5AsRecord(uuid:NAME_SPACE_DNS, "ballerina.io");
    io:println(named.timeLow, " ", named.node); // @output 145406140 241575901167541
    uuid:Uuid fields = check uuid:toRecord(TEXT);
    io:println(fields);
    // @output {"timeLow":1133987422,"timeMid":13817,"timeHiAndVersion":4587,"clockSeqHiAndReserved":173,"clockSeqLo":193,"node":2485377957890}
    io:println(check uuid:toRecord(BYTES) == fields); // @output true
    io:println(check uuid:toBytes(TEXT) == BYTES, check uuid:toBytes(fields) == BYTES); // @output truetrue
    io:println(check uuid:toString(BYTES) == TEXT, check uuid:toString(fields) == TEXT); // @output truetrue
    io:println(uuid:nilAsString()); // @output 00000000-0000-0000-0000-000000000000
    io:println(uuid:nilAsRecord().node); // @output 0
    io:println(uuid:createType3AsString(uuid:NAME_SPACE_URL, " ")); // @output error Error ("Name cannot be empty")
    io:println(uuid:getVersion("no")); // @output error Error ("Invalid UUID string provided")
    io:println(uuid:getVersion("4397465e-35f9-61eb-adc1-0242ac120002"));
    // @output error Error ("Unsupported UUID version")
}
