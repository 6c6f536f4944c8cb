import ballerina/io;

type Point record {|int x = 1; int y = 2;|};

public function main() returns error? {
    final int base = 20;
    final string label = "p" + base.toString();
    record {|string name; int age = base; string tag = label + "!"; Point p = {x: base};|} person = {name: "A"};
    io:println(person);
    person = {name: "B", age: 3};
    io:println(person);
    var make = function() returns record {|int v = base;|} => {};
    io:println(make());
    record {|function () returns int f = function() returns int => base;|} held = {};
    function () returns int f = held.f;
    io:println(f());
    record {|int a = 7;|} plain = {};
    io:println(plain);
    typedesc<record {|int a = 7;|}> td = typeof plain;
    io:println(check {}.cloneWithType(td));
    foreach int i in 0 ..< 2 {
        final int j = i * 10;
        record {|int v = j;|} r = {};
        io:println(r);
    }
}

// @output {"name":"A","age":20,"tag":"p20!","p":{"x":20,"y":2}}
// @output {"name":"B","age":3,"tag":"p20!","p":{"x":20,"y":2}}
// @output {"v":20}
// @output 20
// @output {"a":7}
// @output {"a":7}
// @output {"v":0}
// @output {"v":10}
