public function main() {
    any value = "text";
    int _ = <int>value; // @panic bad type cast
}
