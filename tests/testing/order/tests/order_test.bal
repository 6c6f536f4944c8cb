import ballerina/io;
import ballerina/test;

@test:BeforeSuite
function beforeAll() {
    io:println("before suite");
}

@test:AfterSuite {}
function afterAll() {
    io:println("after suite");
}

@test:BeforeEach
function beforeEach() {
    io:println("before each");
}

@test:AfterEach
function afterEach() {
    io:println("after each");
}

@test:BeforeGroups {value: ["slow", "odd"]}
function beforeGroups() {
    io:println("before groups");
}

@test:AfterGroups {value: ["slow"]}
function afterGroups() {
    io:println("after groups");
}

function prepare() {
    io:println("prepare");
}

function tidy() {
    io:println("tidy");
}

@test:Config {dependsOn: [beta], groups: ["slow"]}
function alpha() {
    io:println("alpha");
}

@test:Config {groups: ["slow", "odd"], before: prepare, after: tidy}
function beta() {
    io:println("beta");
}

@test:Config {dependsOn: [alpha, delta]}
function gamma() {
    io:println("gamma");
}

@test:Config {}
function delta() {
    io:println("delta");
}

@test:Config {enable: false}
function disabled() {
    io:println("never");
}
