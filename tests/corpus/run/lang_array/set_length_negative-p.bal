public function main() {
    int[] numbers = [1];
    numbers.setLength(-1); // @panic
}
