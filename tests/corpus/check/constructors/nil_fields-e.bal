type R record {|
    int a;
    int b?;
|};

function f(int? n, string? s) {
    R r = {a: n}; // @error IncompatibleTypes
    R q = {a: 1, b: n};
    R p = {a: 1, b: s}; // @error IncompatibleTypes
    _ = [r, q, p];
}
