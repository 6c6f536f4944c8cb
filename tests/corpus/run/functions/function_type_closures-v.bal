import ballerina/io;

function bar(int a, int b, int c) returns int => a + 10 * b + 100 * c;

type F function (int a = 1, int b = a + 1, int c = b + a) returns int;

int base = 5;
function (int a = base, int b = base * 2, int c = a) returns int global = bar;

type Holder record {|
    F f;
|};

class Box {
    F f = bar;
    function run() returns int {
        return self.f(3);
    }
}

function takes(function (int a, int b = a * 2, int c = 0) returns int f) returns int => f(4);

public function main() {
    F f = bar;
    io:println(f(), " ", f(2), " ", f(2, 5), " ", f(2, 5, 6), " ", f(b = 7));
    io:println(global(), " ", global(1));
    base = 6;
    io:println(global(), " ", global(1));
    int k = 10;
    int l = 20;
    function (int a = k + l, int b = l, int c = k) returns int local = bar;
    io:println(local(), " ", local(1));
    k = 11;
    io:println(local());
    var nested = function() returns int => local(0);
    k = 12;
    io:println(nested());
    io:println(takes(bar));
    Holder h = {f: bar};
    F hf = h.f;
    io:println(hf(1));
    Box b = new;
    io:println(b.run());
    unions();
}

type U function (int a = 7, int b = 8, int c = 9) returns int|();

function unions() {
    F|int f = bar;
    if f is F {
        io:println("narrowed ", f(1));
    }
    U & readonly g = bar;
    io:println(g());
}

// @output 321 532 752 652 871
// @output 605 201
// @output 726 221
// @output 1230 1201
// @output 1331
// @output 1400
// @output 84
// @output 321
// @output 743
// @output narrowed 321
// @output 987
