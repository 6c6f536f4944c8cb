// A join finds its matches by their keys: the right side is evaluated once, before the first frame.
import ballerina/io;

type Point record {| int x; int y; |};

int calls = 0;

function named(string what, int[] values) returns int[] {
    io:println(what);
    return values;
}

function key(int value) returns int {
    calls += 1;
    return value % 10;
}

function isOdd(int value) returns boolean|error => value < 0 ? error("negative") : value % 2 == 1;

class Countdown {
    int n = 3;
    public isolated function next() returns record {|int value;|}|error? {
        if self.n == 0 {
            return error("ended badly");
        }
        self.n -= 1;
        return {value: self.n};
    }
}

function checkedJoin() returns boolean[]|error => from boolean a in [true, false]
    join int b in [3, -1] on a equals check isOdd(b)
    select a;

public function main() returns error? {
    int[] joined = from int a in named("left", [1, 2, 3])
        join int b in named("right", [11, 21, 3]) on a equals key(b)
        select a * 100 + b;
    // @output right
    // @output left
    io:println(joined); // @output [111,121,303]
    io:println(calls); // @output 3

    // Many rows: each side is walked once.
    int[] many = from int i in 0 ..< 20000 select i;
    int matches = from int a in many join int b in many on a equals 19999 - b collect count(a);
    io:println(matches); // @output 20000

    // Keys of every kind, and equal keys in the order of the right side.
    var byPoint = from Point p in [{x: 1, y: 2}, {x: 3, y: 4}]
        join var [q, name] in [[{y: 2, x: 1}, "a"], [{x: 1, y: 2}, "b"]] on p equals q
        select name;
    io:println(byPoint); // @output ["a","b"]
    var byFloat = from float f in [0.0, float:NaN] join float g in [-0.0, 0.0/0.0] on f equals g select g;
    io:println(byFloat); // @output [-0.0,NaN]
    var byDecimal = from decimal d in [1.50d] join decimal e in [1.5d, 1.500d] on d equals e select e;
    io:println(byDecimal); // @output [1.5,1.500]
    var byNil = from int? d in [(), 1] join int? e in [(), 2] on d equals e select e ?: 0;
    io:println(byNil); // @output [0]
    var byXml = from xml x in [xml `<a>1</a>`] join xml y in [xml `<a>1</a>`, xml `<b/>`] on x equals y select y;
    io:println(byXml.toString()); // @output [`<a>1</a>`]

    [int, string][] pairs = [[2, "two"]];
    // An outer join binds every variable of the pattern to nil.
    var outer1 = from int a in [1, 2]
        outer join var [k, text] in pairs on a equals k
        select [a, k, text];
    io:println(outer1); // @output [[1,null,null],[2,2,"two"]]

    // Streams are walked once as well; their error ends the query, even if nothing is joined.
    stream<int, error?> countdown = new (new Countdown());
    int[]|error failed = from int a in <int[]>[]
        join int b in countdown on a equals b
        select a;
    io:println(failed); // @output error("ended badly")
    io:println(checkedJoin()); // @output error("negative")

    // Joins of joins.
    var triples = from int a in [1, 2, 3]
        join int b in [2, 3, 4] on a equals b
        join int c in [3, 4, 3] on a equals c
        select [a, b, c];
    io:println(triples); // @output [[3,3,3],[3,3,3]]
    var lazy = stream from int a in [1, 2] join int b in 1 ... 2 on a equals b select a + b;
    io:println(lazy.next()); // @output {"value":2}
    io:println(lazy.next()); // @output {"value":4}
    var groups = from var [k, v] in [[1.0, "a"], [1.00, "b"], [2.0, "c"]] group by k select [k, v];
    io:println(groups); // @output [[1.0,"a","b"],[2.0,"c"]]
}
