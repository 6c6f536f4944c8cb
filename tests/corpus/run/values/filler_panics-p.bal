// A panic of a default value passes through the store that wanted it.
import ballerina/io;

type Item record {|
    int id = broken();
|};

isolated function broken() returns int {
    io:println("asked"); // @output asked
    panic error("no id");
}

public function main() {
    Item[] list = [];
    Item|error found = trap first(list);
    io:println(found is error); // @output true
    io:println(list.length()); // @output 0
    // @output asked
    list[3] = {id: 1}; // @panic no id
}

function first(Item[] list) returns Item {
    list[0].id = 1;
    return list[0];
}
