public function main() {
    record {|int x; int y?;|} point = {x: 1};
    _ = point.remove("x"); // @panic
}
