public function main() {
    int[2] fixed = [1, 2];
    int[] numbers = fixed;
    numbers.push(3); // @panic
}
