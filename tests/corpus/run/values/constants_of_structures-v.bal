import ballerina/io;

const map<string> NAMES = {first: "one", second: "two"};
const int[] SIZES = [1, 2, 3];
const NESTED = {sizes: [1, 2], limit: 4};
const float[3] FILLED = [1.5];

public function main() {
    io:println(NAMES.first, NAMES["second"]); // @output onetwo
    "one" first = NAMES.first;
    2 second = SIZES[1];
    io:println(first, second); // @output one2
    io:println(NESTED.sizes[1], NESTED.limit); // @output 24
    map<string> more = {...NAMES, third: "three"};
    io:println(more); // @output {"first":"one","second":"two","third":"three"}
    [int, int, int] triple = SIZES;
    io:println(triple, FILLED.length()); // @output [1,2,3]3
    foreach string name in NAMES {
        io:print(name, ";");
    }
    io:println(SIZES is readonly & [1, 2, 3]); // @output one;two;true
}
