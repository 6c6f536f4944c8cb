import ballerina/io;

type Options record {|
    string name;
    int size = 2;
|};

function add(int a, int b = 10) returns int => a + b;

function describe(*Options options) returns string => options.name + options.size.toString();

final var addLater = add;

public function main() {
    var plus = add;
    io:println(plus(1), " ", plus(1, 2), " ", plus(b = 5, a = 1)); // @output 11 3 6
    io:println(addLater(2)); // @output 12
    var times = function(int a, int b = a * 2) returns int {
        return a * b;
    };
    io:println(times(3), " ", times(3, 4)); // @output 18 12
    var text = describe;
    io:println(text(name = "n"), text(name = "m", size = 7)); // @output n2m7
    function (int left, int right) returns int less = (a, b) => a - b;
    io:println(less(right = 1, left = 5)); // @output 4
    io:println(apply(add)); // @output 7
}

function apply(function (int a, int b) returns int f) returns int => f(b = 4, a = 3);
