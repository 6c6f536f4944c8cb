public function main() {
    int[] numbers = [1, 2];
    int[] fixed = numbers.cloneReadOnly();
    fixed.push(3); // @panic
}
