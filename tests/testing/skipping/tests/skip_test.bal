import ballerina/io;
import ballerina/test;

@test:Config {}
function first() {
    test:assertFail("first fails");
}

@test:Config {dependsOn: [first]}
function second() {
    io:println("never");
}

@test:Config {dependsOn: [second]}
function third() {
    io:println("never");
}

@test:Config {before: broken}
function fourth() {
    io:println("never");
}

@test:Config {after: broken}
function fifth() {
    io:println("fifth");
}

@test:Config {dependsOn: [fifth]}
function sixth() {
    io:println("never");
}

function broken() returns error? {
    return error("broken");
}

@test:Config {groups: ["g"]}
function grouped() {
    io:println("never");
}

@test:BeforeGroups {value: ["g"]}
function beforeGroup() {
    panic error("no group");
}

@test:AfterGroups {value: ["g"], alwaysRun: true}
function afterGroup() {
    io:println("after group");
}
