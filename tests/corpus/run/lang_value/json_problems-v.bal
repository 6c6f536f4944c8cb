// What is wrong with a text that is no JSON, and where.
import ballerina/io;

function tell(string text) {
    json|error value = text.fromJsonString();
    io:println(value is error ? value.detail()["message"] : value);
}

public function main() {
    tell("Hello"); // @output unrecognized token 'Hello' at line: 1 column: 7
    tell(""); // @output empty JSON document at line: 1 column: 1
    tell("{ name"); // @output expected '"' or '}' at line: 1 column: 3
    tell("{\"a\" 1}"); // @output expected ':' at line: 1 column: 6
    tell("{\"a\": 1 \"b\"}"); // @output expected ',' or '}' at line: 1 column: 10
    tell("{\"a\": 1,}"); // @output expected '"' at line: 1 column: 10
    tell("{\"a\": }"); // @output expected a field value at line: 1 column: 7
    tell("[1, 2"); // @output unexpected end of input stream at line: 1 column: 8
    tell("[true, ]"); // @output expected an array element at line: 1 column: 9
    tell("[\"x\" \"y\"]"); // @output expected ',' or ']' at line: 1 column: 6
    tell("[\n  1,\n  yes\n]"); // @output unrecognized token 'yes' at line: 4 column: 0
    tell("\"open"); // @output unexpected end of the input stream at line: 1 column: 6
    tell("\"\\x\""); // @output expected escaped characters at line: 1 column: 3
    tell("\"\\u12g4\""); // @output expected the hexadecimal value of a unicode character at line: 1 column: 6
    tell("{} {}"); // @output input stream has already ended at line: 1 column: 4
    tell("007"); // @output unrecognized token '007' at line: 1 column: 5
}
