// The list of a rest variable is of the variable's type.
import ballerina/io;

type Words [int, string...];

type Wide [int, any...];

public function main() {
    [int, string, boolean...] list = [1, "a", true];
    var [first, ...rest] = list;
    any seen = rest;
    io:println(first, seen is [string, boolean...], seen is (string|boolean)[]); // @output 1truetrue
    rest.push(false);
    io:println(rest, list); // @output ["a",true,false][1,"a",true]

    Words words = [1, "a", "b"];
    Wide [_, ...wide] = words;
    wide.push(2);
    seen = wide;
    io:println(wide, seen is any[], seen is string[]); // @output ["a","b",2]truefalse

    int[] numbers = [];
    if numbers.length() == 0 {
        [first, ...numbers] = [1, 2, 3];
    }
    seen = numbers;
    io:println(numbers, seen is int[]); // @output [2,3]true

    readonly & [int, int...] fixed = [1, 2];
    var [_, ...others] = fixed;
    seen = others;
    io:println(others, seen is int[]); // @output [2]true

    match <anydata>[1, 2, "x"] {
        [1, ...var tail] => {
            io:println(tail); // @output [2,"x"]
        }
    }
}
