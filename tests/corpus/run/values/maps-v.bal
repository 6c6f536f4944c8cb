import ballerina/io;

public function main() {
    map<int> m = {one: 1, "two": 2, ["thr" + "ee"]: 3};
    io:println(m, m.length()); // @output {"one":1,"two":2,"three":3}3
    m["four"] = 4;
    io:println(m["four"], m["none"] is (), m.get("one")); // @output 4true1
    io:println(m.hasKey("two"), m.hasKey("x")); // @output truefalse
    int removed = m.remove("two");
    io:println(removed, m.keys()); // @output 2["one","three","four"]
    io:println(m.removeIfHasKey("zzz") is ()); // @output true
    io:println(m.toArray(), m.map(v => v * 10)); // @output [1,3,4]{"one":10,"three":30,"four":40}
    map<int> copy = m.clone();
    copy["one"] = 100;
    io:println(m["one"], copy["one"]); // @output 1100
    io:println(m == copy, m == {four: 4, one: 1, three: 3}); // @output falsetrue
    m.removeAll();
    io:println(m); // @output {}
    map<map<string>> nested = {a: {b: "c"}};
    nested["a"]["d"] = "e";
    io:println(nested, nested["a"]["b"]); // @output {"a":{"b":"c","d":"e"}}c
    int total = 0;
    copy.forEach(function(int v) {
        total += v;
    });
    io:println(total, copy.reduce(function(int t, int v) returns int => t + v, 0)); // @output 107107
}
