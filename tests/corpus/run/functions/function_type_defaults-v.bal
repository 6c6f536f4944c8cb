// The default of a function type counts for calls of a value of that type, not that of the function in it.

import ballerina/io;

const STEP = 7;

int step = 20;

function next() returns int => step + 1;

type Add function (int a, int b = 5) returns int;

type Show function (string text, string[] more = ["x", "y"], record {|int n;|} options = {n: -1}, int? none = ())
    returns string;

function add(int a, int b = 100) returns int => a + b;

function apply(Add f, int a) returns int => f(a);

function show(string text, string[] more, record {|int n;|} options, int? none) returns string {
    more.push(text);
    return string `${more.length()} ${options.n} ${none is ()}`;
}

public function main() {
    Add named = add;
    io:println(named(1), " ", named(1, 2), " ", named(b = 3, a = 1), " ", named(a = 1)); // @output 6 3 4 6
    function (int x, int y = STEP) returns int direct = add;
    io:println(direct(1), " ", direct(y = 1, x = 1)); // @output 8 2
    function (int x, int y = step) returns int changing = add;
    function (int x, int y = next() * 2) returns int calling = add;
    io:println(changing(1), " ", calling(1)); // @output 21 43
    step = 30;
    io:println(changing(1), " ", calling(1), " ", changing(1, 2)); // @output 31 63 3
    Add product = (a, b) => a * b;
    io:println(product(3), " ", apply(add, 1)); // @output 15 6
    var inferred = add;
    io:println(inferred(1)); // @output 101
    Show shown = show;
    io:println(shown("a"), "; ", shown("b", []), "; ", shown("c", none = 1)); // @output 3 -1 true; 1 -1 true; 3 -1 false
    Add? maybe = add;
    if maybe is Add {
        io:println(maybe(2)); // @output 7
    }
}
