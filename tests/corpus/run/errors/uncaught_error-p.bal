import ballerina/io;

public function main() {
    int n = checkpanic parse("12x"); // @panic the error that nobody takes
    io:println(n);
}

function parse(string text) returns int|error => check int:fromString(text);
