public function main() {
    int index = 3;
    string:Char ch = "abc"[index]; // @panic
    _ = ch.length();
}
