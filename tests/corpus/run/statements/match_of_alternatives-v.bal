// The constants of a pattern say which alternative of a union matches, and so what its other parts are.
import ballerina/io;

const COUNT = 1;
const LABEL = 2;

type Cell [COUNT, int]|[LABEL, string];

type Circle record {|
    "circle" kind;
    float size;
|};

type Title record {|
    "title" kind;
    string size;
    boolean bold;
|};

function length(Cell cell) returns int {
    match cell {
        [COUNT, var n] => {
            return n;
        }
        [LABEL, var text] => {
            return text.length();
        }
        _ => {
            return 0;
        }
    }
}

function describe(Circle|Title shape) returns string {
    match shape {
        {size: var radius, kind: "circle"} => {
            return (radius * 2.0).toString();
        }
        {kind: "title", size: var size, ...var others} => {
            return size + others.bold.toString();
        }
        _ => {
            return "";
        }
    }
}

function last(readonly & ([COUNT, int...]|[LABEL, string...]) cells) returns string {
    match cells {
        [LABEL, ...var texts] => {
            return texts[texts.length() - 1];
        }
        _ => {
            return "";
        }
    }
}

public function main() {
    io:println(length([COUNT, 7]), " ", length([LABEL, "label"])); // @output 7 5
    io:println(describe({kind: "circle", size: 1.5})); // @output 3.0
    io:println(describe({kind: "title", size: "big", bold: true})); // @output bigtrue
    io:println(last([LABEL, "a", "b"]), last([COUNT, 1])); // @output b
}
