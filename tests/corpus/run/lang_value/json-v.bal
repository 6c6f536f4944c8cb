import ballerina/io;
import ballerina/lang.value;

// toJson, toJsonString, fromJsonString, fromJsonFloatString, fromJsonDecimalString, mergeJson
public function main() returns error? {
    anydata source = {name: "Ann", age: 30, marks: [1.5, 2d], child: ()};
    json converted = source.toJson();
    io:println(converted, converted is map<json>); // @output {"name":"Ann","age":30,"marks":[1.5,2],"child":null}true
    io:println(source.toJsonString()); // @output {"name":"Ann", "age":30, "marks":[1.5, 2], "child":null}
    xml element = xml `<a>b</a>`;
    io:println(element.toJson(), " ", element.toJsonString()); // @output <a>b</a> "<a>b</a>"
    table<map<anydata>> rows = table [{id: 1}, {id: 2}];
    io:println(rows.toJson(), rows.toJsonString()); // @output [{"id":1},{"id":2}][{"id":1}, {"id":2}]
    io:println("a\"\\\n\u{7}é/".toJsonString(), " ", ().toJsonString(), " ", (1.0).toJsonString(), " ", 1.50d.toJsonString()); // @output "a\"\\\n\u0007é/" null 1.0 1.50

    io:println(check "[1, 2.0, 3e2, true, null, \"x\\u00e9\"]".fromJsonString()); // @output [1,2.0,3E+2,true,null,"xé"]
    json number = check "2.50".fromJsonString();
    io:println(number is decimal, number); // @output true2.50
    json parsed = check string ` {"a": {"b": -0}, "big": 12345678901234567890} `.fromJsonString();
    io:println(parsed); // @output {"a":{"b":-0.0},"big":12345678901234567890}
    foreach string text in ["", "[1,", "{a: 1}", "nul", "[1] 2", "\"\t\""] {
        io:print("x".length() == 1 && text.fromJsonString() is error, " ");
    }
    io:println(); // @output true true true true true true
    io:println(check "[1, 2.5]".fromJsonFloatString(), check "[1, 2.50]".fromJsonDecimalString()); // @output [1.0,2.5][1,2.50]
    io:println(check "1e400".fromJsonFloatString()); // @output Infinity

    io:println(check value:mergeJson({a: 1, c: {x: 1}}, {b: 2, c: {y: 2}})); // @output {"a":1,"c":{"x":1,"y":2},"b":2}
    io:println(check value:mergeJson((), 5), check value:mergeJson([1], ()), check value:mergeJson({a: null}, {a: 3})); // @output 5[1]{"a":3}
    io:println(value:mergeJson({a: 1}, {a: 2}) is error, value:mergeJson([1], [1]) is error, value:mergeJson(1, 2) is error); // @output truetruetrue
}
