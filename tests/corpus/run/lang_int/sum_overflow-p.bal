public function main() {
    _ = int:sum(int:MAX_VALUE, 1); // @panic
}
