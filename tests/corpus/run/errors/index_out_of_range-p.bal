public function main() {
    int[] list = [1, 2, 3];
    int i = 3;
    list[0] = list[i]; // @panic index out of range
}
