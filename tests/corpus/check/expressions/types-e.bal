type E distinct error;

function numbers(int i, float f, decimal d, string s, int? n, int[] list, map<int> m, any a, error e) returns error? {
    int wrong = f; // @error IncompatibleTypes
    string text = i; // @error IncompatibleTypes
    int big = 99999999999999999999; // @error IntTooLarge
    decimal hex = 0x1F; // @error HexDecimal
    _ = <int>1e300; // @error ConstantFails
    _ = -s; // @error OperatorNotDefined
    _ = i + f; // @error OperatorNotDefinedForTwo
    _ = i + s; // @error OperatorNotDefinedForTwo
    _ = i < s; // @error NotComparable
    _ = m < m; // @error NotComparable
    _ = i == s; // @error NeverEqual
    _ = a == e; // @error EqualityNeedsAnydata
    _ = i ?: 2; // @error NeverNil
    _ = <string>i; // @error CastNeverSucceeds
    _ = <error>s; // @error CastNeverSucceeds
    fails(); // @error ErrorIgnored
    _ = e; // @error ErrorIgnored
    gives(); // @error ValueIgnored
    _ = error Row("x"); // @error NotAnErrorType
    int? sum = n;
    sum += 1; // @error CompoundOfNil
    string words = "";
    words += maybe(); // @error OperatorNotDefinedForTwo
    int mask = i;
    mask &= n; // @error OperatorNotDefinedForTwo
    _ = from int each in list order by m select each; // @error NotOrdered
    _ = [wrong, text, big, hex, d];
}

type Row record {|
    int id;
|};

function fails() returns error? => ();

function gives() returns int => 1;

function maybe() returns string? => ();

function checks() returns int {
    check fails(); // @error ErrorNotReturned
    return 1;
}
