import ballerina/io;

type Address record {|
    string street;
    string city = "Rome";
    int zip?;
|};

type Person record {
    *Named;
    int age = 18;
    Address address?;
};

type Named record {
    string name;
};

type Pair record {|
    int left;
    int right;
    string...;
|};

enum Color {
    RED = "r",
    GREEN,
    BLUE = "b"
}

const map<int> SCORES = {a: 1, b: 2};

const PI2 = 6.28;

type Id readonly & record {|
    int value;
|};

function total(int first, int second = first * 2, int... more) returns int {
    int sum = first + second;
    foreach int m in more {
        sum += m;
    }
    return sum;
}

function greet(Named n, string greeting = "hi", *Address address) returns string =>
    string `${greeting} ${n.name} of ${address.street}, ${address.city}`;

public function main() returns error? {
    Person p = {name: "Ann"};
    io:println(p); // @output {"age":18,"name":"Ann"}
    Person q = {age: 3, name: "Bob", "extra": true, address: {street: "s"}};
    io:println(q.name, " ", q["extra"], " ", q?.address?.city); // @output Bob true Rome
    int? zip = q?.address?.zip;
    io:println(zip is ()); // @output true
    Address a = {street: "x", zip: 5};
    a.zip = ();
    io:println(a, " ", a.hasKey("zip")); // @output {"street":"x","city":"Rome"} false
    Pair pair = {left: 1, right: 2, "note": "n"};
    pair["more"] = "m";
    io:println(pair["note"], pair.length(), pair.keys()); // @output n4["left","right","note","more"]
    Color c = GREEN;
    io:println(c, " ", RED, " ", c == "GREEN", " ", BLUE is Color); // @output GREEN r true true
    io:println(SCORES["a"], SCORES.length(), PI2 * 2.0); // @output 1212.56
    Id id = {value: 3};
    error? e = trap mutate(id);
    io:println(e is error ? e.message() : "?"); // @output {ballerina/lang.map}InherentTypeViolation
    io:println(total(1), total(1, 1), total(1, 1, 5, 5), total(second = 4, first = 1)); // @output 32125
    io:println(greet(p, street = "a"), "; ", greet(p, "yo", street = "b", city = "Oslo"));
    // @output hi Ann of a, Rome; yo Ann of b, Oslo
    map<int> counts = {};
    foreach string w in ["x", "y", "x"] {
        counts[w] = (counts[w] ?: 0) + 1;
    }
    io:println(counts); // @output {"x":2,"y":1}
    int removed = counts.remove("x");
    io:println(removed, counts.removeIfHasKey("zz") is (), counts); // @output 2true{"y":1}
    map<int> merged = {...counts, ["k" + "1"]: 4};
    merged["z"] = 9;
    io:println(merged, " ", merged.entries()); // @output {"y":1,"k1":4,"z":9} {"y":["y",1],"k1":["k1",4],"z":["z",9]}
    io:println(merged.map(v => v * 2), merged.filter(v => v > 3).keys(), merged.reduce((t, v) => t + v, 0));
    // @output {"y":2,"k1":8,"z":18}["k1","z"]14
    json j = {name: "J", list: [1, {deep: true}], none: ()};
    io:println(j.name, " ", j.list, " ", check j.name); // @output J [1,{"deep":true}] J
    json|error missing = j.nothing;
    io:println(missing is error); // @output true
    Person fromJson = check {"name": "K", "age": 40}.cloneWithType();
    io:println(fromJson.age); // @output 40
    Person|error bad = {"name": 5}.cloneWithType(Person);
    io:println(bad is error); // @output true
    string text = q.toJsonString();
    io:println(text); // @output {"age":3, "address":{"street":"s", "city":"Rome"}, "name":"Bob", "extra":true}
    json parsed = check text.fromJsonString();
    io:println(parsed == q.toJson()); // @output true
    Person clone = q.clone();
    clone.name = "Clone";
    io:println(q.name, clone == q, q.cloneReadOnly() is readonly); // @output Bobfalsetrue
    anydata any1 = q;
    if any1 is Person && any1.age < 10 {
        io:println("young ", any1.name); // @output young Bob
    }
    [int, string...] tuple = [1, "a", "b"];
    var [first, ...rest] = tuple;
    io:println(first, rest, tuple.length()); // @output 1["a","b"]3
    int[3] fixed = [1, 2, 3];
    int[][] grid = [[1, 2], [3]];
    grid[3] = [9];
    io:println(fixed, grid); // @output [1,2,3][[1,2],[3],[],[9]]
    record {|int n; record {|int m;|} inner;|} auto = {n: 1, inner: {m: 2}};
    auto.inner.m += 5;
    io:println(auto); // @output {"n":1,"inner":{"m":7}}
    string? maybe = ();
    io:println(maybe ?: "default", (maybe ?: "x").length()); // @output default1
    int|string u = 5;
    io:println(u is int ? u + 1 : u.length()); // @output 6
    io:println(let int x = 4, int y = x * x in x + y); // @output 20
}

function mutate(record {int value;} r) {
    r.value = 4;
}
