public function main() {
    map<anydata> data = {};
    data["self"] = data;
    _ = data.toJsonString(); // @panic
}
