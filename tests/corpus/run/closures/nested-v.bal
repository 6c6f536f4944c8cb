import ballerina/io;

public function main() {
    int depth = 1;
    var outer = function() returns int {
        int inner = 10;
        var middle = function() returns int {
            inner += depth;
            depth += 1;
            return inner;
        };
        return middle() + middle();
    };
    io:println(outer()); // @output 24
    io:println(depth); // @output 3
    io:println(outer()); // @output 30
}
