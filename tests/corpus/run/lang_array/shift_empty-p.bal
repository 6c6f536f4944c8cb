import ballerina/io;

public function main() {
    int[] a = [];
    io:println("before"); // @output before
    int b = a.shift(); // @panic
    io:println(b);
}
