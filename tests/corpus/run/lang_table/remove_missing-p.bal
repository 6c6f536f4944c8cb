public function main() {
    table<record {|readonly int id;|}> key(id) rows = table [{id: 1}];
    _ = rows.remove(2); // @panic
}
