import ballerina/io;

public function main() returns error? {
    io:println((12).toString() + "!", (1.5).toString(), true.toString(), ().toString() == ""); // @output 12!1.5truetrue
    io:println(check int:fromString("42") + 1, check float:fromString("2.5"), check decimal:fromString("1.10")); // @output 432.51.10
    io:println(check boolean:fromString("true")); // @output true
    io:println(int:fromHexString("ff"), (255).toHexString()); // @output 255ff
    io:println(<string>anyText(), <byte>200); // @output text200
    io:println([1, "a", {x: 2.0}].toString(), " ", {a: "b", c: [1]}.toString()); // @output [1,"a",{"x":2.0}] {"a":"b","c":[1]}
    io:println([1d, 2.0, "s"].toBalString()); // @output [1d,2.0,"s"]
    int|error e = int:fromString("4x");
    io:println(e is error); // @output true
    string s = (5).toBalString() + "q".toBalString();
    io:println(s); // @output 5"q"
}

function anyText() returns any => "text";
