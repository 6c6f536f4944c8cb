import ballerina/io;

type Row record {|
    readonly int id;
    string name;
|};

public function main() {
    table<Row> key(id) rows = table [
        {id: 1, name: "a"},
        {id: 2, name: "b"}
    ];
    io:println(rows.length(), rows[2]?.name, rows.hasKey(3)); // @output 2bfalse
    rows.add({id: 3, name: "c"});
    rows.put({id: 1, name: "A"});
    foreach Row r in rows {
        io:print(r.id, r.name, " ");
    }
    io:println(); // @output 1A 2b 3c 
    Row gone = rows.remove(2);
    io:println(gone.name, rows.keys()); // @output b[1,3]
    io:println(rows); // @output [{"id":1,"name":"A"},{"id":3,"name":"c"}]
    error? duplicate = trap rows.add({id: 3, name: "z"});
    io:println(duplicate is error); // @output true
}
