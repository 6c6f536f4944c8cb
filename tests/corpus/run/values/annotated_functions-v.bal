// The type descriptor of a function value has the annotations of the function.
import ballerina/io;

type Info record {|
    string name;
    int[] list = [];
|};

annotation Info Tag on function;
annotation Mark on function;

@Tag {name: "module"}
@Mark
function twice(int n) returns int => n * 2;

function plain(int n) returns int => n;

function named(string name) returns function (int) returns int {
    int factor = name.length();
    return @Tag {name, list: [factor]} function(int n) returns int {
        return n * factor;
    };
}

public function main() {
    io:println((typeof twice).@Tag, (typeof twice).@Mark); // @output {"name":"module","list":[]}true
    function (int) returns int f = twice;
    typedesc<function (int) returns int> t = typeof f;
    Info? info = t.@Tag;
    io:println(info?.name, f(4)); // @output module8
    io:println((typeof plain).@Tag is ()); // @output true
    foreach string name in ["one", "three"] {
        var g = named(name);
        io:println((typeof g).@Tag, g(2), (typeof g).@Mark is ());
    }
    // @output {"name":"one","list":[3]}6true
    // @output {"name":"three","list":[5]}10true
}
