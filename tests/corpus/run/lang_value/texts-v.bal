import ballerina/io;

class Point {
    int x = 1;
}

type Bad distinct error;

// toString, toBalString, fromBalString
public function main() returns error? {
    io:println((1).toString(), (1.0).toString(), (1.50d).toString(), true.toString(), ().toString() == "", "a".toString()); // @output 11.01.50truetruea
    anydata[] values = [1, 1.0, 1.50d, "a\"b", (), true, [2], {x: "y"}, xml `<a/>`];
    io:println(values.toString()); // @output [1,1.0,1.50,"a\"b",null,true,[2],{"x":"y"},`<a/>`]
    io:println(values.toBalString()); // @output [1,1.0,1.50d,"a\"b",(),true,[2],{"x":"y"},xml`<a/>`]
    io:println((1.0).toBalString(), " ", (2d).toBalString(), " ", float:NaN.toBalString(), " ", float:Infinity.toBalString(), " ", "é\n".toBalString()); // @output 1.0 2d float:NaN float:Infinity "é\n"
    io:println(().toBalString(), " ", {a: ()}.toBalString(), " ", [float:NaN].toString()); // @output () {"a":()} [NaN]

    table<record {|readonly int id; string name;|}> key(id) rows = table [{id: 1, name: "a"}];
    io:println(rows.toString(), " ", rows.toBalString()); // @output [{"id":1,"name":"a"}] table key(id) [{"id":1,"name":"a"}]
    error failure = error Bad("broken", error("deeper"), code = 7);
    io:println([failure].toString()); // @output [error Bad ("broken",error("deeper"),code=7)]

    io:println(check "1".fromBalString(), check "[1, 2.5, \"x\", ()]".fromBalString(), check "{\"a\": 1d, \"b\": [true]}".fromBalString()); // @output 1[1,2.5,"x",null]{"a":1,"b":[true]}
    io:println(check "float:NaN".fromBalString(), check "xml `<a/>`".fromBalString(), check "-5".fromBalString()); // @output NaN<a/>-5
    io:println("[1".fromBalString() is error, "x + 1".fromBalString() is error, "".fromBalString() is error); // @output truetruetrue
    anydata again = check values.toBalString().fromBalString();
    io:println(again == values); // @output true
}
