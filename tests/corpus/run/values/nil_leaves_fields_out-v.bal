import ballerina/io;

type Options record {|
    int limit?;
    string name = "all";
    int? depth = 3;
|};

type Open record {
    int limit?;
};

const Options NONE = {limit: (), name: "none", depth: 1};

function options(int? limit, string? name) returns Options => {limit, name, depth: ()};

public function main() {
    io:println(options(5, "some")); // @output {"limit":5,"name":"some","depth":null}
    io:println(options((), ()));    // @output {"depth":null,"name":"all"}
    Open open = {limit: (), "other": ()};
    io:println(open); // @output {"other":null}
    map<int> sizes = {a: 1, b: ()};
    io:println(sizes); // @output {"a":1}
    io:println(NONE);  // @output {"name":"none","depth":1}
    Options|string chosen = {limit: ()};
    io:println(chosen); // @output {"name":"all","depth":3}
}
