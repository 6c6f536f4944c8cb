public function main() {
    _ = "abc".getCodePoint(3); // @panic
}
