type R1 record {|
    int x;
    int...;
|};

type R2 record {|
    int y;
    int...;
|};

function f(R1|R2 r, int[3] three, [int, string] pair, int[] list) {
    r.x = 1; // @error UnknownField
    _ = three[3]; // @error IndexOutOfRange
    _ = three[-1]; // @error IndexOutOfRange
    _ = pair[-1]; // @error IndexOutOfRange
    _ = list[-1];
}

function twice([int, [int, int]] pair) {
    int a;
    int b;
    [a, [a, b]] = pair; // @error BoundTwice
    {x: a, y: b} = {x: a, y: b};
    {x: b, y: b} = {x: a, y: b}; // @error BoundTwice
}
