public function main() {
    _ = "abc".substring(2, 1); // @panic
}
