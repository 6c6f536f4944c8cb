import ballerina/io;

public function main() {
    map<int> numbers = {b: 2, a: 1, c: 3};
    map<int> none = {};
    // length, hasKey, get, keys, toArray, entries: in the order of insertion
    io:println(numbers.length(), none.length(), numbers.hasKey("a"), numbers.hasKey("x")); // @output 30truefalse
    io:println(numbers.get("a"), numbers.keys(), numbers.toArray(), none.keys(), none.toArray()); // @output 1["b","a","c"][2,1,3][][]
    io:println(numbers.entries()); // @output {"b":["b",2],"a":["a",1],"c":["c",3]}

    // iterator
    var iterator = numbers.iterator();
    io:println(iterator.next(), iterator.next(), iterator.next(), iterator.next() is ()); // @output {"value":2}{"value":1}{"value":3}true

    // map, forEach, filter, reduce
    io:println(numbers.map(n => n.toString() + "!"), none.map(n => n)); // @output {"b":"2!","a":"1!","c":"3!"}{}
    int total = 0;
    numbers.forEach(function(int n) {
        total += n;
    });
    io:println(total, numbers.filter(n => n > 1), none.filter(n => true)); // @output 6{"b":2,"c":3}{}
    io:println(numbers.reduce(function(int sum, int n) returns int => sum * 10 + n, 0)); // @output 213

    // remove, removeIfHasKey, removeAll
    io:println(numbers.remove("b"), numbers); // @output 2{"a":1,"c":3}
    io:println(numbers.removeIfHasKey("a"), numbers.removeIfHasKey("x") is (), numbers); // @output 1true{"c":3}
    numbers["d"] = 4;
    numbers["c"] = 30;
    io:println(numbers); // @output {"c":30,"d":4}
    numbers.removeAll();
    io:println(numbers, numbers.length()); // @output {}0

    // Records are mappings too.
    record {|int x; string y?;|} point = {x: 1, y: "why"};
    io:println(point.length(), point.keys(), point.removeIfHasKey("y"), point.hasKey("y")); // @output 2["x","y"]whyfalse
    io:println(point.map(v => v.toString()), point.toArray()); // @output {"x":"1"}[1]
}
