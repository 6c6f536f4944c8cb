import ballerina/io;

public function main() returns error? {
    int n = check parse("12x"); // @panic the error that main returns
    io:println(n);
}

function parse(string text) returns int|error => check int:fromString(text);
