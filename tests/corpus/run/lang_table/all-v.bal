import ballerina/io;

type Row record {|
    readonly int id;
    string name;
|};

type Upper record {|
    string upper;
|};

function toUpper(Row row) returns Upper => {upper: row.name.toUpperAscii()};

public function main() {
    table<Row> key(id) rows = table [{id: 2, name: "b"}, {id: 1, name: "a"}];
    table<Row> key(id) none = table [];
    // length, get, hasKey, keys, toArray, nextKey, iterator
    io:println(rows.length(), none.length(), rows.get(1), rows.hasKey(2), rows.hasKey(9)); // @output 20{"id":1,"name":"a"}truefalse
    io:println(rows.keys(), rows.toArray(), none.keys()); // @output [2,1][{"id":2,"name":"b"},{"id":1,"name":"a"}][]
    io:println(rows.nextKey(), none.nextKey()); // @output 30
    var iterator = rows.iterator();
    io:println(iterator.next(), iterator.next(), iterator.next() is ()); // @output {"value":{"id":2,"name":"b"}}{"value":{"id":1,"name":"a"}}true

    // add, put: put replaces the row with the key in its place
    rows.add({id: 3, name: "c"});
    rows.put({id: 2, name: "B"});
    rows.put({id: 4, name: "d"});
    io:println(rows.toArray().map(row => row.name)); // @output ["B","a","c","d"]

    // map, forEach, filter, reduce
    table<Upper> upper = rows.map(toUpper);
    io:println(upper.toArray().map(row => row.upper)); // @output ["B","A","C","D"]
    string all = "";
    rows.forEach(function(Row row) {
        all += row.name;
    });
    table<Row> key<int> later = rows.filter(row => row.id > 2);
    io:println(all, later.keys(), later.get(3).name); // @output Bacd[3,4]c
    io:println(rows.reduce(function(int sum, Row row) returns int => sum + row.id, 0)); // @output 10

    // remove, removeIfHasKey, removeAll
    io:println(rows.remove(2), rows.removeIfHasKey(3), rows.removeIfHasKey(3) is (), rows.keys()); // @output {"id":2,"name":"B"}{"id":3,"name":"c"}true[1,4]
    rows.removeAll();
    io:println(rows.length()); // @output 0

    table<record {|readonly string a; readonly int b; int v;|}> key(a, b) pairs = table [{a: "x", b: 1, v: 5}];
    io:println(pairs["x", 1]?.v, pairs.hasKey(["x", 1]), pairs.keys(), pairs.get(["x", 1]).v); // @output 5true[["x",1]]5
    table<map<int>> keyless = table [{a: 1}, {a: 1}];
    keyless.add({a: 1});
    io:println(keyless.length()); // @output 3
}
