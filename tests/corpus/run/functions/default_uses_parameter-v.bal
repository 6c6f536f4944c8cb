import ballerina/io;

int calls = 0;

function next() returns int {
    calls += 1;
    return calls;
}

function pair(int a = next(), int b = a * 10) returns string => a.toString() + "/" + b.toString();

public function main() {
    io:println(pair()); // @output 1/10
    io:println(pair()); // @output 2/20
    io:println(pair(7)); // @output 7/70
    io:println(pair(b = 5)); // @output 3/5
    io:println(calls); // @output 3
}
