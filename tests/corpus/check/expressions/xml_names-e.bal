xmlns "http://one" as one;

function f() {
    xmlns "http://two" as two;
    string s1 = one:name;
    string s2 = two:name;
    "{http://two}name" s3 = two:name;
    int n = two:name; // @error IncompatibleTypes
    string s4 = three:name; // @error UnknownPrefix
    _ = [s1, s2, s3, n, s4];
}
