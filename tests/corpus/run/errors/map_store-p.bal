public function main() {
    map<int> numbers = {a: 1};
    map<int|string> wide = numbers;
    wide["b"] = "no"; // @panic inherent type violation
}
