public function main() {
    map<int> numbers = {a: 1};
    _ = numbers.get("b"); // @panic
}
