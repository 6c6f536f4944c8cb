import ballerina/io;

// A list in a list in a list …
function deepList(int depth) returns anydata[] {
    anydata[] list = [];
    foreach int i in 0 ..< depth {
        list = [list];
    }
    return list;
}

function deepMap(int depth) returns map<anydata> {
    map<anydata> m = {};
    foreach int i in 0 ..< depth {
        m = {inner: m};
    }
    return m;
}

type Node record {|
    int value;
    Node? next = ();
|};

function outcome(any|error result) returns string {
    return result is error ? result.message() : "fine";
}

public function main() {
    anydata[] deep = deepList(1000000);
    anydata[] same = deepList(1000000);
    io:println(outcome(trap deep.toString().length())); // @output {ballerina}StackOverflow
    io:println(outcome(trap deep == same)); // @output {ballerina}StackOverflow
    io:println(outcome(trap deep.clone())); // @output {ballerina}StackOverflow
    io:println(outcome(trap deep.cloneReadOnly())); // @output {ballerina}StackOverflow
    io:println(outcome(trap deep.toJson())); // @output {ballerina}StackOverflow
    io:println(outcome(trap deep.toJsonString().length())); // @output {ballerina}StackOverflow
    io:println(outcome(trap deep.toBalString().length())); // @output {ballerina}StackOverflow
    map<anydata> deepM = deepMap(1000000);
    io:println(outcome(trap deepM.toString().length())); // @output {ballerina}StackOverflow
    io:println(outcome(trap deepM == deepMap(1000000))); // @output {ballerina}StackOverflow
    string text = "";
    foreach int i in 0 ..< 200000 {
        text += "[";
    }
    json|error parsed = text.fromJsonString();
    io:println(parsed is error); // @output true
    Node? chain = ();
    foreach int i in 0 ..< 500 {
        chain = {value: i, next: chain};
    }
    Node copy = (<Node>chain).clone();
    io:println(copy == chain, " ", copy === chain); // @output true false
    anydata[] cyclic = [1];
    cyclic.push(cyclic);
    io:println(cyclic); // @output [1,...]
    map<anydata> loop = {a: 1};
    loop["self"] = loop;
    io:println(loop); // @output {"a":1,"self":...}
    anydata[] cloned = cyclic.clone();
    io:println(cloned[1] === cloned, " ", cloned == cyclic); // @output true true
    int[] numbers = [3, 1, 2];
    int[]|error sorted = trap numbers.sort("ascending", key);
    io:println(sorted is error ? sorted.message() : sorted); // @output bad key
    io:println(outcome(trap numbers.map(n => 6 / (n - 1)))); // @output {ballerina}DivisionByZero
    io:println(outcome(trap numbers.reduce(function(int a, int b) returns int => deepCall(a) + b, 0))); // @output {ballerina}StackOverflow
    error? e = trap recurse(0);
    io:println(outcome(e)); // @output {ballerina}StackOverflow
    io:println("still here"); // @output still here
}

isolated function key(int n) returns int {
    if n == 1 {
        panic error("bad key");
    }
    return n;
}

function deepCall(int n) returns int => 1 + deepCall(n + 1);

function recurse(int n) {
    function () f = () => recurse(n + 1);
    f();
}

