// Rows of comma-separated values as records and tables: columns by their names, blanks around values, empty values.
import ballerina/file;
import ballerina/io;

type Person record {|
    string name;
    int age;
    boolean? member;
    string note?;
|};

type Order record {
    string id;
    float price;
    string? city;
};

type Pair record {|
    string a;
    string b;
|};

function shown(anydata|error value) returns anydata => value is error ? value.message() : value;

public function main() returns error? {
    string folder = check file:createTempDir();
    check records(folder + "/people.csv");
    check mistakes(folder + "/wrong.csv");
    check lazily(folder + "/stream.csv");
    check appended(folder + "/more.csv");
    check tables(folder + "/orders.csv");
    check file:remove(folder, file:RECURSIVE);
}

function records(string path) returns error? {
    check io:fileWriteString(path, "age, member , name, note\n 7,TRUE, Ann , hi \n8,,Bob,\n");
    Person[] people = check io:fileReadCsv(path);
    io:println(people[0]); // @output {"name":"Ann","age":7,"member":true,"note":"hi"}
    io:println(people[1].note is (), people[1].member is ()); // @output truetrue
    io:println((check io:fileReadCsv(path, 1, Person)).length()); // @output 2
    io:println((check io:fileReadCsv(path, 2, Person)).length()); // @output 1
    string[][] rows = check io:fileReadCsv(path);
    io:println(rows); // @output [["age"," member "," name"," note"],[" 7","TRUE"," Ann "," hi "],["8","","Bob",""]]
}

function mistakes(string path) returns error? {
    check io:fileWriteString(path, "name,member\nAnn,true\n");
    Person[]|error people = io:fileReadCsv(path);
    io:println(shown(people)); // @output The csv file does not contain the column - age.
    check io:fileWriteString(path, "name,age,member,size\nAnn,1,true,2\n");
    people = io:fileReadCsv(path);
    io:println(shown(people)); // @output The csv file contains an additional column - size.
    check io:fileWriteString(path, "name,age,member\nAnn,old,true\n");
    people = io:fileReadCsv(path);
    io:println(shown(people)); // @output Invalid value: old for the field: 'age'
    check io:fileWriteString(path, "name,age,member\n,1,true\n");
    people = io:fileReadCsv(path);
    io:println(shown(people)); // @output Field 'name' does not support nil value.
    map<anydata>[]|error maps = io:fileReadCsv(path);
    io:println(shown(maps)); // @output Only 'string[]' and 'record{}' types are supported, but found 'map'
}

// Mistakes are told when they are reached, and nothing is read after closing.
function lazily(string path) returns error? {
    check io:fileWriteString(path, "name,age,member\n\"Ann\nLee\",1,true\nBob,x,true\n");
    stream<Person, io:Error?> people = check io:fileReadCsvAsStream(path);
    io:println(people.next()); // @output {"value":{"name":"Ann\nLee","age":1,"member":true}}
    record {|Person value;|}|error? bad = people.next();
    io:println(bad is error ? bad.message() : "none"); // @output Invalid value: x for the field: 'age'
    stream<string[], io:Error?> rows = check io:fileReadCsvAsStream(path);
    check rows.close();
    record {|string[] value;|}|error? closed = rows.next();
    io:println(closed is error ? closed.message() : "none"); // @output Stream closed
}

function appended(string path) returns error? {
    Pair[] pairs = [{a: "1", b: "2"}];
    check io:fileWriteCsv(path, pairs);
    check io:fileWriteCsv(path, [{b: "4", a: "3"}], io:APPEND);
    io:println(check io:fileReadString(path)); // @output a,b
    // @output 1,2
    // @output 3,4
    io:println(shown(io:fileWriteCsv(path, [{a: 1}], io:APPEND)));
    // @output The CSV file content header count(2) doesn't match with ballerina record field count(1).
    io:println(shown(io:fileWriteCsv(path, [{a: 1, c: 2}], io:APPEND)));
    // @output The CSV file does not contain the header - c.
}

function tables(string path) returns error? {
    check io:fileWriteString(path, "o1, 1.5, Rome\no2,2\no1,3,Oslo\n");
    io:ReadableCSVChannel channel = check io:openReadableCsvFile(path);
    table<record {}> orders = check channel.toTable(Order, []);
    table<Order> typed = <table<Order>>orders;
    foreach Order {price, city} in typed {
        io:println(price, city); // @output 1.5Rome
        // @output 2.0
        // @output 3.0Oslo
    }
    check channel.close();
    channel = check io:openReadableCsvFile(path);
    io:println(shown(channel.toTable(Order, ["id"])));
    // @output failed to process the delimited file: {ballerina/lang.table}KeyConstraintViolation
    check channel.close();
}
