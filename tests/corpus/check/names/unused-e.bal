function f() returns int|error => 1;

function g() {
    int unused = 1;
    var ignored = f(); // @error UnusedError
    int|error typed = f();
    var used = f();
    if used is error {
        return;
    }
    final var fixed = 1;
}
