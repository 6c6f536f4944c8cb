public function main() {
    int count = -1;
    int[] some = from int i in [1, 2] limit count select i; // @panic Unable to assign limit
    count = some.length();
}
