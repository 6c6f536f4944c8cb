// A cast of checked json is a cast: only the errors of the call leave.

import ballerina/io;

type ParseError distinct error;

function parsed(json|error value) returns json|ParseError {
    if value is error {
        return error ParseError(value.message());
    }
    return value;
}

function number(string text) returns int|ParseError {
    int first = <int>check parsed(int:fromString(text));
    return <int>(check parsed(int:fromString(<string>text.trim()))) + first - 40;
}

public function main() {
    io:println(number("41")); // @output 42
    io:println(number("x") is ParseError); // @output true
    int|error cast = trap <int>checkpanic parsed("text");
    io:println(cast is error); // @output true
}
