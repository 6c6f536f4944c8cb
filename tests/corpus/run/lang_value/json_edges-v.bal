// What the texts of numbers and strings become at their edges.
import ballerina/io;

function shown(json|error value) returns string => value is error ? value.message() : value.toBalString();

public function main() {
    foreach string text in ["-0", "-0.0", "-0e5", "0.0", "-0.0e-2"] {
        io:print(shown(text.fromJsonString()), " ");
    }
    io:println(); // @output -0.0 -0.0 -0.0 0.0d -0.0
    io:println(shown("-0.0".fromJsonDecimalString()), shown("-0".fromJsonFloatString())); // @output 0.0d-0.0
    json|error tooLarge = "[1e99999]".fromJsonString();
    io:println(tooLarge is error ? tooLarge.detail() : tooLarge); // @output {"message":"number '1e99999' is too large for a decimal at line: 1 column: 9"}
    io:println(shown("1e400".fromJsonString()), shown("1e400".fromJsonFloatString())); // @output 1E+400dfloat:Infinity
    json|error unpaired = "\"\\ud83d\\u0041\\ud83d\\ude00\\ude00\"".fromJsonString();
    io:println(unpaired is string ? unpaired.toCodePointInts() : unpaired); // @output [65533,65,128512,65533]
    foreach string text in ["\"\\u{1F600}\\u{e9}\"", "\"\\u{}\"", "\"\\u{110000}\"", "\"\\u{D800}\"", "\"\\u41\"", "\"\\u{4"] {
        anydata|error read = text.fromBalString();
        io:print(read is error ? "no" : read, " ");
    }
    io:println(); // @output 😀é no no no no no 
}
