import ballerina/io;

function twice(function (int) returns int f, int x) returns int => f(f(x));

function addOne(int x) returns int => x + 1;

public function main() {
    io:println(twice(addOne, 5)); // @output 7
    io:println(twice(x => x * x, 3)); // @output 81
    function (int, int) returns int op = function(int a, int b) returns int {
        return a - b;
    };
    io:println(op(9, 4)); // @output 5
    map<function (int) returns int> table1 = {inc: addOne, neg: x => -x};
    foreach [string, function (int) returns int] [name, f] in table1.entries() {
        io:println(name, " ", f(8));
    }
    // @output inc 9
    // @output neg -8
    var g = addOne;
    io:println(g is function (int) returns int); // @output true
    any h = g;
    io:println(h is function (string) returns int); // @output false
}
