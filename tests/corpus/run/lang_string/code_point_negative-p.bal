public function main() {
    _ = "abc".getCodePoint(-1); // @panic
}
