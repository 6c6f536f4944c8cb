import ballerina/io;

function counter(int begin) returns function () returns int {
    int count = begin;
    return function() returns int {
        count += 1;
        return count;
    };
}

public function main() {
    var a = counter(0);
    var b = counter(100);
    io:println(a(), " ", a(), " ", b(), " ", a()); // @output 1 2 101 3
    int[] results = [];
    (function () returns int)[] functions = [];
    foreach int i in 0 ..< 3 {
        functions.push(() => i * 10);
    }
    foreach var f in functions {
        results.push(f());
    }
    io:println(results); // @output [0,10,20]
    int total = 0;
    [1, 2, 3].forEach(function(int n) {
        total += n;
    });
    io:println(total); // @output 6
    function (int) returns (function (int) returns int) adder = x => y => x + y;
    function (int) returns int plusThree = adder(3);
    io:println(plusThree(4)); // @output 7
}
