public function main() {
    _ = "abc".substring(1, 4); // @panic
}
