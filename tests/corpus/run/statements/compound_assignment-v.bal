import ballerina/io;

class Box {
    int value = 1;
}

int evaluations = 0;

function index() returns int {
    evaluations += 1;
    return 1;
}

public function main() {
    int i = 7;
    i += 3;
    i -= 1;
    i *= 4;
    i /= 5;
    io:println(i); // @output 7
    i <<= 4;
    i >>= 1;
    i >>>= 1;
    i |= 3;
    i &= 30;
    i ^= 1;
    io:println(i); // @output 31
    string s = "a";
    s += "b";
    s += s;
    io:println(s); // @output abab
    int[] list = [1, 2, 3];
    list[index()] += 40;
    io:println(list, evaluations); // @output [1,42,3]1
    map<int> m = {k: 5};
    m["k"] = 6;
    Box box = new;
    box.value += 10;
    io:println(m, box.value); // @output {"k":6}11
    float f = 1.5;
    f *= 2.0;
    decimal d = 1.5;
    d += 0.25;
    io:println(f, " ", d); // @output 3.0 1.75
    record {|int count;|} r = {count: 1};
    r.count += 1;
    io:println(r); // @output {"count":2}
}
