// The values of a group are spread over arguments and members of lists.
import ballerina/io;

type Row record {|
    string k;
    int n;
    float f;
    boolean b;
|};

public function main() {
    Row[] rows = [{k: "a", n: 1, f: 0.5, b: true}, {k: "b", n: 2, f: 1.5, b: true}, {k: "a", n: 3, f: 2.0, b: false}];
    io:println(from var {k, n, f} in rows
        group by k
        select {k, sum: sum(n), max: max(n), min: int:min(n), avg: avg(f), all: [n]});
    // @output [{"k":"a","sum":4,"max":3,"min":1,"avg":1.25,"all":[1,3]},{"k":"b","sum":2,"max":2,"min":2,"avg":1.5,"all":[2]}]
    io:println(from var {n} in rows
        collect int:sum(n)); // @output 6
    io:println(from var {n} in rows
        collect sum(10, n)); // @output 16
    io:println(from var {k} in rows
        collect [0, k, "end"]); // @output [0,"a","b","a","end"]
    io:println(from var {k} in rows
        collect string:'join(",", k)); // @output a,b,a
    io:println(from var {k} in rows
        collect count(k)); // @output 3
    io:println(from var {b} in rows
        collect [boolean:some(b), every(b)]); // @output [true,false]
    io:println(from var {k, n} in rows
        group by k
        select [first(n), last(n)]); // @output [[1,3],[2,2]]
    int[] numbers = from var {n} in rows
        collect [n];
    io:println(numbers); // @output [1,2,3]
}
