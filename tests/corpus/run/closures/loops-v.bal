import ballerina/io;

type Fn function () returns int;

public function main() {
    Fn[] fns = [];
    foreach int i in 0 ..< 3 {
        fns.push(() => i);
    }
    io:println(fns.map(f => f())); // @output [0,1,2]
    int n = 0;
    Fn[] more = [];
    while n < 3 {
        int copy = n;
        more.push(function() returns int {
            copy += 10;
            return copy;
        });
        n += 1;
    }
    io:println(more.map(f => f()), more.map(f => f())); // @output [10,11,12][20,21,22]
    int counter = 0;
    function () returns int next = function() returns int {
        counter += 1;
        return counter;
    };
    _ = next();
    _ = next();
    io:println(counter); // @output 2
    counter = 10;
    io:println(next()); // @output 11
    function (int) returns function (int) returns int adder = a => b => a + b;
    function (int) returns int add3 = adder(3);
    io:println(add3(4)); // @output 7
    foreach var [k, v] in {a: 1, b: 2}.entries() {
        function () returns string f = () => k + v.toString();
        io:print(f(), " ");
    }
    io:println(); // @output a1 b2
    Fn late;
    int value = 5;
    late = () => value * 2;
    value = 6;
    io:println(late()); // @output 12
    int[] squares = from int i in 1 ... 3 let Fn sq = () => i * i select sq();
    io:println(squares); // @output [1,4,9]
    record {|Fn get; function (int) set;|} cell = makeCell(1);
    function (int) set = cell.set;
    set(42);
    Fn get = cell.get;
    io:println(get()); // @output 42
    var obj = object {
        int base = 100;
        function add(int by) returns Fn {
            return () => self.base + by + counter;
        }
    };
    Fn viaObject = obj.add(1);
    obj.base = 200;
    io:println(viaObject()); // @output 212
    io:println(apply((x, y) => x * y, 6, 7)); // @output 42
    function (int) returns int both = compose(x => x + 1, x => x * 2);
    io:println(both(5)); // @output 11
    function (int...) returns int sum = function(int... xs) returns int {
        return xs.reduce(function(int a, int b) returns int => a + b, 0);
    };
    io:println(sum(1, 2, 3), sum()); // @output 60
    function () returns int fact5 = () => fact(5);
    io:println(fact5()); // @output 120
}

function fact(int n) returns int => n <= 1 ? 1 : n * fact(n - 1);

function makeCell(int initial) returns record {|Fn get; function (int) set;|} {
    int state = initial;
    return {
        get: () => state,
        set: function(int v) {
            state = v;
        }
    };
}

function apply(function (int, int) returns int f, int a, int b) returns int => f(a, b);

function compose(function (int) returns int f, function (int) returns int g) returns function (int) returns int =>
    x => f(g(x));
