import ballerina/io;

public function main() {
    int big = 9223372036854775807;
    io:println(big); // @output 9223372036854775807
    io:println(big + 1); // @panic arithmetic overflow
}
