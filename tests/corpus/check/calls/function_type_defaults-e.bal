type Wrong function (int a, int b = "text") returns int; // @error IncompatibleTypes

type Later function (int a, int b = a) returns int;

public function calls(Wrong wrong, Later later, function (int, int) returns int plain) returns int[] {
    return [
        wrong(1, 2),
        wrong(1),
        later(1), // @error Unsupported
        later(1, 2),
        plain(1) // @error MissingArg
    ];
}
