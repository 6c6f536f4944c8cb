import ballerina/io;

public function main() {
    int[] a = [1, 2];
    io:println("before"); // @output before
    int[] b = a.slice(-1); // @panic
    io:println(b);
}
