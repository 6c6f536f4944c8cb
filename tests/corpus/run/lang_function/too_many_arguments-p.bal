function one(int a) returns int => a;

public function main() {
    _ = checkpanic function:call(one, 1, 2); // @panic
}
