public function main() {
    [int, int...] tuple = [1];
    (int)[] numbers = tuple;
    _ = numbers.pop(); // @panic
}
