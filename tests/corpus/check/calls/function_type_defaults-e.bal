type Wrong function (int a, int b = "text") returns int; // @error IncompatibleTypes

type Later function (int a, int b = a) returns int;

type Unknown function (int a, int b = c) returns int; // @error UnknownName

public function calls(Wrong wrong, Later later, function (int, int) returns int plain) returns int[] {
    return [
        wrong(1, 2),
        wrong(1),
        later(1),
        later(1, 2),
        plain(1) // @error MissingArg
    ];
}

public function scopes(function (int) returns int given) returns int {
    function (int) returns int f = given;
    if given !== f {
        int step = 1;
        function (int a = step) returns int inner = given;
        f = inner;
        var alias = inner;
        return inner() + alias(2);
    }
    return f(1);
}

public function outOfReach() returns int {
    var inside = let int k = 2
        in <record {|int v = k;|}>{v: 1};
    inside = {}; // @error DefaultOutOfReach
    return inside.v;
}
