import ballerina/io;

class C {
}

function f() {
}

public function main() {
    int[] a = [1];
    int[] b = [1];
    int[] c = a;
    io:println(a == b, a === b, a === c, a !== b); // @output truefalsetruetrue
    float nan = 0.0 / 0.0;
    float zero = 0.0;
    float minus = -0.0;
    io:println(nan == nan, nan === nan, zero == minus, zero === minus); // @output truetruetruefalse
    decimal d1 = 1.0;
    decimal d2 = 1.00;
    io:println(d1 == d2, d1 === d2, d1 !== d2); // @output truefalsetrue
    io:println("ab" === "a" + "b"); // @output true
    any x = 1;
    any y = 1.0;
    io:println(x === y); // @output false
    C o1 = new;
    C o2 = new;
    io:println(o1 === o2, o1 === o1); // @output falsetrue
    function () g = f;
    io:println(g === f); // @output true
    error e1 = error("x");
    error e2 = error("x");
    io:println(e1 === e2, e1 === e1); // @output falsetrue
    xml x1 = xml `<a/>`;
    xml x2 = xml `<a/>`;
    io:println(x1 == x2, x1 === x2, x1 === x1); // @output truefalsetrue
    xml t1 = xml `t`;
    xml t2 = xml `t`;
    io:println(t1 === t2); // @output true
    map<anydata> m1 = {a: [1, {b: 2.5}], c: ()};
    map<anydata> m2 = {c: (), a: [1, {b: 2.5}]};
    io:println(m1 == m2, m1 === m2); // @output truefalse
    table<record {|int k; string v;|}> ta = table [{k: 1, v: "a"}];
    table<record {|int k; string v;|}> tb = table [{k: 1, v: "a"}];
    io:println(ta == tb, ta === tb); // @output truefalse
    typedesc<any> t = int;
    io:println(t === int); // @output true
    json j1 = {a: 1, b: [1, 2.0, 3d]};
    json j2 = {b: [1, 2.0, 3d], a: 1};
    io:println(j1 == j2); // @output true
    int|string u = 5;
    io:println(u == 5, u === 5, u != "5"); // @output truetruetrue
    anydata cyclic1 = loop();
    anydata cyclic2 = loop();
    io:println(cyclic1 == cyclic2); // @output true
    () n = ();
    io:println(n === (), n == ()); // @output truetrue
    string:RegExp r1 = re `a+`;
    string:RegExp r2 = re `a+`;
    io:println(r1 == r2); // @output true
}

function loop() returns anydata {
    anydata[] list = [1];
    list.push(list);
    return list;
}
