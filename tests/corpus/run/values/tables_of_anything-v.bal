import ballerina/io;

type Room record {|
    readonly string name;
    int seats;
|};

// Where any table may stand, the rows say what they are.
public function main() {
    table<Room> key(name) rooms = table [{name: "A", seats: 3}];
    anydata data = table key(name) [{name: "A", seats: 3}];
    any other = table key(name) [{name: "B", seats: 4}];
    io:println(data == rooms, data); // @output true[{"name":"A","seats":3}]
    io:println(data is table<map<anydata>> key<string>, other is table<Room>); // @output truetrue
    var names = table key(name) from var {name} in rooms select {name};
    table<record {|readonly string name;|}> key(name) typed = names;
    io:println(typed["A"], typed["B"] is ()); // @output {"name":"A"}true
}
