function two(int a, int b = 1) returns int => a + b;

public function main() {
    _ = checkpanic function:call(two); // @panic
}
