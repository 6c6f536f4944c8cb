public function main() {
    xml items = xml `<a/><b/>`;
    _ = items.slice(2, 1); // @panic
}
