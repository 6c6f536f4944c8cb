import ballerina/io;
import ballerina/url;

public function main() returns error? {
    io:println(check url:encode("a b=c&d/é*~-_.", "UTF-8")); // @output a%20b%3Dc%26d%2F%C3%A9%2A~-_.
    io:println(check url:decode("a%20b+c%C3%A9", "UTF-8")); // @output a b cé
    string|url:Error wrong = url:encode("a", "abc");
    io:println(wrong is url:Error, " ", wrong is error ? wrong.message() : "");
    // @output true Error occurred while encoding. abc
    io:println(url:decode("%G1", "UTF-8") is url:Error); // @output true
}
