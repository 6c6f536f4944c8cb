import ballerina/io;

type Person record {|
    string name;
    int age = 18;
    string[] tags?;
|};

type Row record {|
    readonly int id;
|};

type Open record {
    float x;
};

// cloneWithType, ensureType, fromJsonWithType, fromJsonStringWithType
public function main() returns error? {
    json person = {name: "Ann", age: 30, tags: ["a"]};
    Person ann = check person.cloneWithType();
    io:println(ann, ann is Person); // @output {"name":"Ann","age":30,"tags":["a"]}true
    Person bob = check (<json>{name: "Bob"}).cloneWithType(Person);
    io:println(bob); // @output {"name":"Bob","age":18}
    // Numbers are converted where the value stays the same.
    float[] floats = check [1, 2].cloneWithType();
    int[] ints = check [1.0, 2.0].cloneWithType();
    decimal[] decimals = check [1.5, 2.0].cloneWithType();
    io:println(floats, ints, decimals); // @output [1.0,2.0][1,2][1.5,2]
    Open open = check (<json>{x: 1, y: "more"}).cloneWithType();
    io:println(open); // @output {"x":1.0,"y":"more"}
    [int, string] pair = check (<json>[1, "a"]).cloneWithType();
    map<int> counts = check (<json>{a: 1}).cloneWithType();
    io:println(pair, counts); // @output [1,"a"]{"a":1}
    int|error wrong = "5".cloneWithType(int);
    io:println(wrong is error ? wrong.message() : "no error"); // @output {ballerina/lang.value}ConversionError
    Person|error bad = (<json>{name: 5}).cloneWithType(Person);
    io:println(bad is error); // @output true

    Person|error inferred = (<json>{name: 5}).cloneWithType();
    io:println(inferred is error && inferred.detail().toString().includes("be converted to 'Person'")); // @output true
    table<Row> key(id) & readonly fixed = check (<json>[{id: 1}]).cloneWithType();
    io:println(fixed, fixed is readonly); // @output [{"id":1}]true

    any something = 5;
    int number = check something.ensureType();
    float converted = check something.ensureType(float);
    string|error text = something.ensureType();
    io:println(number, " ", converted, " ", text is error ? text.message() : text); // @output 5 5.0 {ballerina}TypeCastError
    json field = {a: {b: 7}};
    int deep = check field.a.b.ensureType();
    io:println(deep); // @output 7
    error? none = check (<any|error>()).ensureType();
    io:println(none is ()); // @output true
    int|error passed = (<any|error>error("kept")).ensureType(int);
    io:println(passed is error ? passed.message() : ""); // @output kept

    Person fromJson = check (<json>{name: "Cy", age: 1.0}).fromJsonWithType();
    io:println(fromJson); // @output {"name":"Cy","age":1}
    Person fromText = check string `{"name": "Di", "tags": []}`.fromJsonStringWithType();
    io:println(fromText.name, fromText.age, fromText.tags); // @output Di18[]
    Person|error broken = "{".fromJsonStringWithType();
    io:println(broken is error); // @output true
    // What toJson turns into strings and lists comes back.
    xml element = check (<json>"<a/>").fromJsonWithType();
    table<map<anydata>> rows = check (<json>[{id: 1}]).fromJsonWithType();
    io:println(element, rows.length(), (<json>"<a>").fromJsonWithType(xml) is error); // @output <a/>1true
    // An array is filled up, a tuple is not.
    int[3]|error filled = (<json>[1]).cloneWithType();
    [string, int]|error short = (<json>["b2"]).cloneWithType();
    [string, int]|error whole = (<json>["b2", 5]).cloneWithType();
    io:println(filled, " ", short is error, " ", whole); // @output [1,0,0] true ["b2",5]
}
