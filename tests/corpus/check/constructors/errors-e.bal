type Code error<record {|int code;|}>;

type Number error<record {|int no;|}>;

type Tag distinct error<record {|int code;|}>;

function f(map<string> m, stream<int> s, int n) {
    Code|Number e1 = error("x", code = 1);
    Code|Number e2 = error("x", no = 1);
    Code|Tag|Number e3 = error Code("x", code = n);
    Tag|Number e4 = error("x"); // @error AmbiguousConstructor
    error e5 = error("x", m = m);
    error e6 = error("x", s = s); // @error IncompatibleTypes
    error<record {map<string> m;}> e7 = error("x", m = m);
    error<record {map<int> m;}> e8 = error("x", m = m); // @error IncompatibleTypes
    Code e9 = error("x", code = 1, code = 2); // @error ArgGivenTwice
    Code e10 = error("x", code = 1, no = 2); // @error UnknownNamedArg
    Code e11 = error("x"); // @error MissingArg
    _ = [e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11];
    int code = e1 is Code ? e1.detail().code : 0;
    var d = e7.detail();
    string? one = d.m["one"];
    _ = [code, one];
}
