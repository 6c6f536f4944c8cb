// Binding patterns behind `var` take the values of their shape; they need not take every value.
import ballerina/io;

type DatabaseDetail record {|
    int code;
    string reason;
|};

type DatabaseError error<DatabaseDetail>;

function ofError(error e) returns string {
    match e {
        var error DatabaseError(code = code) => {
            return string `database ${code}`;
        }
        var error(message, 'type = kind, ...others) => {
            return string `${message}: ${kind is string ? kind : "?"}, ${others.length()} more`;
        }
        var error(message) => {
            return message;
        }
    }
}

function words(any|error part) returns string {
    return part is error ? "error" : part.toString();
}

function ofAny(any value) returns string {
    match value {
        var [only] => {
            return string `one ${words(only)}`;
        }
        var [remove, all, isRecursive] if isRecursive is true => {
            return string `${words(remove)} all ${words(all)}`;
        }
        var [remove, all, _] => {
            return string `${words(remove)} ${words(all)}`;
        }
        var [copy, [source, target]] => {
            return string `${words(copy)} ${words(source)} to ${words(target)}`;
        }
        var {name, at: {x, ...others}} => {
            return string `${words(name)} at ${words(x)} and ${others.length()} more`;
        }
        var {name, ...others} => {
            return string `${words(name)} without a place, ${others.length()} more`;
        }
    }
    return "none";
}

public function main() {
    io:println(ofError(error DatabaseError("lost", code = 7, reason = "cable"))); // @output database 7
    io:println(ofError(error("bad", 'type = "http", a = 1, b = 2)));              // @output bad: http, 2 more
    io:println(ofError(error("plain")));                                         // @output plain
    io:println(ofAny(["show"]));                                                 // @output one show
    io:println(ofAny(["remove", "*", true]));                                    // @output remove all *
    io:println(ofAny(["remove", "a.txt", false]));                               // @output remove a.txt
    io:println(ofAny(["copy", ["a", "b"]]));                                     // @output copy a to b
    io:println(ofAny(["copy", ["a"]]));                                          // @output none
    io:println(ofAny({name: "ball", at: {x: 1, y: 2}}));                         // @output ball at 1 and 1 more
    io:println(ofAny({name: "ball", at: 1}));                                    // @output ball without a place, 1 more
    io:println(ofAny(5));                                                        // @output none
}
