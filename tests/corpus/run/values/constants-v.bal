import ballerina/io;

const int BASE = 10;
const NAME = "na" + "me";
const DOUBLE = BASE * 2 + 1;
const map<int> TABLE = {a: 1, b: BASE};
const string[] LIST = ["x", NAME];

enum Level {
    LOW = "low",
    HIGH
}

final int computed = BASE + size();
int moduleCounter = computed * 2;

function size() returns int => TABLE.length();

public function main() {
    io:println(BASE, NAME, DOUBLE); // @output 10name21
    io:println(TABLE, LIST, TABLE["b"]); // @output {"a":1,"b":10}["x","name"]10
    io:println(LOW, HIGH); // @output lowHIGH
    Level l = "low";
    io:println(l == LOW, computed, moduleCounter); // @output true1224
}
