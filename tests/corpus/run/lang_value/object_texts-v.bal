// An object with a method toString prints as that says, wherever it stands.
import ballerina/io;

class Named {
    private final string name;
    isolated function init(string name) {
        self.name = name;
    }
    public isolated function toString() returns string {
        return string `<${self.name}>`;
    }
}

class Plain {
    public isolated function toString(int width) returns string {
        return width.toString();
    }
}

class Nested {
    Named[] parts = [new ("x"), new ("y")];
    public function toString() returns string {
        any[] all = [self.parts, "end"];
        return all.toString();
    }
}

public function main() {
    Named a = new ("a");
    Named b = new ("b");
    io:println(a, " ", b); // @output <a> <b>
    any[] list = [a, [b, 1], a, new Plain(), {"k": b}];
    io:println(list); // @output [<a>,[<b>,1],<a>,object Plain,{"k":<b>}]
    io:println(list.toString()); // @output [<a>,[<b>,1],<a>,object Plain,{"k":<b>}]
    io:println(list.toBalString()); // @output [object <a>,[object <b>,1],object <a>,object Plain,{"k":object <b>}]
    io:println(new Nested()); // @output [[<x>,<y>],"end"]
    io:fprintln(io:stdout, a, 1); // @output <a>1
    io:println(`of ${a} and ${b}`); // @output of <a> and <b>
    error failure = error("failed");
    io:println(failure.stackTrace()); // @output [callableName: main  fileName: object_texts-v.bal lineNumber: 39]
}
