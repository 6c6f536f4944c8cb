// A mapping constructor in a condition, and the block behind it.
import ballerina/io;

public function main() {
    (int|map<json>)[] values = [{hello: "world"}, 2];
    if values[0] == <map<json>>{hello: "world"} && values[1] == 2 {
        io:println("cast"); // @output cast
    }
    if values[0] == {hello: "moon"} || values[1] == 2 {
        io:println("or"); // @output or
    }
    int rounds = 0;
    while values[0] == {hello: "world"} && rounds < 2 {
        rounds += 1;
    }
    io:println(rounds); // @output 2
}
