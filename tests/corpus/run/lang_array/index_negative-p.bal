import ballerina/io;

public function main() {
    int[] a = [1, 2];
    io:println("before"); // @output before
    int b = a.remove(-1); // @panic
    io:println(b);
}
