public function main() {
    anydata[] data = [];
    data.push(data);
    _ = data.toJson(); // @panic
}
