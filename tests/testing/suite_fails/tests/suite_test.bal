import ballerina/io;
import ballerina/test;

@test:BeforeSuite
function setUp() returns error? {
    return error("no database");
}

@test:Config {}
function one() {
    io:println("never");
}

@test:Config {}
function two() {
    io:println("never");
}

@test:AfterSuite {}
function skipped() {
    io:println("never");
}

@test:AfterSuite {alwaysRun: true}
function always() {
    io:println("always");
}
