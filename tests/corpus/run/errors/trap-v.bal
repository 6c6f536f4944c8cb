import ballerina/io;

function fail1(int kind) returns int {
    if kind == 0 {
        panic error("mine", code = 3);
    }
    int[] list = [];
    return list[kind];
}

public function main() {
    int|error a = trap fail1(0);
    io:println(a); // @output error("mine",code=3)
    error? b = trap work();
    io:println(b is error); // @output true
    int|error c = trap 3 + 4;
    io:println(c); // @output 7
    var d = trap fail1(8);
    io:println(d is error); // @output true
}

function work() {
    int _ = fail1(2);
}
