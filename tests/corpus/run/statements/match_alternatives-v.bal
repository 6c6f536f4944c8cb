import ballerina/io;

function second(any value) returns string {
    match value {
        [1, var x]|[var x, 1] => {
            return x is error ? "error" : x.toString();
        }
        {kind: "a", name: var n}|{kind: "b", title: var n} if n is string => {
            return n;
        }
        [var a, var b, 7]|[var a, var b] => {
            return (a is error ? 0 : a).toString() + (b is error ? 0 : b).toString();
        }
        var {left}|var {right: left} => {
            return left is error ? "error" : left.toString();
        }
    }
    return "none";
}

public function main() {
    io:println(second([1, "one"]));               // @output one
    io:println(second(["two", 1]));               // @output two
    io:println(second({kind: "a", name: "n"}));   // @output n
    io:println(second({kind: "b", title: "t"}));  // @output t
    io:println(second([5, 6, 7]));                // @output 56
    io:println(second([8, 9]));                   // @output 89
    io:println(second({left: "l"}));              // @output l
    io:println(second({right: "r"}));             // @output r
    io:println(second(1));                        // @output none
}
