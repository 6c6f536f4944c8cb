// What is inserted into a regular expression is a pattern of its own, and matches as one.
import ballerina/io;

public function main() {
    string some = "a+";
    string either = "x|y";
    io:println(re `${some}|b`.isFullMatch("aaa"), re `${some}|${"b"}`.isFullMatch("b")); // @output truetrue
    io:println(re `a${either}b`.isFullMatch("ayb"), re `a${either}b`.isFullMatch("ax")); // @output truefalse
    io:println(re `${"ab"}{2}`.isFullMatch("abab"), re `${some}*`.isFullMatch("")); // @output truetrue
    io:println(re `${12}${true}`.isFullMatch("12true"), re `^${re `[0-9]+`}$`.isFullMatch("34")); // @output truetrue
    io:println(re `a${either}b*`); // @output ax|yb*

    string open = "(";
    string:RegExp|error wrong = trap re `a${open}`;
    io:println(wrong is error ? wrong.message() : "none"); // @output {ballerina}RegularExpressionParsingError
}
