public function main() {
    foreach int _ in int:range(0, 1, 0) { // @panic
    }
}
