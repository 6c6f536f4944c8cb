public function main() {
    int least = int:MIN_VALUE;
    _ = least.abs(); // @panic
}
