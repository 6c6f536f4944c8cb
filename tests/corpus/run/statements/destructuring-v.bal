import ballerina/io;

type Point record {|
    int x;
    int y;
|};

public function main() {
    var [a, b] = [1, "two"];
    io:println(a, b); // @output 1two
    [int, string...] [first, ...others] = [5, "p", "q"];
    io:println(first, others); // @output 5["p","q"]
    Point {x, y: vertical} = {x: 3, y: 4};
    io:println(x, " ", vertical); // @output 3 4
    record {|int id; string...;|} {id, ...rest} = {id: 9, "a": "A", "b": "B"};
    io:println(id, rest); // @output 9{"a":"A","b":"B"}
    int m = 0;
    int n = 0;
    [m, n] = [10, 20];
    [m, n] = [n, m];
    io:println(m, " ", n); // @output 20 10
    {x: m, y: n} = {x: 7, y: 8};
    io:println(m, " ", n); // @output 7 8
    var error(message, code = code) = error("bad", code = 17);
    io:println(message, " ", code is anydata ? code.toString() : ""); // @output bad 17
    var [[p, q], {x: r}] = [[1, 2], <Point>{x: 3, y: 4}];
    io:println(p + q + r); // @output 6
    foreach var {x: px, y: py} in [<Point>{x: 1, y: 2}, {x: 3, y: 4}] {
        io:print(px * py, " ");
    }
    io:println(); // @output 2 12 
    [int, int] [_, second] = [1, 2];
    io:println(second); // @output 2
}
