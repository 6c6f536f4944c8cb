import ballerina/io;

type Info record {|
    string name;
    int[] list = [];
|};

public function main() {
    object {
        int x;
    } labelled = @Label {name: "labelled"} object {
        int x = 1;
    };
    Info? info = (typeof labelled).@Label;
    io:println(info?.name, labelled.x); // @output labelled1
    // Each evaluation of the constructor evaluates its annotations, with the variables around it.
    foreach string name in ["first", "second"] {
        io:println((typeof named(name)).@Label?.name);
    }
    // @output first
    // @output second
    if info is Info {
        io:println(info is readonly, trap info.list.push(3)); // @output trueerror("{ballerina/lang.array}InvalidUpdate",message="modification not allowed on readonly value")
    }
}

function named(string name) returns object {} {
    return @Label {name} object {
        int size = name.length();
    };
}

annotation Info Label on class;
