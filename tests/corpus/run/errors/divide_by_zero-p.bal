function divide(int a, int b) returns int {
    return a / b; // @panic divide by zero
}

public function main() {
    int _ = divide(1, 0);
}
