import ballerina/io;

function parse(string text) returns int|error {
    int n = check int:fromString(text);
    return n * 2;
}

function both(string a, string b) returns int|error => check parse(a) + check parse(b);

public function main() returns error? {
    io:println(check parse("21")); // @output 42
    int|error bad = parse("x");
    io:println(bad is error); // @output true
    io:println(check both("1", "2")); // @output 6
    int|error sum = both("1", "q");
    if sum is error {
        io:println(sum.message()); // @output {ballerina/lang.int}NumberParsingError
    }
    int|error divided = trap 10 / zero();
    io:println(divided is error); // @output true
    if divided is error {
        io:println(divided.message()); // @output {ballerina}DivisionByZero
    }
    io:println(checkpanic parse("4")); // @output 8
}

function zero() returns int => 0;
