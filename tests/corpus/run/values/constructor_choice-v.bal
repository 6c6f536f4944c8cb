// Where the length of a list or the names of fields leave several types, the types of members decide.
import ballerina/io;

type Jump ["jump", int];

type Call ["call", string, int...];

type Move ["move", string];

type Step Jump|Call|Move;

type Circle record {|
    "circle" kind = "circle";
    int size;
|};

type Square record {|
    "square" kind;
    int size;
|};

type Named record {|
    string kind;
    string size;
|};

type Shape Circle|Square|Named;

type Fixed "+"|"-";

type Token Fixed|readonly & (["word", string]|["number", int]);

function number() returns int => 3;

function word() returns string => "up";

function target(boolean back) returns Step => [back ? "jump" : "jump", number()];

function token(string? text) returns Token? {
    if text is string {
        return ["word", text];
    }
    return ["number", number()];
}

function square(int size) returns Shape => {kind: "square", size};

function named(string size) returns Shape => {kind: "square", size};

function rest(int[] places) returns Step => ["call", ...[word(), ...places]];

public function main() {
    Step[] steps = [target(true), ["move", word()], ["call", word(), number(), 4]];
    foreach Step step in steps {
        io:println(step, " ", step is Jump, " ", step is Move, " ", step is Call);
    }
    // @output ["jump",3] true false false
    // @output ["move","up"] false true false
    // @output ["call","up",3,4] false false true
    io:println(token("x"), token(())); // @output ["word","x"]["number",3]
    io:println(square(1) is Square, " ", named("L") is Named); // @output true true
    io:println(rest([1, 2])); // @output ["call","up",1,2]

    map<int> counts = {a: 1, b: 2};
    [string, [string, int]...] pairs = ["all", ...from var [name, count] in counts.entries() select [name, count]];
    io:println(pairs); // @output ["all",["a",1],["b",2]]
    table<record {|string name;|}> names = table [{name: "a"}, {name: "b"}];
    io:println(" ".'join(...from var {name} in names select name)); // @output a b
    float[] floats = [0.5, ...[1, 2]];
    io:println(floats); // @output [0.5,1.0,2.0]
}
