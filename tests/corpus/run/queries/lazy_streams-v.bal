import ballerina/io;

function seen(int n) returns int {
    io:println("seen ", n);
    return n * 10;
}

public function main() returns error? {
    stream<int> lazy = stream from int n in [1, 2, 3]
        let int m = seen(n)
        where m > 10
        select m;
    io:println("made"); // @output made
    var first = lazy.next();
    // @output seen 1
    // @output seen 2
    io:println(first); // @output {"value":20}
    var second = lazy.next();
    // @output seen 3
    io:println(second); // @output {"value":30}
    io:println(lazy.next() is ()); // @output true
    io:println(lazy.next() is ()); // @output true

    stream<int> ordered = stream from int n in [3, 1, 2] order by n select seen(n);
    io:println("ordered"); // @output ordered
    record {|int value;|}? one = ordered.next();
    // @output seen 1
    io:println(one); // @output {"value":10}

    stream<int, error?> failing = stream from int n in [1, 2]
        let int m = check half(n)
        select m;
    var got = failing.next();
    io:println(got is error ? got.message() : got); // @output odd

    stream<int> naturals = new (new Naturals());
    stream<int> squares = stream from int n in naturals where n % 2 == 1 select n * n;
    stream<int> some = stream from int n in squares limit 3 select n + 1;
    int[] three = from int n in some select n;
    io:println(three); // @output [2,10,26]

    int total = 0;
    check from int n in (stream from int k in 1 ... 4 select k) do {
        total += n;
    };
    io:println(total); // @output 10

    stream<[int, string]> pairs = stream from int a in [1, 2]
        from string b in ["x", "y"]
        select [a, b];
    [int, string][] all = from var p in pairs select p;
    io:println(all); // @output [[1,"x"],[1,"y"],[2,"x"],[2,"y"]]

    stream<record {|int a; string b;|}> joined = stream from int a in [1, 2, 3]
        join [int, string] [k, b] in [[1, "one"], [3, "three"]] on a equals k
        select {a, b};
    string[] names = from var j in joined select j.b;
    io:println(names); // @output ["one","three"]
}

function half(int n) returns int|error => n % 2 == 0 ? n / 2 : error("odd");

class Naturals {
    int n = 0;
    public isolated function next() returns record {|int value;|}? {
        self.n += 1;
        return {value: self.n};
    }
}
