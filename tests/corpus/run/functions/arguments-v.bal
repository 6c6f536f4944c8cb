import ballerina/io;

function area(int width, int height = width, int scale = 1) returns int => width * height * scale;

function sum(string label, int... numbers) returns string {
    int total = 0;
    foreach int n in numbers {
        total += n;
    }
    return label + total.toString();
}

type Options record {|
    string separator = ",";
    int limit = 3;
|};

function join(string first, *Options options) returns string =>
    first + options.separator + options.limit.toString();

public function main() {
    io:println(area(3)); // @output 9
    io:println(area(3, 4)); // @output 12
    io:println(area(3, scale = 2)); // @output 18
    io:println(area(height = 5, width = 2)); // @output 10
    io:println(sum("none ")); // @output none 0
    io:println(sum("some ", 1, 2, 3)); // @output some 6
    int[] more = [4, 5];
    io:println(sum("rest ", ...more)); // @output rest 9
    io:println(sum("both ", 1, ...more)); // @output both 10
    io:println(join("a")); // @output a,3
    io:println(join("a", separator = ";")); // @output a;3
    io:println(join("a", {limit: 9})); // @output a,9
}
