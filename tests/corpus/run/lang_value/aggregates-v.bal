import ballerina/io;
import ballerina/lang.value;

// count, first, last
public function main() {
    int one = 1;
    string text = "a";
    io:println(value:count(1, "a", ()), value:count()); // @output 30
    io:println(value:first(one, 2, 3), value:first(text), value:last(one, one + 1), value:last(text)); // @output 1a2a
    int[] numbers = [4, 5, 6];
    io:println(value:count(...numbers), value:last(one, ...numbers)); // @output 36
}
