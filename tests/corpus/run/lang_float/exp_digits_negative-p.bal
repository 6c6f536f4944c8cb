public function main() {
    _ = (1.5).toExpString(-1); // @panic
}
