public function main() {
    table<record {|readonly int id;|}> key(id) rows = table [{id: 1}];
    _ = rows.get(2); // @panic
}
