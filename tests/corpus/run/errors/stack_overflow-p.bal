function down(int n) returns int { // @panic stack overflow
    return down(n + 1) + 1;
}

public function main() {
    int _ = down(0);
}
