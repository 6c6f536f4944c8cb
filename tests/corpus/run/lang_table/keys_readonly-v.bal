// A key of several fields is a list that nobody can change.
import ballerina/io;

type Row record {|
    readonly int id;
    readonly string name;
|};

public function main() {
    table<Row> key(id, name) rows = table [{id: 1, name: "a"}];
    [int, string][] keys = rows.keys();
    anydata first = keys[0];
    io:println(first, first is readonly, first is [int, string], first is [int, int]); // @output [1,"a"]truetruefalse
    error? changed = trap change(keys[0]);
    io:println(changed is error ? changed.message() : "changed"); // @output {ballerina/lang.array}InvalidUpdate
    io:println(rows.hasKey([1, "a"]), rows[1, "a"]); // @output true{"id":1,"name":"a"}
}

function change([int, string] key) {
    key[0] = 2;
}
