function add(int a, int b = 10) returns int => a + b;

public function main() {
    var changed = add;
    _ = changed(1); // @error MissingArg
    changed = (a, b) => a * b;
    var plus = add;
    _ = plus(c = 1); // @error UnknownNamedArg
    function (int, int) returns int typed = add;
    _ = typed(1); // @error MissingArg
}
