import ballerina/io;

type Next record {|
    int value;
|};

type Row record {|
    readonly int id;
|};

// What next() gives is of the type of the members, also when the program runs.
public function main() {
    stream<int> numbers = [1, 2].toStream();
    Next? first = numbers.next();
    io:println(first is Next, (<any> first) is record {|string value;|}); // @output truefalse
    var mapped = numbers.map(n => n * 10).next();
    if mapped is Next {
        io:println(mapped.value); // @output 20
    }
    any member = [5, 6].iterator().next();
    io:println(member is Next, member is record {|any value;|}); // @output truetrue
    map<int> counts = {a: 7};
    any count = counts.iterator().next();
    table<Row> key(id) rows = table [{id: 8}];
    any row = rows.iterator().next();
    io:println(count is Next, row is record {|Row value;|}, row is Next); // @output truetruefalse
}
