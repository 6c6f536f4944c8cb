import ballerina/io;

int _ = int:MAX_VALUE + one(); // @panic while the module starts

function one() returns int => 1;

public function main() {
    io:println("never");
}
