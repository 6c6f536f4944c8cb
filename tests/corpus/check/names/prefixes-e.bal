// A prefix is no other name: a function, a constant and a variable may be called like a module.
import ballerina/io;
import ballerina/time;
import ballerina/uuid;

xmlns "urn:identifiers" as uuid; // @error Redeclared

const time = 7;

function io() returns int => time;

public function main() {
    int uuid = io();
    io:println(uuid, time:utcNow()[0] > time, uuid:nilAsString());
}
