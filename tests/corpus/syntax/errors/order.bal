function order(int a = 1, int b, int... c, int d) {
    f(x = 1, 2);
    f(...x, y = 1);
    [...x, y] = z;
    T [...a, b] = z;
    var c;
    int [d];
    int e = f() + c->g();
    int h = [c->g()];
    a + b = c;
    a?.b = c;
    boolean i = a < b < c;
    int j = 1 ... 2 ... 3;
    match x {
    }
    match x {
        [...var a, b]|{...var a, b: c} => {
        }
    }
    fork {
    }
    error k = error();
    table<map<int>> l = table [m];
}

import ballerina/io;

public public function f() {
}

private configurable type T record {|int...; int a;|};

type U [int..., string];

enum V {
}

remote client function w() {
}
configurable final int depth = 1;
