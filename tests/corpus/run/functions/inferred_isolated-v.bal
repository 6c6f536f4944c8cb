// A function that could be declared isolated is an isolated function.
import ballerina/io;

int calls = 0;

function greeting(string name) returns string {
    return "Hello " + name;
}

function counted(string name) returns string {
    calls += 1;
    return greeting(name);
}

function waits() {
    future<string> f = start greeting("Ann");
    string _ = checkpanic wait f;
}

public function main() {
    io:println(greeting is isolated function (string) returns string); // @output true
    io:println(counted is isolated function (string) returns string); // @output false
    any f = waits;
    io:println(f is isolated function ()); // @output true
}
