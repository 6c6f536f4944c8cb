public function main() {
    _ = (1.5).toFixedString(-1); // @panic
}
