public function main() {
    map<int> numbers = {a: 1};
    _ = numbers.remove("b"); // @panic
}
