function f([int, int] pair, int[] more) {
    [int, int, string] a = [...pair, "x"];
    [int, int, string] b = [...pair, 5]; // @error IncompatibleTypes
    [int, int] c = [...pair, 5]; // @error TooManyMembers
    [int, int, function ()] d = [...pair]; // @error TooFewMembers
    [int, string, int, int] e = [1, "x", ...pair];
    [int, string, int, int] g = [1, ...pair, "x"]; // @error IncompatibleTypes
    (int|string)[] h = [...more, "x", ...pair];
    int[*] i = [...more, 1]; // @error InferredLengthNotAllowed
    int[*] j = [...pair, 1];
    [int, int, int] k = j;
    _ = [a, b, c, d, e, g, h, i, k];
}
