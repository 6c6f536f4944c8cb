function down(int n) returns int {
    return down(n + 1) + 1; // @panic stack overflow
}

public function main() {
    int _ = down(0);
}
