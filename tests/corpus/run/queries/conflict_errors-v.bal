import ballerina/io;

type Row record {|
    readonly int id;
    string name = "";
|};

// The error of a conflict is the result of the query, so that its type is part of the query's.
function inferred() {
    var rows = table key(id) from int i in [1, 2, 1] select {id: i} on conflict error("twice " + i.toString());
    io:println(rows is error ? rows.message() : rows.length()); // @output twice 1
    var names = map from int i in [4, 5, 4] select [i.toString(), i] on conflict error("again " + i.toString());
    io:println(names is error ? names.message() : names.length()); // @output again 4
    var none = map from int i in [4, 5, 4] select [i.toString(), i] on conflict ();
    io:println(none.length()); // @output 2
}

function checked() returns error? {
    table<Row> key(id) rows = check table key(id) from int i in [1, 2] select {id: i} on conflict error("no");
    io:println(rows.keys()); // @output [1,2]
    foreach var row in check table key(id) from int i in [3, 3] select {id: i} on conflict error("in foreach") {
        io:println(row);
    }
}

function nested() returns int[]|error {
    return from var row in check table key(id) from int i in [3, 3] select {id: i} on conflict error("inner")
        select row.id;
}

public function main() {
    inferred();
    io:println(checked()); // @output error("in foreach")
    io:println(nested()); // @output error("inner")
}
