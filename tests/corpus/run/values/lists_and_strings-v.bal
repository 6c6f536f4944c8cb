import ballerina/io;

type Employee record {|
    string name;
    int age;
    float salary;
|};

public function main() returns error? {
    int[] a = [5, 3, 9, 1];
    io:println(a.sort(), a.sort("descending"), a); // @output [1,3,5,9][9,5,3,1][5,3,9,1]
    Employee[] staff = [{name: "B", age: 30, salary: 10.5}, {name: "A", age: 30, salary: 8}, {name: "C", age: 20, salary: 9}];
    io:println(staff.sort(key = e => [e.age, e.name]).map(e => e.name)); // @output ["C","A","B"]
    io:println(staff.sort("descending", e => e.salary).map(e => e.salary)); // @output [10.5,9.0,8.0]
    io:println(a.slice(1, 3), a.slice(2), a.indexOf(9), a.lastIndexOf(1), a.indexOf(77)); // @output [3,9][9,1]23
    a.push(7, 8);
    int popped = a.pop();
    int shifted = a.shift();
    a.unshift(0);
    io:println(popped, shifted, a); // @output 85[0,3,9,1,7]
    io:println(a.remove(2), a.reverse(), a.length()); // @output 9[7,1,3,0]4
    a.setLength(6);
    io:println(a); // @output [0,3,1,7,0,0]
    io:println(a.filter(n => n % 2 == 1), a.map(n => n * n), a.reduce((x, y) => x + y, 0)); // @output [3,1,7][0,9,1,49,0,0]11
    a.forEach(function(int n) {
        if n > 5 {
            io:println("big ", n); // @output big 7
        }
    });
    io:println(a.some(n => n > 6), a.every(n => n >= 0)); // @output truetrue
    io:println([["a", 1], ["b", 2]], [1, 2] == [1, 2], [1, 2].toString()); // @output [["a",1],["b",2]]true[1,2]
    byte[] bytes = "héllo".toBytes();
    io:println(bytes.length(), bytes.toBase64(), bytes.toBase16(), check string:fromBytes(bytes)); // @output 6aMOpbGxv68c3a96c6c6fhéllo
    error|int out = trap a[10];
    io:println(out is error ? out.detail() : out); // @output {"message":"array index out of range: index: 10, size: 6"}
    string s = "Hello, Wörld";
    io:println(s.length(), s[7], s.substring(0, 5), s.indexOf("W"), s.toUpperAscii(), s.getCodePoint(8)); // @output 12WHello7HELLO, WöRLD246
    io:println(s.startsWith("He"), s.endsWith("d"), s.includes("lo"), " x ".trim() + "|"); // @output truetruetruex|
    io:println(string:'join(",", "a", "b"), "a,b".indexOf(","), "abc" < "abd", "a".toCodePointInt()); // @output a,b1true97
    foreach string:Char ch in "añ" {
        io:print(ch, ".");
    }
    io:println(); // @output a.ñ.
    io:println("tab\tquote\" \u{1F600}", string `${1 + 1} ${"in"}`, "z".padStart(3, "0"), "7".padZero(3)); // @output tab	quote" 😀2 in00z007
    int[] big = [];
    foreach int i in 0 ..< 1000 {
        big.push(i);
    }
    io:println(big.length(), big[999], big.slice(0, 3)); // @output 1000999[0,1,2]
    [string, int] pair = ["x", 1];
    pair[1] = 2;
    anydata[] mixed = [...pair, true, ...[1.5, 2.5]];
    io:println(pair, mixed); // @output ["x",2]["x",2,true,1.5,2.5]
    int[] & readonly frozen = [1, 2];
    error? e = trap push(frozen);
    io:println(e is error ? e.message() : "?"); // @output {ballerina/lang.array}InvalidUpdate
    var iterator = [1, 2].iterator();
    record {|int value;|}? n1 = iterator.next();
    io:println(n1, iterator.next(), iterator.next() is ()); // @output {"value":1}{"value":2}true
    int sum = 0;
    foreach int i in int:range(0, 10, 3) {
        sum += i;
    }
    io:println(sum, (1 ... 3).toString() is string); // @output 18true
    int k = 0;
    while true {
        k += 1;
        if k == 3 {
            continue;
        }
        if k > 5 {
            break;
        }
    }
    io:println(k); // @output 6
    io:println([1, 2, 3].toStream().map(x => x + 1).filter(x => x > 2).reduce(function(int t, int v) returns int => t + v, 0)); // @output 7
}

function push(int[] list) {
    list.push(3);
}
