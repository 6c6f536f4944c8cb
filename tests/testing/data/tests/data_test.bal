import ballerina/test;

@test:Config {dataProvider: lists}
function sum(int a, int b, int expected) {
    test:assertEquals(a + b, expected);
}

function lists() returns int[][] => [[1, 2, 3], [2, 2, 5], [0, 0, 0]];

@test:Config {dataProvider: named}
function upper(string text, string expected) {
    test:assertEquals(text.toUpperAscii(), expected);
}

function named() returns map<[string, string]>|error => {one: ["a", "A"], "two words": ["b", "B"]};

@test:Config {dataProvider: broken}
function unreachable(int n) {
    test:assertFail();
}

function broken() returns int[][]|error => error("no data");

@test:Config {dataProvider: wrong}
function mismatched(int n) {
}

function wrong() returns string[][] => [["x"]];
