import ballerina/io;

const LIMIT = 10;

enum Color {
    RED,
    GREEN = "green"
}

function name(any value) returns string {
    match value {
        1 => {
            return "one";
        }
        2|3 => {
            return "two or three";
        }
        LIMIT => {
            return "limit";
        }
        "a"|"b" => {
            return "letter";
        }
        true => {
            return "true";
        }
        () => {
            return "nil";
        }
        1.5 => {
            return "float";
        }
        -4 => {
            return "minus four";
        }
        RED|GREEN => {
            return "color";
        }
        [] => {
            return "empty list";
        }
        [1, var x] => {
            return "one and " + (x is anydata ? x.toString() : "?");
        }
        [var first, ...var rest] => {
            return "first " + (first is anydata ? first.toString() : "?") + " rest " + rest.length().toString();
        }
        {kind: "circle", radius: var r} => {
            return "circle " + (r is anydata ? r.toString() : "?");
        }
        {kind: var k, ...var others} if others.length() > 1 => {
            return "kind " + (k is anydata ? k.toString() : "?") + " and " + others.length().toString();
        }
        var other if other is int && other > 100 => {
            return "large";
        }
        _ => {
            return "other";
        }
    }
}

public function main() {
    io:println(name(1)); // @output one
    io:println(name(3)); // @output two or three
    io:println(name(10)); // @output limit
    io:println(name("b")); // @output letter
    io:println(name(true)); // @output true
    io:println(name(())); // @output nil
    io:println(name(1.5)); // @output float
    io:println(name(-4)); // @output minus four
    io:println(name(RED)); // @output color
    io:println(name("green")); // @output color
    io:println(name([])); // @output empty list
    io:println(name([1, "z"])); // @output one and z
    io:println(name([7, 8, 9])); // @output first 7 rest 2
    io:println(name({kind: "circle", radius: 4})); // @output circle 4
    io:println(name({kind: "box", a: 1, b: 2})); // @output kind box and 2
    io:println(name({kind: "box"})); // @output other
    io:println(name(1000)); // @output large
    io:println(name(1d)); // @output other
}
