import ballerina/io;

type Point record {|
    int x;
    int y;
|};

public function main() {
    io:println(1, " ", 2.50d, " ", 1.0, " ", true, " ", (), "|"); // @output 1 2.50 1.0 true |
    io:println("text", ["text", 1, ()], {"a": "b"}); // @output text["text",1,null]{"a":"b"}
    Point p = {x: 1, y: 2};
    io:println(p, error("failed")); // @output {"x":1,"y":2}error("failed")
    io:println(`x=${p.x} y=${p.y + 1}`); // @output x=1 y=3
    io:print("no ");
    io:print("break", "\n"); // @output no break
    io:fprintln(io:stdout, "to ", "stdout"); // @output to stdout
    io:fprint(io:stdout, xml `<a/>`, "\n"); // @output <a/>
    io:println(float:NaN, " ", float:Infinity, " ", -float:Infinity); // @output NaN Infinity -Infinity
    io:println(); // @output
    io:println(re `a+`, " ", int, " ", "é😀"); // @output a+ typedesc int é😀
}
