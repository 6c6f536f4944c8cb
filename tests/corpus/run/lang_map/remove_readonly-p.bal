public function main() {
    map<int> & readonly fixed = {a: 1};
    map<int> numbers = fixed;
    _ = numbers.removeIfHasKey("a"); // @panic
}
