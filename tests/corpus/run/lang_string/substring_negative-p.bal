public function main() {
    _ = "abc".substring(-1); // @panic
}
