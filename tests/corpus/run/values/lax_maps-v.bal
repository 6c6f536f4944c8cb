import ballerina/io;

type Settings record {|
    readonly & json options = {level: {name: "high"}};
|};

public function main() returns error? {
    map<map<json>> rooms = {a: {b: 1}};
    json|error found = rooms.a.b;
    io:println(found); // @output 1
    json|error missing = rooms.b.a;
    io:println(missing is error ? missing.message() : "found"); // @output {ballerina/lang.map}KeyNotFound
    map<map<json>>|map<map<map<json>>> either = rooms;
    map<json>|error inner = either.a;
    json|error deep = either.a.b;
    io:println(inner, deep); // @output {"b":1}1
    map<json> tree = {a: {b: {c: "x"}}};
    map<json>|map<map<json>> optional = tree;
    json|error first = optional?.a?.b?.c;
    json|error none = optional?.d?.e;
    io:println(first, none is (), check optional.a.b.c); // @output xtruex
    Settings settings = {};
    json|error name = settings.options.level.name;
    io:println(name); // @output high
}
