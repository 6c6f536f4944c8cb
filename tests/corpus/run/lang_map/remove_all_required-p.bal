public function main() {
    record {|int x; int...;|} point = {x: 1, "y": 2};
    point.removeAll(); // @panic
}
