import ballerina/io;

public function main() {
    int n = 2;
    map<int> sizes = {};
    io:println(<float>(n + ((sizes["a"] ?: 1) * 3))); // @output 5.0
    io:println(<decimal>(n > 1 ? n : 1));             // @output 2
    io:println(<float>(n - 1));                       // @output 1.0
    io:println(<float>(-(n * 2 - 1)));                // @output -3.0
    io:println(<int>(1.6 + 1));                       // @output 3
    io:println(<float>(7 / 2));                       // @output 3.5
}
