import ballerina/io;

public function main() {
    io:println("before"); // @output before
    panic error("whatever"); // @panic whatever
}
