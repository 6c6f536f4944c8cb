public function main() {
    xml items = xml `<a/>`;
    _ = items.get(1); // @panic
}
