import ballerina/io;

function add(int a, int b = 10) returns int => a + b;

function join(string separator, string... parts) returns string => separator.'join(...parts);

function nothing() {
}

// call: a function by its arguments as a list
public function main() {
    io:println(function:call(add, 1, 2), function:call(add, 1)); // @output 311
    (any|error)[] arguments = ["-", "a", "b"];
    io:println(function:call(join, ...arguments), function:call(join, ",")); // @output a-b
    io:println(function:call(nothing) is ()); // @output true
    function anything = add;
    io:println(anything.call(5, 6)); // @output 11
}
